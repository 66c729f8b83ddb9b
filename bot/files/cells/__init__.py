"""What stands in a cell, and what a column is."""
