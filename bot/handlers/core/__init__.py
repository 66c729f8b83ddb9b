"""Taps and messages: what every topic stands on."""
