"""The method in short lessons, and the check of them (R12)."""
