"""What a handler gets besides its event."""

from dataclasses import dataclass

from bot.services.work import Act, Work
from bot.views.words import Words


@dataclass(frozen=True)
class Context:
    """One update of a person we know: the act (session, actor, moment, policy) and the words."""

    act: Act
    words: Words
    bot_username: str


@dataclass(frozen=True)
class StrangerContext:
    """One update of somebody who has not been let in (or not any more)."""

    work: Work
    words: Words
    bot_username: str
    telegram_id: int
