"""Screens: what every topic stands on."""
