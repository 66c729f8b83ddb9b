"""Messages that the bot starts, drawn at the time of sending, a file a topic."""
