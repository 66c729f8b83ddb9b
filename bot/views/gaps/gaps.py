"""Clients without a task: the lists, the reminder, the escalation, the decision (R5)."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.method.core.places import TeamGapList
from bot.method.core.terms import GapReason
from bot.method.core.texts import clean
from bot.method.gaps.cards import GapLine, GapPage, LateLine
from bot.views.gaps.decisions import decisions, known_lines
from bot.views.gaps.lines import (
    IN_MESSAGE,
    base_lines,
    gap_lines,
    hours_of,
    line_text,
    more_lines,
    sum_lines,
    told_text,
    told_with,
)
from bot.views.inbound.late import late_for_head, late_for_owner, late_rows
from bot.views.parts.clocks import clock_lines
from bot.views.parts.rows import WITHOUT_TASK, back_to, home_row, pager, team_row
from bot.views.screen import Brief, Button, Row, Screen
from bot.views.taps.base import Tap
from bot.views.taps.gaps import OpenReprieves
from bot.views.taps.nav import (
    AskNext,
    Decide,
    OpenGaps,
    OpenTeamGaps,
    Walk,
)
from bot.views.taps.people import AskTransfer
from bot.views.taps.planning.walk import PutOnDeal
from bot.views.words import Markup, Words

_GONE_IN_MESSAGE = 3
_LONGEST = 60


def own_gaps_screen(words: Words, page: GapPage) -> Screen:
    """My clients without a task; each leads to the dates, or its task to the deal (R2)."""
    screen = _list(words, page, "gaps-own", "gaps-own-empty", _to_dates, OpenGaps)
    if not page.total and not page.bases:
        return screen
    walk = (Button(words.plain("setup-start"), Walk(), style="primary"),)
    return replace(screen, rows=(walk, *_to_deals(words, page), *screen.rows))


def team_gaps_screen(words: Words, page: GapPage) -> Screen:
    """The team's; each leads to the head's decisions."""
    empty = "nobody-led" if page.nobody_led else "gaps-team-empty"

    def lead(line: GapLine) -> Tap:
        return Decide(line.client_id, page.page)

    return _list(words, page, "gaps-team", empty, lead, OpenTeamGaps)


def nudge_screen(words: Words, page: GapPage, late: Sequence[LateLine] = ()) -> Screen | None:
    """The reminder to the owner, with the inbound that waits too long first; None where all has
    been planned and answered meanwhile."""
    notes, alone = told_with(words, page, {task.line.client_id for task in late[:IN_MESSAGE]})
    parts = late_for_owner(words, late, page.today, notes)
    if alone.lines:
        parts += [Markup("")] if parts else []
        parts.append(words("nudge", count=alone.total))
        parts += gap_lines(words, alone)
        parts += more_lines(words, alone)
    if page.lines:
        parts.append(words("nudge-next"))
    if not parts:
        return None
    rows = (*late_rows(late), *gap_rows(page))
    if len(page.lines) > IN_MESSAGE:
        rows = (*rows, (Button(words.plain("gaps-list"), OpenGaps()),))
    return Screen(Markup("\n".join(parts)), (*rows, home_row(words)))


def gap_rows(page: GapPage) -> tuple[Row, ...]:
    """A row for each of them, which leads to the dates."""
    return _rows(page.lines[:IN_MESSAGE], _to_dates)


def escalation_screen(words: Words, page: GapPage, late: Sequence[LateLine] = ()) -> Screen | None:
    """What the head is told; the decisions stand on the message where it is about one client."""
    notes, alone = told_with(words, page, {task.line.client_id for task in late[:IN_MESSAGE]})
    parts = late_for_head(words, late, page.today, notes)
    if alone.lines:
        parts += [Markup("")] if parts else []
        parts.append(words("escalation", count=alone.total))
        parts += sum_lines(words, page)
        parts += _by_owner(words, alone)
        parts += [told_text(words, line, page) for line in alone.lines[:IN_MESSAGE]]
        parts += known_lines(words, page)
        parts += more_lines(words, alone)
    if not parts:
        return None
    parts += clock_lines(words, (*(task.clock for task in late), *hours_of(page)))
    text = Markup("\n".join(parts))
    rows = (*late_rows(late), *_decision_rows(words, page))
    among_others = (*late_rows(late), *_rows(page.lines[:IN_MESSAGE], _to_decision))
    return Screen(text, rows, brief=Brief(text, among_others))


def _by_owner(words: Words, page: GapPage) -> list[Markup]:
    """Whose they are, where there are more of them than the message names."""
    if len(page.lines) <= IN_MESSAGE:
        return []
    owners = Counter(line.owner_name for line in page.lines)
    return [
        words("gaps-of-owner", owner=clean(name, _LONGEST), count=count)
        for name, count in owners.most_common(IN_MESSAGE)
    ]


def _decision_rows(words: Words, page: GapPage) -> tuple[Row, ...]:
    if not page.lines:
        return ()
    if len({line.client_id for line in page.lines}) == 1:
        return decisions(words, page)
    rows = (*_transfer_rows(words, page), *_rows(page.lines[:IN_MESSAGE], _to_decision))
    return (*rows, (Button(words.plain("gaps-list"), OpenTeamGaps()),))


def _transfer_rows(words: Words, page: GapPage) -> tuple[Row, ...]:
    """A row for everybody who is gone: one decision for all of that person's clients."""
    gone = {line.owner_id: line.owner_name for line in page.lines if line.owner_gone}
    return tuple(
        (Button(words.plain("gaps-transfer", owner=clean(name, 40)), AskTransfer(owner_id)),)
        for owner_id, name in list(gone.items())[:_GONE_IN_MESSAGE]
    )


def decision_screen(words: Words, page: GapPage, listed: int = 0) -> Screen:
    """One client without a task, and what the head may decide; `listed` is the page of the list
    that it was opened from."""
    parts = [words("decide", client=page.lines[0].client_name)]
    parts += [told_text(words, gap, page) for gap in page.lines]
    parts += [*known_lines(words, page), *clock_lines(words, hours_of(page))]
    rows = decisions(words, page, listed=listed)
    back = back_to(words, TeamGapList(listed))
    return Screen(Markup("\n".join(parts)), (*rows, (back, *home_row(words))))


def day_given_screen(words: Words, client: str, until: str) -> Screen:
    """The head has given another day."""
    return Screen(words("day-given", client=client, until=until), (team_row(words),))


def _list(
    words: Words,
    page: GapPage,
    title: str,
    empty: str,
    lead: Callable[[GapLine], Tap],
    turn: Callable[[int], Tap],
) -> Screen:
    team = title == "gaps-team"
    muted = base_lines(words, page, named=team)
    if not page.total:
        return Screen(Markup("\n".join(muted)) if muted else words(empty), (_foot(words),))
    show = told_text if team else line_text
    parts = [words(title, count=page.total), *sum_lines(words, page)]
    parts += [*muted, *(show(words, line, page) for line in page.lines)]
    parts += clock_lines(words, hours_of(page))
    rows = (*(_transfer_rows(words, page) if team else ()), *_rows(page.lines, lead))
    rows += pager(words, page.page, page.pages, turn)
    return Screen(Markup("\n".join(parts)), (*rows, _foot(words)))


def _foot(words: Words) -> Row:
    """Who is not in the list because a head lets them wait, and the way home."""
    return (Button(words.plain("to-reprieves-pause"), OpenReprieves()), *home_row(words))


def _rows(lines: Sequence[GapLine], lead: Callable[[GapLine], Tap]) -> tuple[Row, ...]:
    """A row a line; several deals of one client with the same way out share their row."""
    ways: dict[Tap, GapLine] = {}
    for line in lines:
        ways.setdefault(lead(line), line)
    return tuple((_button(line, way),) for way, line in ways.items())


def _to_deals(words: Words, page: GapPage) -> tuple[Row, ...]:
    return tuple(
        (
            Button(
                words.plain("put-this-on-deal", client=clean(line.client_name, 30)),
                PutOnDeal(line.gap_id, walking=False),
            ),
        )
        for line in page.lines
        if line.reason is GapReason.TASK_ON_CONTACT
    )


def _button(line: GapLine, way: Tap) -> Button:
    deal = f" · {line.deal_title}" if line.deal_title and isinstance(way, AskNext) else ""
    return Button(f"{WITHOUT_TASK} {clean(line.client_name, 40)}{deal}"[:_LONGEST], way)


def _to_dates(line: GapLine) -> AskNext:
    return AskNext(line.client_id, line.deal_id)


def _to_decision(line: GapLine) -> Decide:
    return Decide(line.client_id)
