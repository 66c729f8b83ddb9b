"""Inbound from chats of people's own accounts: Telegram Business (R9)."""
