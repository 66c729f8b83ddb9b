"""What the method says of a file before anything of it is imported."""
