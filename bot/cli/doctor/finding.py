"""What the doctor says of one thing."""

from dataclasses import dataclass, field
from enum import StrEnum

from bot.views.words import Value


class Health(StrEnum):
    """A notice is worth knowing and keeps nothing from working; what is wrong does."""

    WELL = "well"
    NOTICE = "notice"
    WRONG = "wrong"


@dataclass(frozen=True)
class Finding:
    """`code` names the sentence `doctor-<code>`, which the facts fill; it stays from release to
    release, so that a script may look for it."""

    health: Health
    code: str
    facts: dict[str, Value] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """The name of the sentence."""
        return f"doctor-{self.code}"


def well(code: str, **facts: Value) -> Finding:
    """Looked at, and all right."""
    return Finding(Health.WELL, code, facts)


def notice(code: str, **facts: Value) -> Finding:
    """Good to know."""
    return Finding(Health.NOTICE, code, facts)


def wrong(code: str, **facts: Value) -> Finding:
    """Something does not work because of it, or soon will not."""
    return Finding(Health.WRONG, code, facts)
