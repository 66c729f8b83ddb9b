"""A raw update: what is kept of it, what the gateway reads of it, what aiogram gets of it."""
