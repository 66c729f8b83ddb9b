"""Use cases: clients without a task (R5)."""
