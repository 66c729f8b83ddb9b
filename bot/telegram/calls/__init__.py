"""Calls of the Bot API: how they go over the wire."""
