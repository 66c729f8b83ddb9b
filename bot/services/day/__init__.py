"""Use cases: the manager's day (R10)."""
