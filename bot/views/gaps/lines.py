"""Clients without a task as lines: of the lists, and of the messages that name them (R5)."""

from collections.abc import Collection
from dataclasses import replace
from datetime import timedelta

from bot.method.core.terms import GapReason, GapStep
from bot.method.core.texts import clean
from bot.method.gaps.cards import GapLine, GapPage
from bot.method.people.clocks import OtherClock
from bot.views.words import Markup, Words

IN_MESSAGE = 10
"""So many a message names; the rest is in the list."""
_LONGEST = 60
_NOW = timedelta(minutes=1)


def told_with(
    words: Words, page: GapPage, named: Collection[int]
) -> tuple[dict[int, Markup], GapPage]:
    """What is to be said of the clients that are `named` for something else in the same message,
    and the others without a task."""
    notes: dict[int, list[Markup]] = {}
    for line in (line for line in page.lines if line.client_id in named):
        late = line.reason is GapReason.OVERDUE
        note = [words("note-plan-overdue" if late else "note-no-plan")]
        if line.step is GapStep.ESCALATED and line.given_until is None:
            note.append(words("gap-head-knows"))
        notes.setdefault(line.client_id, [*note, *_what_comes(words, line, page)])
    alone = tuple(line for line in page.lines if line.client_id not in named)
    total = page.total - (len(page.lines) - len(alone))
    joined = {client_id: Markup(" · ".join(note)) for client_id, note in notes.items()}
    return joined, replace(page, lines=alone, total=total)


def gap_lines(words: Words, page: GapPage) -> list[Markup]:
    """The owner's clients without a task as lines of another message."""
    return [line_text(words, line, page) for line in page.lines[:IN_MESSAGE]]


def more_lines(words: Words, page: GapPage) -> list[Markup]:
    """How many a message leaves to the list."""
    left = len(page.lines) - IN_MESSAGE
    return [words("gaps-more", count=left, list=words.plain("gaps-list"))] if left > 0 else []


def line_text(words: Words, line: GapLine, page: GapPage) -> Markup:
    """One client without a task, as its owner reads it: why, who knows of it, what comes."""
    parts = [_what(words, line)]
    if line.instead:
        parts.append(words("gap-whose", owner=clean(line.owner_name, 40)))
    if line.step is GapStep.ESCALATED and line.given_until is None:
        parts.append(words("gap-head-knows"))
    parts += _what_comes(words, line, page)
    return Markup(" · ".join(parts))


def told_text(words: Words, line: GapLine, page: GapPage) -> Markup:
    """The same, as the head reads it: whose it is and how long it has been so."""
    name = clean(line.owner_name, _LONGEST)
    whose = words("gap-told-now", owner=name)
    if line.waited >= _NOW:
        whose = words("gap-told", owner=name, waited=words.working_time(line.waited, line.workday))
    gone = [words("gap-owner-gone")] if line.owner_gone else []
    told = " · ".join([whose, *gone, *_what_comes(words, line, page)])
    return Markup(f"{_what(words, line)}\n{told}")


def base_lines(words: Words, page: GapPage, *, named: bool = False) -> list[Markup]:
    """What imports have brought and still waits to be planned: a line, for a head one a person."""
    if named:
        return [
            words("base-progress-of", name=clean(base.name, 40), left=base.left, total=base.total)
            for base in page.bases[:IN_MESSAGE]
        ]
    return [words("base-progress", left=base.left, total=base.total) for base in page.bases]


def sum_lines(words: Words, page: GapPage) -> list[Markup]:
    """The money at risk, where there is any."""
    shown = " + ".join(words.money(total, code) for code, total in page.sums.items() if total)
    return [words("gaps-sum", sum=shown)] if shown else []


def hours_of(page: GapPage) -> list[OtherClock | None]:
    """The clocks of those of whom an hour is said."""
    return [line.clock for line in page.lines if line.given_until is not None]


def _what(words: Words, line: GapLine) -> Markup:
    return words(
        "gap-line",
        client=clean(line.client_name, _LONGEST),
        deal=_deal(words, line),
        reason=words.plain(f"reason-{line.reason}"),
    )


def _what_comes(words: Words, line: GapLine, page: GapPage) -> list[Markup]:
    """Until when a head lets it wait or stay, and the automatic pool."""
    parts = []
    if line.given_until is not None:
        parts.append(words("gap-day-given", until=words.moment(line.given_until, page.today)))
    if line.locked_until is not None:
        parts.append(words("gap-locked", until=words.short_date(line.locked_until, page.today)))
    if line.pool_on is not None:
        parts.append(words("gap-pool-on", date=words.short_date(line.pool_on, page.today)))
    return parts


def _deal(words: Words, line: GapLine) -> str:
    if line.deal_id is None:
        return ""
    title = clean(line.deal_title or words.plain("gap-deal"), _LONGEST)
    sum_ = f" · {words.money(line.amount, line.currency)}" if line.amount and line.currency else ""
    return f" · {title}{sum_}"
