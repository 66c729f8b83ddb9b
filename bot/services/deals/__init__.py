"""Use cases: deals and their stages (R11)."""
