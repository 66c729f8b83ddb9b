"""Time in: the ticker, the table of jobs, and a file for each job that is more than its row."""
