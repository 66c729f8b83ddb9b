"""Bytes to plain rows and back: readers of export files, writers of tables. No database."""
