"""Taps of the company: the journal, the state of the bot."""
