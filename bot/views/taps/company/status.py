"""How the bot itself does, by tapping."""

from dataclasses import dataclass

from bot.views.taps.base import Tap, tap


@tap("bs")
@dataclass(frozen=True)
class OpenStatus(Tap):
    """Look again."""
