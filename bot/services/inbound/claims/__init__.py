"""Use cases: nobody's inbound, offered to people until somebody takes it (R9)."""
