"""Use cases: what every topic stands on."""
