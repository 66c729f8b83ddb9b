"""What newer Bot API servers show better, with the plain form for all others."""
