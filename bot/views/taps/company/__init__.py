"""Taps of the company: the journal."""
