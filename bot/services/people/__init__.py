"""Use cases: people, vacations, settings."""
