"""The gateway: updates in, screens and messages out. Knows no rule of the method."""
