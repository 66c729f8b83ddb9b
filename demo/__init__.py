"""The sample company and its scripted days, played in the sandbox against the real bot."""
