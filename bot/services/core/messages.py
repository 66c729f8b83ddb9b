"""Every kind of message that the bot starts by itself, and all their keys, in one place."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum


@dataclass(frozen=True)
class Kind:
    """`quiet`: waits for the person's working time. `seen`: a message, for which quiet hours and
    vacations count; the menu is none, and what answers a person a little later has been asked
    for. `on_vacation`: reaches people on vacation as well. `repeated_until`: the local time from
    which one in doubt is not repeated any more; what is not so any more is not sent in any case.
    """

    quiet: bool = True
    seen: bool = True
    on_vacation: bool = False
    repeated_until: time | None = None


_NOON = time(12)
"""What the morning says stands in the list of the day by then."""

KINDS: dict[str, Kind] = {
    "digest": Kind(repeated_until=_NOON),
    "evening": Kind(),
    "reminder": Kind(),
    "nudge": Kind(),
    "escalation": Kind(),
    "reactivation": Kind(),
    "inbound": Kind(),
    "pooled": Kind(),
    "exhausted": Kind(),
    "moved_often": Kind(),
    "told": Kind(),
    "handed_over": Kind(),
    "returning": Kind(),
    "stand_in": Kind(repeated_until=_NOON),
    "vacation": Kind(on_vacation=True),
    "menu": Kind(quiet=False, seen=False),
    "export": Kind(quiet=False),
    "import": Kind(quiet=False, seen=False),
    "parked": Kind(quiet=False),
}
"""How each kind of message reaches people."""


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
