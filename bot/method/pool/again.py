"""Why a client goes to somebody who has let it go lately: by hand, and with a reason (R6)."""

from dataclasses import dataclass
from enum import StrEnum


class AgainReason(StrEnum):
    """The usual reasons; `OWN_WORDS` is what somebody writes himself."""

    ASKED_FOR = "asked_for"
    KNOWS_BEST = "knows_best"
    BY_MISTAKE = "by_mistake"
    NOBODY_ELSE = "nobody_else"
    OWN_WORDS = "own_words"

    @classmethod
    def offered(cls) -> tuple["AgainReason", ...]:
        """Those that are a tap."""
        return tuple(reason for reason in cls if reason is not cls.OWN_WORDS)


class AgainWay(StrEnum):
    """How the client comes to the person; the values travel in buttons."""

    ASSIGN = "a"
    """Out of the pool."""
    HAND_OVER = "h"
    """From its present owner."""
    RESTORE = "r"
    """Of the lost."""


@dataclass(frozen=True)
class WhyAgain:
    """The reason, and the words of `OWN_WORDS`."""

    reason: AgainReason
    comment: str | None = None
