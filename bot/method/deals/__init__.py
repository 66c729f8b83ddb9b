"""Rules and plain results: deals and their stages (R11)."""
