"""Rules and plain results: what every topic stands on."""
