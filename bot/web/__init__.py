"""HTTP in: health and readiness."""
