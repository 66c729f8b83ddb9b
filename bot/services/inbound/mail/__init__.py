"""Use cases: letters of a mailbox (R9)."""
