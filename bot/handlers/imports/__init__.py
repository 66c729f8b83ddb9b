"""Taps and messages: files in and out (R1)."""
