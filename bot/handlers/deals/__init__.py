"""Taps and messages: deals and their stages (R11)."""
