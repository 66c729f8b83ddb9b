"""Use cases: the pool, attempts, lost for good (R6, R7)."""
