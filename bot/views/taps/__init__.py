"""Every tap, a file a topic."""
