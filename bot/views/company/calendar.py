"""The company's own calendar: a month, a day, and what a change would do."""

from datetime import date

from bot.method.company.calendar import (
    AS_COUNTRY,
    OFF,
    WORKING,
    CompanyDay,
    CompanyMonth,
    DayCard,
    DayEffect,
)
from bot.views.parts.rows import back_button, confirm, home_row
from bot.views.screen import Button, Row, Screen
from bot.views.taps.base import Tap
from bot.views.taps.calendar import OpenCompanyDay, OpenCompanyMonth, SetDay, UndoDay, WeighDay
from bot.views.taps.nav import Nothing
from bot.views.words import Markup, Words


def month_screen(words: Words, month: CompanyMonth) -> Screen:
    """The days of a month, those off in brackets, the own ones marked, and the own days ahead."""
    title = words("month-title", month=words.plain(f"month-{month.month}"), year=str(month.year))
    parts = [title, words("calendar-legend", country=words.country(month.country))]
    if month.provisional:
        parts.append(words("calendar-provisional", year=str(month.year)))
    if month.own:
        parts.append(words("calendar-own"))
        parts += [
            words(
                "calendar-own-day",
                date=words.short_date(day.on, month.today),
                what=day_value(words, day.own),
            )
            for day in month.own
        ]
    heads = tuple(
        Button(words.weekday(date(2024, 1, 1 + number)), Nothing(), dead=True)
        for number in range(7)
    )
    cells: list[Button] = [_empty() for _ in range(month.days[0].on.weekday())]
    cells += [_cell(day) for day in month.days]
    cells += [_empty() for _ in range(-len(cells) % 7)]
    weeks = tuple(tuple(cells[start : start + 7]) for start in range(0, len(cells), 7))
    return Screen(Markup("\n".join(parts)), (heads, *weeks, *_turn(words, month), home_row(words)))


def day_screen(words: Words, card: DayCard) -> Screen:
    """One day: what it is, who has changed it, and what it may become."""
    day = card.day
    parts = [words("calendar-day", date=words.day(day.on, card.today), what=_is(words, day))]
    if day.own != AS_COUNTRY:
        country = words.plain("calendar-works" if day.by_country else "calendar-off")
        parts.append(words("calendar-by-country", what=country))
    for change in card.history:
        line = words(
            "rule-history-line",
            when=words.moment(change.at, card.today),
            who=change.who,
            before=day_value(words, change.before),
            after=day_value(words, change.after),
        )
        parts.append(line)
    offered = [WORKING, OFF, *(f"{at:%H:%M}" for at in card.short)]
    rows: list[Row] = [
        (Button(day_value(words, value), WeighDay(day.on, value)),)
        for value in offered
        if value != day.own
    ]
    if day.own != AS_COUNTRY:
        rows.append((Button(words.plain("calendar-value-country"), WeighDay(day.on, AS_COUNTRY)),))
    if card.history and card.history[0].after == day.own:
        last = card.history[0]
        label = words.plain("rule-undo", value=day_value(words, last.before))
        rows.append((Button(label, UndoDay(day.on, last.change_id)),))
    back = back_button(words, OpenCompanyMonth(day.on.year, day.on.month))
    return Screen(Markup("\n".join(parts)), (*rows, (back,)))


def day_effect_screen(words: Words, effect: DayEffect) -> Screen:
    """What the change would move, to be confirmed."""
    day = effect.day
    on = words.day(day.on, effect.today)
    parts = [words("calendar-change", date=on, what=day_value(words, effect.after))]
    if effect.tasks:
        parts.append(words("calendar-tasks-stay", count=effect.tasks))
    if day.working and not effect.works_after:
        instead = words.day(effect.instead, effect.today)
        parts.append(words("calendar-moves-on", date=instead))
    elif effect.works_after and not day.working:
        parts.append(words("calendar-counts-again"))
    else:
        parts.append(words("calendar-hours-change"))
    parts.append(words("rule-sure"))
    yes = SetDay(day.on, day.own, effect.after)
    rows = confirm(words, "calendar-yes", yes, OpenCompanyDay(day.on))
    return Screen(Markup("\n".join(parts)), rows)


def _is(words: Words, day: CompanyDay) -> str:
    if day.ends is not None:
        return day_value(words, f"{day.ends:%H:%M}")
    return words.plain("calendar-works" if day.working else "calendar-off")


def day_value(words: Words, value: str) -> str:
    """What the company has made of a day, from what is stored."""
    match value:
        case "off":
            return words.plain("calendar-value-off")
        case "work":
            return words.plain("calendar-value-work")
        case "-":
            return words.plain("calendar-value-country")
    return words.plain("calendar-value-short", time=value)


def _empty() -> Button:
    return Button("\N{MIDDLE DOT}", Nothing(), dead=True)


def _cell(day: CompanyDay) -> Button:
    number = str(day.on.day)
    label = number if day.working else f"({number})"
    label = f"{label}\N{MIDDLE DOT}{day.ends:%H}" if day.ends is not None else label
    mark = "\N{PENCIL}\ufe0f" if day.own != AS_COUNTRY else ""
    if day.past:
        return Button(f"{mark}{label}", Nothing(), dead=True)
    return Button(f"{mark}{label}", OpenCompanyDay(day.on))


def _turn(words: Words, month: CompanyMonth) -> tuple[Row, ...]:
    def to(step: int) -> Tap:
        number = month.year * 12 + month.month - 1 + step
        return OpenCompanyMonth(number // 12, number % 12 + 1)

    row: Row = ()
    if month.earlier:
        row += (Button(words.plain("page-before"), to(-1)),)
    if month.later:
        row += (Button(words.plain("page-after"), to(1)),)
    return (row,) if row else ()
