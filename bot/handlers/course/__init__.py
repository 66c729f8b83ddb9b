"""Taps and messages: the course of the method (R12)."""
