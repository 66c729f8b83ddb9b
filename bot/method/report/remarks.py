"""What to praise and what to ask about, one sentence each (R12)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.method.report.cards import JudgedLine
from bot.method.report.numbers import Light, NumberKind, Trend

Rank = tuple[int, ...]
_BAD_BESIDE_A_GAIN = 1


@dataclass(frozen=True)
class Remark:
    """This number of this person is worth a word."""

    line: JudgedLine
    kind: NumberKind


def praise_of(lines: Sequence[JudgedLine]) -> Remark | None:
    """The good number that is worth most: one that has become better before one that stayed good,
    of whoever has the most good ones.

    A gain is praised beside one bad number, what stayed good only where nothing is bad; that
    nothing is overdue, only where something was.
    """

    def rank(line: JudgedLine, kind: NumberKind) -> Rank | None:
        judged = line.judged
        if judged.light(kind) is not Light.GOOD:
            return None
        bad, good = judged.count(Light.BAD), judged.count(Light.GOOD)
        if judged.trend(kind) is Trend.BETTER:
            return (1, good) if bad <= _BAD_BESIDE_A_GAIN else None
        return (0, good) if not bad and kind is not NumberKind.OVERDUE else None

    return _best(lines, rank)


def question_of(lines: Sequence[JudgedLine]) -> Remark | None:
    """The bad number that asks most for a talk: of whoever has the most bad ones, one that has
    become worse first."""

    def rank(line: JudgedLine, kind: NumberKind) -> Rank | None:
        judged = line.judged
        if judged.light(kind) is not Light.BAD:
            return None
        return judged.count(Light.BAD), int(judged.trend(kind) is Trend.WORSE)

    return _best(lines, rank)


def _best(
    lines: Sequence[JudgedLine], rank: Callable[[JudgedLine, NumberKind], Rank | None]
) -> Remark | None:
    """The highest rank; of equal ones the first person, and the first number of the five."""
    ranked = [
        (found, Remark(line, kind))
        for line in lines
        for kind in NumberKind
        if (found := rank(line, kind)) is not None
    ]
    return max(ranked, key=lambda pair: pair[0])[1] if ranked else None
