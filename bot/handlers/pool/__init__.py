"""Taps and messages: the pool, attempts, lost for good (R6, R7)."""
