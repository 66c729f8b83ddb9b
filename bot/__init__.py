"""A sales manager's assistant that makes one working method impossible to forget."""
