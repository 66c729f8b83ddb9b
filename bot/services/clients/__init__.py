"""Use cases: clients, the people inside them, finding and merging them (R1, R13)."""
