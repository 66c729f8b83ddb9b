"""Rules and plain results: clients without a task (R5)."""
