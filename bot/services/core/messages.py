"""Every kind of message that the bot starts by itself, and all their keys, in one place."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class AfterCrash(StrEnum):
    """What becomes of a message of which nobody knows whether Telegram has it."""

    ONCE_MORE = "once_more"
    """Sent a second time, silently and marked as a repetition."""
    DROP = "drop"
    """Not sent again: what it said stands on a screen anyway."""


@dataclass(frozen=True)
class Kind:
    """`quiet`: waits for the person's working time. `seen`: a message, for which quiet hours and
    vacations count; the menu is none, and what answers a person a little later has been asked
    for. `on_vacation`: reaches people on vacation as well."""

    after_crash: AfterCrash
    quiet: bool = True
    seen: bool = True
    on_vacation: bool = False


KINDS: dict[str, Kind] = {
    "digest": Kind(AfterCrash.ONCE_MORE),
    "evening": Kind(AfterCrash.ONCE_MORE),
    "reminder": Kind(AfterCrash.ONCE_MORE),
    "nudge": Kind(AfterCrash.ONCE_MORE),
    "escalation": Kind(AfterCrash.ONCE_MORE),
    "reactivation": Kind(AfterCrash.ONCE_MORE),
    "inbound": Kind(AfterCrash.ONCE_MORE),
    "pooled": Kind(AfterCrash.DROP),
    "exhausted": Kind(AfterCrash.ONCE_MORE),
    "moved_often": Kind(AfterCrash.DROP),
    "told": Kind(AfterCrash.DROP),
    "handed_over": Kind(AfterCrash.ONCE_MORE),
    "returning": Kind(AfterCrash.ONCE_MORE),
    "stand_in": Kind(AfterCrash.ONCE_MORE),
    "vacation": Kind(AfterCrash.ONCE_MORE, on_vacation=True),
    "menu": Kind(AfterCrash.ONCE_MORE, quiet=False, seen=False),
    "export": Kind(AfterCrash.ONCE_MORE, quiet=False),
    "import": Kind(AfterCrash.ONCE_MORE, quiet=False, seen=False),
    "parked": Kind(AfterCrash.DROP, quiet=False),
}
"""What happens after a crash between sending and marking, by kind."""


def key_of(kind: str, user_id: int, *subject: object) -> str:
    """The key that makes the same decision twice impossible: kind, person, and its subject.

    The subject is ids, code words, local dates and instants, never a shown text.
    """
    if kind not in KINDS:
        raise KeyError(kind)
    return ":".join([kind, str(user_id), *(_part(one) for one in subject)])


def _part(one: object) -> str:
    match one:
        case datetime() | date():
            return one.isoformat()
        case int() | StrEnum() | str():
            return str(one)
    raise TypeError(f"{one!r} does not belong into a key")
