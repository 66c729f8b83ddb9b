"""A page that looks and works like a messenger: everybody of a sandbox with the bot."""

from sandbox.chat.site import ChatSite

__all__ = ["ChatSite"]
