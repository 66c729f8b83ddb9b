"""Screens: deals and their stages (R11)."""
