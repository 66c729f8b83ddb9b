"""Taps and messages: five numbers by which heads judge the work (R12)."""
