"""Groups that the bot is in: what is read there, and where the answer belongs."""
