"""Work in processes of their own: what is heavy or dangerous neither hurts nor holds up the bot."""
