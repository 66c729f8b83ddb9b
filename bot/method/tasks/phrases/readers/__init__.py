"""The readers of a line: each finds one kind of piece at one place."""
