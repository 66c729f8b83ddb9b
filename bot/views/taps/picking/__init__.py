"""What is tapped to choose several clients of the pool, and to look for some (R6, R7)."""
