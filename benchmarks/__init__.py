"""Figures, each beside its baseline in one run; nothing here is a test."""
