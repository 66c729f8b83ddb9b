"""Screens of the course (R12)."""
