"""What a handler gets besides its event."""

from dataclasses import dataclass

from bot.services.work import Act, Work
from bot.views.taps import Tap, pack
from bot.views.words import Words


@dataclass(frozen=True)
class Context:
    """One update of a person we know: the act (session, actor, moment, policy) and the words."""

    act: Act
    words: Words
    bot_username: str

    def ask(self, tap: Tap) -> None:
        """From now on what the person types answers this tap (`answers`), until another screen
        is opened or the answer is taken; a refused one may be typed again."""
        self.act.actor.form = {"name": "tap", "tap": pack(tap)}


@dataclass(frozen=True)
class StrangerContext:
    """One update of somebody who has not been let in (or not any more)."""

    work: Work
    words: Words
    bot_username: str
    telegram_id: int
