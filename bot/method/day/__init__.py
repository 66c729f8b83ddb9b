"""Rules and plain results: the manager's day (R10)."""
