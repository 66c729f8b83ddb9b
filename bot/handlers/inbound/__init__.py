"""Taps and messages: what clients send (R9)."""
