"""Use cases: check rights, load, ask the method, change, write timeline and outbox."""
