"""Screens: files in and out (R1)."""
