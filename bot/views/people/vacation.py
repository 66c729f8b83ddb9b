"""Vacations: setting one, who stands in, and what both are told."""

from dataclasses import replace
from datetime import date

from bot.method.people.cards import PeoplePage
from bot.method.people.vacation import (
    AheadNotice,
    StandInDay,
    Told,
    Vacation,
    VacationCard,
    VacationNews,
    VacationNotice,
)
from bot.method.tasks.calendar_grid import Cell, MonthGrid
from bot.views.day.day import mark_of, once_each
from bot.views.parts.person_choice import person_rows
from bot.views.parts.rows import back_button, home_row, pager
from bot.views.screen import Brief, Button, Row, Screen
from bot.views.taps.base import Tap
from bot.views.taps.nav import AskNext, Nothing, OpenDay, OpenTask
from bot.views.taps.people import OpenPerson
from bot.views.taps.settings import OpenMe
from bot.views.taps.vacation import (
    AskSubstitute,
    AskVacationDay,
    CallOff,
    OpenStandIn,
    OpenVacation,
    SetVacation,
    StartStandIn,
)
from bot.views.words import Markup, Words, clean

_MONDAY = date(2024, 1, 1)
_LONGEST = 40


def vacation_line(words: Words, card: VacationCard) -> Markup:
    """The vacation in one line."""
    if card.vacation is None:
        return words("vacation-none")
    dates = _dates(words, card.vacation, card.today)
    return words("vacation-set", dates=dates, substitute=_who(words, card.substitute))


def vacation_screen(words: Words, card: VacationCard) -> Screen:
    """Somebody's vacation, and what may be done about it; dates may be typed at once."""
    parts = [words("vacation-title" if card.own else "vacation-title-of", name=card.name)]
    parts.append(vacation_line(words, card))
    if card.vacation is not None:
        parts.append(words("vacation-now" if card.under_way else "vacation-to-come"))
        if card.substitute is None:
            parts.append(words("vacation-alone-means"))
    parts.append(words("vacation-ask"))
    return Screen(Markup("\n".join(parts)), _vacation_rows(words, card))


def vacation_month_screen(
    words: Words, card: VacationCard, grid: MonthGrid, opened: AskVacationDay
) -> Screen:
    """A month to choose the first day from, or the last one."""
    title = words("month-title", month=words.plain(f"month-{grid.month}"), year=str(grid.year))
    ask = words("vacation-first")
    if opened.first is not None:
        ask = words("vacation-last", first=words.short_date(opened.first, card.today))
    heads = tuple(
        Button(words.weekday(date.fromordinal(_MONDAY.toordinal() + number)), Nothing(), dead=True)
        for number in range(7)
    )
    weeks = tuple(tuple(_day(cell, opened) for cell in week) for week in grid.weeks)
    turn: Row = ()
    if grid.earlier:
        turn += (Button(words.plain("page-before"), _month(opened, grid, -1)),)
    if grid.later:
        turn += (Button(words.plain("page-after"), _month(opened, grid, 1)),)
    back = (back_button(words, OpenVacation(card.person_id)),)
    return Screen(Markup(f"{title}\n{ask}"), (heads, *weeks, *((turn,) if turn else ()), back))


def substitute_screen(
    words: Words, card: VacationCard, wanted: Vacation, people: PeoplePage
) -> Screen:
    """Who stands in from the first to the last day, or nobody."""
    rows = person_rows(
        words,
        people,
        lambda person_id: SetVacation(card.person_id, wanted.first, wanted.last, person_id),
        lambda page: AskSubstitute(card.person_id, wanted.first, wanted.last, page),
    )
    nobody = SetVacation(card.person_id, wanted.first, wanted.last, None)
    text = words("vacation-who", dates=_dates(words, wanted, card.today))
    last = (
        (Button(words.plain("vacation-nobody"), nobody),),
        (back_button(words, OpenVacation(card.person_id)),),
    )
    return Screen(text, (*rows, *last))


def stand_in_screen(words: Words, absence: StandInDay) -> Screen | None:
    """The tasks of somebody on vacation for the one who stands in; None where there are none."""
    day = absence.day
    if not day.total and not absence.gaps:
        return None
    until = words.short_date(absence.until, day.today)
    parts = [
        words("stand-in-title", name=absence.name, until=until),
        words(
            "day-counters",
            inbound=day.inbound,
            overdue=day.overdue,
            planned=day.planned,
            gaps=day.gaps,
        ),
    ]
    if day.lines:
        parts += [Markup(""), *once_each(words, day.lines, day.today, {})]
    rows: tuple[Row, ...] = tuple(
        (_short(f"{mark_of(line, day.today)} {line.client_name}", OpenTask(line.task_id)),)
        for line in day.lines
    )
    rows += pager(words, day.page, day.pages, lambda page: OpenStandIn(absence.person_id, page))
    rows += tuple(
        (
            _short(
                words.plain("stand-in-gap", client=gap.client_name),
                _plan(gap.client_id, gap.deal_id),
            ),
        )
        for gap in absence.gaps
    )
    rows = (*rows, home_row(words))
    text = Markup("\n".join(parts))
    if not day.lines:
        return Screen(text, rows)
    start = Button(words.plain("day-start"), StartStandIn(absence.person_id), style="primary")
    # The reader's own day begins in the same message, with a button of the same words.
    named = replace(start, label=words.plain("stand-in-start", name=clean(absence.name, _LONGEST)))
    return Screen(text, ((start,), *rows), brief=Brief(text, ((named,), *rows)))


def stand_in_empty_screen(words: Words, absence: StandInDay) -> Screen:
    """The same where everything is done."""
    until = words.short_date(absence.until, absence.day.today)
    title = words("stand-in-title", name=absence.name, until=until)
    return Screen(Markup(f"{title}\n{words('stand-in-empty')}"), (home_row(words),))


def notice_screen(words: Words, notice: VacationNotice) -> Screen:
    """A vacation began or ended: for the person, or for who stands in."""
    whose = "own" if notice.own else "stand-in"
    text = words(
        f"vacation-{notice.told}-{whose}",
        name=notice.name,
        until=words.short_date(notice.until, notice.today),
        substitute=_who(words, notice.substitute),
    )
    if notice.told is Told.ENDED:
        return Screen(text, (home_row(words),))
    if notice.own:
        back = Button(words.plain("vacation"), OpenVacation(notice.person_id))
        return Screen(text, ((back,),))
    open_ = Button(words.plain("stand-in-open"), OpenStandIn(notice.person_id), style="primary")
    return Screen(text, ((open_,), home_row(words)))


def ahead_screen(words: Words, notice: AheadNotice) -> Screen:
    """A vacation to come: for who stands in, for a head, or for the person that did not set it."""
    whose = "own" if notice.own else "head" if notice.to_head else "stand-in"
    dates = _dates(words, notice.vacation, notice.today)
    text = words(
        f"ahead-{notice.what}-{whose}",
        name=notice.name,
        dates=dates,
        substitute=_who(words, notice.substitute) if notice.own else notice.substitute or "",
    )
    if notice.what is not VacationNews.OFF:
        text = Markup(f"{text}\n{words('ahead-tasks', count=notice.tasks)}")
    return Screen(text, (home_row(words),))


def alone_screen(words: Words, code: str, card: VacationCard) -> Screen:
    """For the head: nobody stands in for somebody."""
    dates = _dates(words, card.vacation, card.today) if card.vacation is not None else ""
    choose = Button(words.plain("vacation-choose"), OpenVacation(card.person_id), style="primary")
    return Screen(words(f"told-{code}", name=card.name, dates=dates), ((choose,),))


def _vacation_rows(words: Words, card: VacationCard) -> tuple[Row, ...]:
    start = card.vacation.first if card.vacation is not None else card.today
    day = AskVacationDay(card.person_id, start.year, start.month)
    key = "vacation-dates" if card.vacation is None else "vacation-other-dates"
    rows: tuple[Row, ...] = ((Button(words.plain(key), day),),)
    if card.vacation is not None:
        vacation = card.vacation
        if card.under_way:
            end = AskVacationDay(
                card.person_id, vacation.last.year, vacation.last.month, vacation.first
            )
            rows = ((Button(words.plain("vacation-other-end"), end),),)
        who = AskSubstitute(card.person_id, vacation.first, vacation.last)
        off = "vacation-end-now" if card.under_way else "vacation-call-off"
        rows += (
            (Button(words.plain("vacation-choose"), who),),
            (Button(words.plain(off), CallOff(card.person_id)),),
        )
    back = OpenMe() if card.own else OpenPerson(card.person_id)
    return (
        *rows,
        (back_button(words, back), Button(words.plain("menu-today"), OpenDay())),
    )


def _day(cell: Cell | None, opened: AskVacationDay) -> Button:
    first = opened.first
    if cell is None or cell.past or (first is not None and cell.on < first):
        return Button("\N{MIDDLE DOT}", Nothing(), dead=True)
    label = f"({cell.on.day})" if cell.off else str(cell.on.day)
    if first is None:
        tap: Tap = AskVacationDay(opened.person_id, cell.on.year, cell.on.month, cell.on)
        return Button(label, tap)
    if cell.on == first:
        label = f"\N{BLACK RIGHT-POINTING TRIANGLE}{label}"
    return Button(label, AskSubstitute(opened.person_id, first, cell.on))


def _month(opened: AskVacationDay, grid: MonthGrid, step: int) -> AskVacationDay:
    number = grid.year * 12 + grid.month - 1 + step
    return AskVacationDay(opened.person_id, number // 12, number % 12 + 1, opened.first)


def _plan(client_id: int, deal_id: int | None) -> Tap:
    return AskNext(client_id, deal_id)


def _short(label: str, tap: Tap) -> Button:
    return Button(label[:60], tap)


def _who(words: Words, substitute: str | None) -> str:
    if substitute is None:
        return words.plain("vacation-without")
    return words.plain("vacation-with", name=substitute)


def _dates(words: Words, vacation: Vacation, today: date) -> str:
    first, last = words.short_date(vacation.first, today), words.short_date(vacation.last, today)
    return first if vacation.first == vacation.last else f"{first} \N{EN DASH} {last}"
