"""Time in: the ticker and one small file a job."""
