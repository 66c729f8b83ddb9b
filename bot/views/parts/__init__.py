"""What several screens show: rows, kinds, persons, days."""
