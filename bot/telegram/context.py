"""What a handler gets besides its event, and what it answers where its act goes on."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar, cast

from bot.services.core.work import Act, Work
from bot.views.screen import Screen
from bot.views.taps.base import Tap, pack
from bot.views.words import Words

_Found = TypeVar("_Found")


class FileNeeded(Exception):
    """What a handler raises that can say nothing without the content of a small file: it is
    fetched outside the transaction, and the handler asked again with it among its `files`, None
    where it can not be had."""

    def __init__(self, file_id: str) -> None:
        super().__init__()
        self.file_id = file_id


class ConnectionNeeded(Exception):
    """What somebody wrote in an account comes by a connection that the bot has never heard of:
    Telegram is asked whose it is outside the transaction."""

    def __init__(self, connection_id: str) -> None:
        super().__init__()
        self.connection_id = connection_id


class LookNeeded(Exception):
    """What a handler raises that needs a look at much, before it has changed anything: others
    would wait for it to write. It is taken outside the transaction, and the handler asked again
    with what was found."""

    def __init__(self, telegram_id: int, look: "Callable[[Act], Awaitable[object]]") -> None:
        super().__init__()
        self.telegram_id = telegram_id
        self.look = look


@dataclass(frozen=True)
class Context:
    """One update of a person we know: the act (session, actor, moment, policy) and the words."""

    act: Act
    words: Words
    bot_username: str
    tap_data: str | None = None
    """The tap as it came, packed; None where nothing was tapped."""
    looked: object = None
    """What the handler has asked for by LookNeeded."""

    def found_by(self, look: Callable[[Act], Awaitable[_Found]]) -> _Found:
        """What the look has found, a moment ago: what is done by it checks that it still is so.

        Raises LookNeeded where it was not taken yet. One look a handler.
        """
        if self.looked is None:
            raise LookNeeded(self.act.actor.telegram_id, look)
        return cast(_Found, self.looked)

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


AnyContext = Context | StrangerContext


@dataclass(frozen=True)
class Redrawn:
    """A message of the bot's own in the chat says something else by now: it is edited in passing,
    and where that can not be done nothing is lost."""

    chat_id: int
    message_id: int
    screen: Screen


@dataclass(frozen=True)
class Going:
    """The answer of a handler whose act is too long for one transaction: a part of it is done.

    The part is committed and `screen` says how far the act is; then `go_on` does the next one in
    a transaction of its own. After a crash the update comes again from its beginning, and the
    handler is told by `done_before` what was done. All parts are taken back together.
    """

    screen: Screen
    go_on: "Callable[[Context], Awaitable[Screen | Going]]"
