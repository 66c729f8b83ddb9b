"""Signs of work for show: a question for a head to ask, never a verdict (R12).

docs/report.md says what each counts.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from bot.method.core.terms import Event, Outcome
from bot.method.report.numbers import Share
from bot.method.report.periods import DaySpan

SIGN_DAYS = 28
"""Local dates looked at, today included."""
ASIDE = timedelta(days=30)
"""For so long a sign is not said again once it was talked about."""
FAST = timedelta(seconds=10)
"""Nobody opens a card, asks a client and chooses the outcome in this time."""
PILE = 5
"""So many tasks moved to one date within a day are moved together."""
EXAMPLES = 5
"""Examples on a page."""


class SignKind(StrEnum):
    """The signs, in the order of the screens, by the letters of their buttons."""

    FAST = "f"
    SAME_COMMENTS = "s"
    NO_COMMENTS = "n"
    ONE_DAY = "d"
    HORIZON = "h"
    UNREACHED = "u"


class Enough(NamedTuple):
    """A sign is said from so many cases on, out of so many, and so many per cent of them."""

    part: int
    whole: int
    percent: int


_ENOUGH: Mapping[SignKind, Enough] = {
    SignKind.FAST: Enough(8, 15, 50),
    SignKind.SAME_COMMENTS: Enough(5, 10, 40),
    SignKind.NO_COMMENTS: Enough(18, 20, 90),
    SignKind.ONE_DAY: Enough(10, 15, 60),
    SignKind.HORIZON: Enough(8, 15, 50),
    SignKind.UNREACHED: Enough(3, 3, 10),
}
_OUTCOMES = frozenset({Event.TASK_DONE, Event.NO_ANSWER})
_TALKS = frozenset({Outcome.TALKED, Outcome.MET})
REACHED = frozenset(Outcome) - {
    Outcome.NO_ANSWER,
    Outcome.NOT_HELD,
    Outcome.WROTE,
    Outcome.SENT,
    Outcome.FAILED,
}
"""With these outcomes the client was spoken to; a letter alone reaches nobody."""
_SAYS_SOMETHING = frozenset(
    {
        Event.COMMENT,
        Event.TASK_REWORDED,
        Event.DEAL_OPENED,
        Event.DEAL_CLOSED,
        Event.STAGE_CHANGED,
        Event.CLIENT_CHANGED,
        Event.REPRIEVE_ASKED,
    }
)
"""What leaves a trace of what was talked about."""


@dataclass(frozen=True)
class Trace:
    """One thing that somebody did with a client, at that local time.

    `outcome` of a task that was done; `on` the date that a task was given, `last` the last working
    day that could be given; `text` what was written; `titled`: the task says what is to be done.
    """

    client_id: int
    at: datetime
    event: Event
    outcome: Outcome | None = None
    on: date | None = None
    last: date | None = None
    text: str = ""
    titled: bool = False


@dataclass(frozen=True)
class SignCase:
    """An example: the client, when (local), and what is to be seen: seconds or tries, the date
    given, the words written."""

    client_id: int
    at: datetime
    count: int = 0
    on: date | None = None
    text: str = ""


@dataclass(frozen=True)
class WorkSign:
    """So many cases of so many; the latest first."""

    kind: SignKind
    share: Share
    cases: tuple[SignCase, ...]


def sign_span(today: date) -> DaySpan:
    """The local dates that signs are looked for in."""
    return DaySpan(today - timedelta(days=SIGN_DAYS - 1), today)


def signs_of(traces: Sequence[Trace], unreached: Collection[int] = ()) -> tuple[WorkSign, ...]:
    """The signs in what one person did, in the order of time; `unreached` are those of the clients
    tried again and again (`tried_much`) whom nobody has spoken to."""
    found = (
        _fast(traces),
        _same_comments(traces),
        _no_comments(traces),
        _one_day(traces),
        _horizon(traces),
        _unreached(traces, unreached),
    )
    return tuple(sign for sign in found if _is_enough(sign))


def tried_much(traces: Iterable[Trace], many: int) -> frozenset[int]:
    """The clients whom the person tried in vain so many times or more."""
    return frozenset(client for client, count in _tries(traces).items() if count >= many)


def _is_enough(sign: WorkSign) -> bool:
    enough, share = _ENOUGH[sign.kind], sign.share
    return (
        share.part >= enough.part
        and share.whole >= enough.whole
        and share.part * 100 >= share.whole * enough.percent
    )


def _sign(kind: SignKind, cases: Iterable[SignCase], whole: int) -> WorkSign:
    latest = sorted(cases, key=lambda case: (case.at, case.client_id), reverse=True)
    return WorkSign(kind, Share(len(latest), whole), tuple(latest))


def _fast(traces: Sequence[Trace]) -> WorkSign:
    """An outcome so soon after the person did something with another client: the card can not have
    been open for longer. What is done on the same card before, a comment say, starts no clock."""
    cases: list[SignCase] = []
    known: set[tuple[int, datetime]] = set()
    elsewhere: datetime | None = None
    before: Trace | None = None
    for trace in traces:
        if before is not None and before.client_id != trace.client_id:
            elsewhere = before.at
        before = trace
        # One tap that ends several tasks of a client is one outcome.
        if trace.event not in _OUTCOMES or (trace.client_id, trace.at) in known:
            continue
        known.add((trace.client_id, trace.at))
        if elsewhere is not None and trace.at - elsewhere <= FAST:
            seconds = round((trace.at - elsewhere).total_seconds())
            cases.append(SignCase(trace.client_id, trace.at, seconds))
    return _sign(SignKind.FAST, cases, len(known))


def _same_comments(traces: Sequence[Trace]) -> WorkSign:
    """The comment that is written most often, by its letters and digits alone."""
    written = [trace for trace in traces if trace.event is Event.COMMENT and trace.text]
    by_words = Counter(_words(trace.text) for trace in written)
    most = max(by_words, key=lambda words: by_words[words], default="")
    cases = [
        SignCase(trace.client_id, trace.at, text=trace.text)
        for trace in written
        if _words(trace.text) == most
    ]
    return _sign(SignKind.SAME_COMMENTS, cases, len(written))


def _words(text: str) -> str:
    kept = "".join(char if char.isalnum() else " " for char in text.casefold())
    return " ".join(kept.split()) or text


def _no_comments(traces: Sequence[Trace]) -> WorkSign:
    """Talks after which nothing was written down of the client on that day."""
    said = {
        (trace.client_id, trace.at.date())
        for trace in traces
        if trace.event in _SAYS_SOMETHING or trace.titled
    }
    talks = [trace for trace in traces if trace.outcome in _TALKS]
    cases = [
        SignCase(trace.client_id, trace.at)
        for trace in talks
        if (trace.client_id, trace.at.date()) not in said
    ]
    return _sign(SignKind.NO_COMMENTS, cases, len(talks))


def _one_day(traces: Sequence[Trace]) -> WorkSign:
    """Moves that were made within a day to one and the same date, many together."""
    moves = [trace for trace in traces if trace.event is Event.TASK_MOVED and trace.on]
    piles = Counter((trace.at.date(), trace.on) for trace in moves)
    cases = [
        SignCase(trace.client_id, trace.at, on=trace.on)
        for trace in moves
        if piles[trace.at.date(), trace.on] >= PILE
    ]
    return _sign(SignKind.ONE_DAY, cases, len(moves))


def _horizon(traces: Sequence[Trace]) -> WorkSign:
    """Dates chosen as late as they may be; those of many clients in one act are the bot's."""
    acts = Counter(trace.at for trace in traces if trace.last is not None)
    chosen = [trace for trace in traces if trace.last is not None and acts[trace.at] == 1]
    cases = [
        SignCase(trace.client_id, trace.at, on=trace.on)
        for trace in chosen
        if trace.on is not None and trace.last is not None and trace.on >= trace.last
    ]
    return _sign(SignKind.HORIZON, cases, len(chosen))


def _unreached(traces: Sequence[Trace], unreached: Collection[int]) -> WorkSign:
    """Clients tried again and again and never spoken to, of all that did not answer."""
    tries = _tries(traces)
    latest = {trace.client_id: trace.at for trace in traces if trace.event is Event.NO_ANSWER}
    cases = [SignCase(client, latest[client], tries[client]) for client in tries.keys() & unreached]
    return _sign(SignKind.UNREACHED, cases, len(tries))


def _tries(traces: Iterable[Trace]) -> Counter[int]:
    return Counter(trace.client_id for trace in traces if trace.event is Event.NO_ANSWER)
