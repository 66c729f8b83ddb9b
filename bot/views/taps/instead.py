"""What was answered to the question for a date and is none."""

from dataclasses import dataclass

from bot.method.core.terms import Outcome
from bot.method.tasks.date_question import Purpose
from bot.views.taps.base import Tap, tap
from bot.views.taps.nav import KindCode


@tap("xmine")
@dataclass(frozen=True)
class LineIsMine(Tap):
    """The line is the answer for the client who was asked about."""

    line_id: int
    client_id: int


@tap("xan")
@dataclass(frozen=True)
class LineIsOthers(Tap):
    """It is about somebody else: as if nothing had been asked."""

    line_id: int


@tap("xno")
@dataclass(frozen=True)
class LineIsResult(Tap):
    """It is a comment on what was just done; the date is still asked for."""

    line_id: int
    client_id: int


@tap("xres")
@dataclass(frozen=True)
class WriteResult(Tap):
    """Type a comment on what was just done, before the date."""

    purpose: Purpose
    client_id: int
    other_id: int | None
    kind: KindCode = KindCode.CALL
    outcome: Outcome | None = None
