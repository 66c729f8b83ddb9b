"""My tasks, and the same in the morning digest (R10)."""

from datetime import date

from bot.method.cards import Day, DayPart, TaskLine
from bot.method.kinds import Workload
from bot.method.terms import Direction
from bot.views.kinds import load_text
from bot.views.nav import OpenDay, OpenGaps, OpenLoad, OpenTask, StartRound, home_row, pager
from bot.views.screen import Button, Row, Screen
from bot.views.vacation_taps import OpenStandIn
from bot.views.words import Markup, Words


def day_screen(words: Words, day: Day) -> Screen:
    """The list of what is to be worked off today."""
    head = [words("day-title", day=words.short_date(day.today, day.today)), _counters(words, day)]
    if not day.lines:
        head.append(words(_empty(day)))
    rows = [_row(words, line, day) for line in day.lines]
    rows += pager(words, day.page, day.pages, lambda page: OpenDay(page, day.part))
    text = Markup("\n".join([*head, *_lines(words, day)]))
    return Screen(
        text,
        (*_start(words, day), *rows, *_absent(words, day), *_parts(words, day), *_foot(words, day)),
    )


def digest_screen(words: Words, day: Day, name: str) -> Screen | None:
    """The morning message; None where there is nothing to say."""
    if not day.total and not day.gaps:
        return None
    parts = [
        words("digest-title", name=name.split()[0], day=words.short_date(day.today, day.today)),
        _counters(words, day),
    ]
    if day.days_off:
        parts.append(words("digest-days-off", count=day.days_off))
    parts += _lines(words, day)
    rest = day.total - len(day.lines)
    if rest > 0:
        parts.append(words("digest-rest", count=rest))
    for name_of_client, on in day.pooled_soon:
        until = words.short_date(on, day.today)
        parts.append(words("digest-pool-soon", client=name_of_client, date=until))
    parts += [words("digest-ahead"), *(_ahead(words, day, *one) for one in day.next_days)]
    return Screen(Markup("\n".join(parts)), (*_start(words, day), *_foot(words, day)))


def line_text(words: Words, line: TaskLine, today: date) -> Markup:
    """One task as a line of a list."""
    return words(
        "day-line",
        mark=mark_of(line, today),
        client=line.client_name,
        what=line.title or words.plain(_what(line)),
        when=_when(words, line, today),
        deal=words.plain("on-deal") if line.on_deal else "",
    )


def _what(line: TaskLine) -> str:
    inbound = line.direction is Direction.INBOUND
    return f"inbound-short-{line.kind}" if inbound else f"kind-{line.kind}"


def mark_of(line: TaskLine, today: date) -> str:
    """The coloured dot of a task."""
    if line.direction is Direction.INBOUND:
        return "\N{LARGE GREEN CIRCLE}"
    if line.due_on is not None and line.due_on < today:
        return "\N{LARGE RED CIRCLE}"
    return "\N{LARGE YELLOW CIRCLE}"


def _counters(words: Words, day: Day) -> Markup:
    return words(
        "day-counters",
        inbound=day.inbound,
        overdue=day.overdue,
        planned=day.planned,
        gaps=day.gaps,
    )


def _ahead(words: Words, day: Day, on: date, load: Workload) -> Markup:
    shown = load_text(words, load) if load.tasks else words.plain("workload-none")
    return words("digest-ahead-day", day=words.short_date(on, day.today), load=shown)


def _lines(words: Words, day: Day) -> list[Markup]:
    if not day.lines:
        return []
    return [Markup(""), *(line_text(words, line, day.today) for line in day.lines)]


def _when(words: Words, line: TaskLine, today: date) -> str:
    if line.direction is Direction.INBOUND:
        if line.arrived is None:
            return words.plain("when-inbound")
        moment = words.moment(line.arrived, today)
        return words.plain("when-late" if line.overdue else "when-arrived", moment=moment)
    if line.due_on is None:
        return words.plain("when-no-date")
    if line.due_on < today:
        return words.plain("when-overdue", date=words.short_date(line.due_on, today))
    if line.due_time is not None:
        return words.time_of_day(line.due_time)
    return words.day(line.due_on, today)


def _row(words: Words, line: TaskLine, day: Day) -> Row:
    label = f"{mark_of(line, day.today)} {line.client_name}"
    if line.due_time is not None and line.due_on == day.today:
        label = f"{label} · {words.time_of_day(line.due_time)}"
    return (Button(label[:60], OpenTask(line.task_id)),)


def _absent(words: Words, day: Day) -> tuple[Row, ...]:
    """The way to the tasks of everybody for whom the reader stands in."""
    return tuple(
        (Button(words.plain("stand-in-whose", name=name)[:60], OpenStandIn(person_id)),)
        for person_id, name in day.absent
    )


def _start(words: Words, day: Day) -> tuple[Row, ...]:
    if not day.total:
        return ()
    return ((Button(words.plain("day-start"), StartRound(), style="primary"),),)


def _empty(day: Day) -> str:
    if day.part is not None and day.total:
        return "day-empty-part"
    return "day-empty-gaps" if day.gaps else "day-empty"


def _parts(words: Words, day: Day) -> tuple[Row, ...]:
    """What else of the day can be looked at, where there is any of it."""
    row: Row = ()
    if day.part is not None:
        row += home_row(words)
    if day.inbound and day.part is not DayPart.INBOUND:
        row += (Button(words.plain("day-inbound"), OpenDay(0, DayPart.INBOUND)),)
    if day.planned and day.part is not DayPart.TODAY:
        row += (Button(words.plain("day-today"), OpenDay(0, DayPart.TODAY)),)
    return (row,) if row else ()


def _foot(words: Words, day: Day) -> tuple[Row, ...]:
    row: tuple[Button, ...] = ()
    if day.gaps:
        row += (Button(words.plain("day-gaps", count=day.gaps), OpenGaps()),)
    return (row + (Button(words.plain("load"), OpenLoad()),),)
