"""Taps and messages: clients without a task (R5)."""
