"""The rules about letters: whose words they have, and which nobody has written (R9)."""
