"""Taps and messages: people, vacations, settings."""
