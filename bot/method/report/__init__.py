"""Rules and plain results: five numbers by which heads judge the work (R12)."""
