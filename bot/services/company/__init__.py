"""Use cases: the rules of the company and their changes."""
