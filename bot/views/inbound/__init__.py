"""Screens: what clients send (R9)."""
