"""The bounds of what a column holds."""

LARGEST_NUMBER = 2**63 - 1
"""The last number that a column for ids takes, on both databases."""
