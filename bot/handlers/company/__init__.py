"""Taps and messages: the rules of the company and their changes."""
