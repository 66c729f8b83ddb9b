"""Rules and plain results: people, vacations, settings."""
