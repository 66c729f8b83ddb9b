"""The gateway to people's own accounts: what happens there is heard, and nothing said."""
