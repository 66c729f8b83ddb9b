"""Use cases: tasks and the question for their date (R2-R4, R10)."""
