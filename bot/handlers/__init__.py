"""Telegram in: a router a screen. Reads the tap, calls one service, returns a Screen."""
