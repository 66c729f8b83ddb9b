"""A Telegram of our own: a Bot API server in memory, people to act in it, a movable clock."""

from sandbox.box import Sandbox
from sandbox.clock import MovableClock
from sandbox.incoming import Community
from sandbox.markup import Button
from sandbox.memory import Memory
from sandbox.person import Person
from sandbox.posts import Post
from sandbox.process import BotProcess
from sandbox.transcript import Entry, render, render_all

__all__ = [
    "BotProcess",
    "Button",
    "Community",
    "Entry",
    "Memory",
    "MovableClock",
    "Person",
    "Post",
    "Sandbox",
    "render",
    "render_all",
]
