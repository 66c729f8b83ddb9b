"""Dates as people say and type them; the words come in as a value."""
