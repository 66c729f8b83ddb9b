"""What vendors of telephony and forms send, each in its own shape, read into events (R9).

Their pages are thin and change: a field that is missing or odd is survived, never an error.
"""
