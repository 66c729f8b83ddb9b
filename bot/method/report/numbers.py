"""The five numbers of a person, and how good they are (R12).

docs/report.md says what each counts.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from statistics import median

from bot.method.core.policy import Policy
from bot.method.core.workdays import WorkCalendar

OFTEN = 3
"""Moves of one task from which on it is asked about."""
_NEARLY = 15
"""Per cent below a norm that are not yet bad."""
_MOVES_GOOD, _MOVES_BAD = 20, 40
"""Per cent of what was done or moved: up to the first it is good, above the second bad."""
_WHOLE = 100


class NumberKind(StrEnum):
    """The five numbers, in the order of the screens, by the letters of their buttons."""

    COVERAGE = "c"
    CLEAN = "d"
    OVERDUE = "o"
    REACTION = "r"
    MOVES = "m"


class Light(StrEnum):
    """How good a number is; nothing to judge is no light."""

    GOOD = "good"
    NEARLY = "nearly"
    BAD = "bad"
    NONE = "none"


class Trend(StrEnum):
    """How a number stands to that of the time before."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    NONE = "none"


@dataclass(frozen=True)
class Share:
    """So many of so many."""

    part: int = 0
    whole: int = 0

    @property
    def percent(self) -> int | None:
        """Whole per cent, never rounded up to all and never down to nothing; None of nothing."""
        if not self.whole:
            return None
        if 0 < self.part < self.whole:
            return min(max(round(self.part * _WHOLE / self.whole), 1), _WHOLE - 1)
        return self.part * _WHOLE // self.whole

    def __add__(self, other: "Share") -> "Share":
        return Share(self.part + other.part, self.whole + other.whole)


@dataclass(frozen=True)
class Numbers:
    """The five of one person, or of several together.

    `coverage` is covered of all, `clean` clean of ended days, `overdue` how many tasks now and
    `oldest` their earliest date; `reactions` are working minutes, one for each inbound that was
    answered, `waiting` how many still wait; `moves` is moved of done and moved. None: not known.
    """

    coverage: Share | None = Share()
    clean: Share = Share()
    overdue: int | None = 0
    oldest: date | None = None
    reactions: tuple[int, ...] = ()
    waiting: int = 0
    moves: Share = Share()

    @property
    def uncovered(self) -> int:
        """Deals and clients without a task."""
        return self.coverage.whole - self.coverage.part if self.coverage else 0

    @property
    def unclean(self) -> int:
        """Days that ended with something left."""
        return self.clean.whole - self.clean.part

    @property
    def reaction(self) -> int | None:
        """The median of the reactions in whole working minutes."""
        return int(median(self.reactions)) if self.reactions else None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to be judged."""
        kept = self.coverage.whole if self.coverage else 0
        whole = kept + self.clean.whole + self.moves.whole
        return not whole and not self.overdue and not self.reactions and not self.waiting

    def length(self, kind: NumberKind) -> int:
        """How long the list behind the number is."""
        match kind:
            case NumberKind.COVERAGE:
                return self.uncovered
            case NumberKind.CLEAN:
                return self.unclean
            case NumberKind.OVERDUE:
                return self.overdue or 0
            case NumberKind.REACTION:
                return len(self.reactions)
            case NumberKind.MOVES:
                return self.moves.part


@dataclass(frozen=True)
class Norms:
    """What the company holds to be good. `reaction` is in working minutes, `grace` the earliest
    local date on which a task may stand and not be long overdue."""

    coverage: int
    clean: int
    reaction: int
    grace: date

    @classmethod
    def of(cls, policy: Policy, calendar: WorkCalendar, today: date) -> "Norms":
        """By the rules, on the person's today."""
        return cls(
            policy.coverage_norm,
            policy.clean_day_norm,
            policy.inbound_deadline // timedelta(minutes=1),
            calendar.shift(today, -policy.overdue_grace_days),
        )


def light_of(kind: NumberKind, numbers: Numbers, norms: Norms) -> Light:
    """How good this number is."""
    match kind:
        case NumberKind.COVERAGE:
            return _at_least(numbers.coverage, norms.coverage)
        case NumberKind.CLEAN:
            return _at_least(numbers.clean, norms.clean)
        case NumberKind.OVERDUE:
            return _overdue(numbers, norms)
        case NumberKind.REACTION:
            return _at_most(numbers.reaction, norms.reaction // 2, norms.reaction)
        case NumberKind.MOVES:
            return _at_most(numbers.moves.percent, _MOVES_GOOD, _MOVES_BAD)


def trend_of(kind: NumberKind, now: Numbers, before: Numbers) -> Trend:
    """Better or worse than before, whichever way the number is good."""
    present, past = _goodness(kind, now), _goodness(kind, before)
    if present is None or past is None:
        return Trend.NONE
    if present == past:
        return Trend.SAME
    return Trend.BETTER if present > past else Trend.WORSE


def together(all_of: Sequence[Numbers]) -> Numbers:
    """The numbers of several people as one's: sums, and the median of all reactions."""
    total = Numbers()
    for numbers in all_of:
        dates = [day for day in (total.oldest, numbers.oldest) if day is not None]
        total = replace(
            total,
            coverage=_sum(total.coverage, numbers.coverage),
            clean=total.clean + numbers.clean,
            overdue=_sum_of_counts(total.overdue, numbers.overdue),
            oldest=min(dates, default=None),
            waiting=total.waiting + numbers.waiting,
            moves=total.moves + numbers.moves,
        )
    reactions = tuple(minutes for numbers in all_of for minutes in numbers.reactions)
    return replace(total, reactions=reactions)


def _at_least(share: Share | None, norm: int) -> Light:
    percent = share.percent if share else None
    if percent is None:
        return Light.NONE
    if percent >= norm:
        return Light.GOOD
    return Light.NEARLY if percent >= norm - _NEARLY else Light.BAD


def _at_most(value: int | None, good: int, bad: int) -> Light:
    if value is None:
        return Light.NONE
    if value <= good:
        return Light.GOOD
    return Light.NEARLY if value <= bad else Light.BAD


def _overdue(numbers: Numbers, norms: Norms) -> Light:
    """What is overdue within the grace still counts as a plan."""
    if numbers.is_empty:
        return Light.NONE
    if not numbers.overdue or numbers.oldest is None:
        return Light.GOOD
    return Light.NEARLY if numbers.oldest >= norms.grace else Light.BAD


def _goodness(kind: NumberKind, numbers: Numbers) -> float | None:
    """The greater the better; shares unrounded."""
    match kind:
        case NumberKind.COVERAGE:
            return _exact(numbers.coverage)
        case NumberKind.CLEAN:
            return _exact(numbers.clean)
        case NumberKind.OVERDUE:
            return None if numbers.overdue is None else -numbers.overdue
        case NumberKind.REACTION:
            return None if numbers.reaction is None else -numbers.reaction
        case NumberKind.MOVES:
            exact = _exact(numbers.moves)
            return None if exact is None else -exact


def _exact(share: Share | None) -> float | None:
    return share.part / share.whole if share and share.whole else None


def _sum(first: Share | None, second: Share | None) -> Share | None:
    return None if first is None or second is None else first + second


def _sum_of_counts(first: int | None, second: int | None) -> int | None:
    return None if first is None or second is None else first + second
