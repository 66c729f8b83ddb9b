"""What owners ask about clients that are to leave, and what heads decide (R5, R7)."""
