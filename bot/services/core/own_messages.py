"""Messages that belong to no topic: the menu of a person, an update that was put aside, what the
Bot API server does not know."""

from dataclasses import dataclass

from bot.services.core.messages import BotMessage, Readers, Together, message


@message("menu", quiet=False, seen=False, each_time=True, together=Together.ALONE)
@dataclass(frozen=True)
class MenuMessage(BotMessage):
    """The commands in the person's menu, in the language and for the role of the moment."""


@message("parked", quiet=False, to=Readers.ADMINS, together=Together.ALONE)
@dataclass(frozen=True)
class ParkedMessage(BotMessage):
    """An update was put aside after five tries; `error` is the id of its last error."""

    error: str


@message("tables_refused", to=Readers.ADMINS, together=Together.ALONE)
@dataclass(frozen=True)
class TablesRefusedMessage(BotMessage):
    """The server takes no tables: who wants them gets plain lines. Said once and no more."""
