"""Screens: the manager's day (R10)."""
