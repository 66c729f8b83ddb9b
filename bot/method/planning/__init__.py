"""Rules and plain results: everything gets a task, and the load of the days (R1, R8)."""
