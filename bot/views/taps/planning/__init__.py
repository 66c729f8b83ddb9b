"""What is tapped to plan ahead: the walk, the load and the quick line (R1, R8)."""
