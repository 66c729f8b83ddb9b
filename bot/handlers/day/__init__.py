"""Taps and messages: the manager's day (R10)."""
