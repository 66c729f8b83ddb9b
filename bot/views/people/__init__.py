"""Screens: people, vacations, settings."""
