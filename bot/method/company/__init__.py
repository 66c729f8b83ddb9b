"""Rules and plain results: the rules of the company and their changes."""
