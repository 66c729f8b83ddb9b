"""Screens: clients without a task (R5)."""
