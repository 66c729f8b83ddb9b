"""Plain results about what was brought together with a client's words (R9)."""

from dataclasses import dataclass, field

from bot.method.core.terms import TaskKind
from bot.method.tasks.phrases.reading import Moment


@dataclass(frozen=True)
class OwnWords:
    """What the person has written beside a forward, with what he may have meant as the date of
    the next step, the likeliest first, and as its kind."""

    text: str
    moments: tuple[Moment, ...] = ()
    kind: TaskKind = TaskKind.CALL


@dataclass(frozen=True)
class OwnLine:
    """It is no client's but the person's own line: it waits for what it was forwarded with, or to
    be said whose it is about."""

    arrival_id: int | None = field(default=None, compare=False)
