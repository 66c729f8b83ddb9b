"""My tasks (R10)."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from bot.method.core.cards import TaskLine
from bot.method.core.terms import Direction
from bot.method.day.cards import AskedLine, DayPage, DayPart
from bot.views.parts.rows import home_row, pager
from bot.views.screen import Button, Row, Screen
from bot.views.taps.inbound import AskWhose
from bot.views.taps.nav import OpenDay, OpenGaps, OpenLoad, OpenTask, OpenTeamGaps, StartRound
from bot.views.taps.vacation import OpenStandIn
from bot.views.words import Markup, Words, clean

_LONGEST_DEAL = 24
_QUESTION = "\N{BLACK QUESTION MARK ORNAMENT}"


def day_screen(words: Words, day: DayPage) -> Screen:
    """The list of what is to be worked off today."""
    head = [words("day-title", day=words.short_date(day.today, day.today)), counters(words, day)]
    head += asked_lines(words, day)
    if not day.lines and not day.asked:
        head.append(words(_empty(day)))
    rows = [_row(words, line, day) for line in day.lines]
    rows += pager(words, day.page, day.pages, lambda page: OpenDay(page, day.part))
    text = Markup("\n".join([*head, *lines_of(words, day)]))
    return Screen(
        text,
        (
            *start_row(words, day),
            *asked_rows(words, day),
            *rows,
            *_absent(words, day),
            *_parts(words, day),
            *foot_row(words, day),
        ),
    )


def line_text(words: Words, line: TaskLine, today: date) -> Markup:
    """One task as a line of a list of today: that it is due today goes without saying."""
    all_day = line.direction is Direction.OUTBOUND and line.due_time is None
    facts = _facts(words, line, today)
    if all_day and line.due_on == today:
        return words("day-line-today", client=line.client_name, **facts)
    return words("day-line", client=line.client_name, when=_when(words, line, today), **facts)


def own_line_text(words: Words, line: TaskLine, today: date) -> Markup:
    """One task as a line of its client's card."""
    facts = _facts(words, line, today)
    return words("client-task-line", when=_when(words, line, today), **facts)


def _facts(words: Words, line: TaskLine, today: date) -> dict[str, str]:
    return {
        "mark": mark_of(line, today),
        "what": what_of(words, line),
        "deal": _on_deal(words, line),
    }


def _on_deal(words: Words, line: TaskLine) -> str:
    if line.deal_title is not None:
        return words.plain("on-this-deal", title=clean(line.deal_title, _LONGEST_DEAL))
    return words.plain("on-deal") if line.on_deal else ""


def what_of(words: Words, line: TaskLine) -> str:
    """What the task is, in a word or in those that it was given."""
    inbound = line.direction is Direction.INBOUND
    key = f"inbound-short-{line.kind}" if inbound else f"kind-{line.kind}"
    return line.title or words.plain(key)


def mark_of(line: TaskLine, today: date) -> str:
    """The coloured dot of a task."""
    if line.direction is Direction.INBOUND:
        return "\N{LARGE GREEN CIRCLE}"
    if line.due_on is not None and line.due_on < today:
        return "\N{LARGE RED CIRCLE}"
    return "\N{LARGE YELLOW CIRCLE}"


def counters(words: Words, day: DayPage) -> Markup:
    """How much of everything there is."""
    return words(
        "day-counters",
        inbound=day.inbound,
        overdue=day.overdue,
        planned=day.planned,
        gaps=day.gaps,
    )


def lines_of(words: Words, day: DayPage, notes: Mapping[int, Markup] | None = None) -> list[Markup]:
    """The tasks, a line each, below an empty one. With `notes` of clients each client stands there
    once: the note behind the name, further tasks below it."""
    if not day.lines:
        return []
    if notes is None:
        return [Markup(""), *(line_text(words, line, day.today) for line in day.lines)]
    return [Markup(""), *once_each(words, day.lines, day.today, notes)]


def once_each(
    words: Words, lines: Iterable[TaskLine], today: date, notes: Mapping[int, Markup]
) -> list[Markup]:
    """The tasks with each client named once: its note behind the name, further tasks below it."""
    shown: dict[int, list[Markup]] = {}
    for line in lines:
        if line.client_id in shown:
            own = own_line_text(words, line, today)
            shown[line.client_id].append(words("day-line-more", task=own))
        else:
            text, note = line_text(words, line, today), notes.get(line.client_id)
            shown[line.client_id] = [Markup(f"{text} · {note}") if note else text]
    return [text for texts in shown.values() for text in texts]


def asked_lines(words: Words, day: DayPage) -> list[Markup]:
    """What has arrived and waits for the reader's word, below a line that counts it."""
    if not day.asked:
        return []
    return [
        Markup(""),
        _asked_title(words, day),
        *(_asked_line(words, line, day.today) for line in day.asked),
    ]


def _asked_title(words: Words, day: DayPage) -> Markup:
    shown = len(day.asked)
    if shown == day.asked_total:
        return words("asked-title", count=shown)
    return words("asked-title-some", count=day.asked_total, shown=shown)


def asked_rows(words: Words, day: DayPage) -> tuple[Row, ...]:
    """The way to each of these questions."""
    return tuple(
        (Button(f"{_QUESTION} {_sender(words, line)}"[:60], AskWhose(line.arrival_id)),)
        for line in day.asked
    )


def _asked_line(words: Words, line: AskedLine, today: date) -> Markup:
    moment, sender = words.moment(line.at, today), _sender(words, line)
    key = "asked-line-text" if line.text else "asked-line"
    text = words(key, sender=sender, moment=moment, text=line.text)
    if line.brought_by is None:
        return text
    return Markup(f"{text}\n{words('asked-brought', name=clean(line.brought_by, _LONGEST_DEAL))}")


def _sender(words: Words, line: AskedLine) -> str:
    return clean(line.sender, _LONGEST_DEAL) if line.sender else words.plain("sender-hidden")


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
    if line.due_time is None:
        return words.day(line.due_on, today)
    if line.due_on == today:
        return words.time_of_day(line.due_time)
    return words.moment(datetime.combine(line.due_on, line.due_time), today)


def _row(words: Words, line: TaskLine, day: DayPage) -> Row:
    name = line.client_name
    if line.deal_title is not None:
        name = f"{clean(name, _LONGEST_DEAL)} · {clean(line.deal_title, _LONGEST_DEAL)}"
    label = f"{mark_of(line, day.today)} {name}"
    if line.due_time is not None and line.due_on == day.today:
        label = f"{label} · {words.time_of_day(line.due_time)}"
    return (Button(label[:60], OpenTask(line.task_id)),)


def _absent(words: Words, day: DayPage) -> tuple[Row, ...]:
    """The way to the tasks of everybody for whom the reader stands in."""
    return tuple(
        (Button(words.plain("stand-in-whose", name=name)[:60], OpenStandIn(person_id)),)
        for person_id, name in day.absent
    )


def start_row(words: Words, day: DayPage) -> tuple[Row, ...]:
    """The way into work mode, where there is work."""
    if not day.total:
        return ()
    return ((Button(words.plain("day-start"), StartRound(own=True), style="primary"),),)


def _empty(day: DayPage) -> str:
    if day.part is not None and day.total:
        return "day-empty-part"
    if day.new_here:
        # What the clients of others lack is not to be seen here.
        return "day-empty-leads" if day.leads else "walk-nobody"
    return "day-empty-gaps" if day.gaps else "day-empty"


def _parts(words: Words, day: DayPage) -> tuple[Row, ...]:
    """What else of the day can be looked at, where there is any of it."""
    row: Row = ()
    if day.part is not None:
        row += home_row(words)
    if 0 < day.inbound < day.total and day.part is not DayPart.INBOUND:
        row += (Button(words.plain("day-inbound"), OpenDay(0, DayPart.INBOUND)),)
    if 0 < day.planned < day.total and day.part is not DayPart.TODAY:
        row += (Button(words.plain("day-today"), OpenDay(0, DayPart.TODAY)),)
    return (row,) if row else ()


def foot_row(words: Words, day: DayPage) -> tuple[Row, ...]:
    """The ways to the clients without a task and to the load."""
    row: tuple[Button, ...] = ()
    if day.gaps:
        row += (Button(words.plain("day-gaps", count=day.gaps), OpenGaps()),)
    if day.new_here and day.leads:
        row += (Button(words.plain("gaps-of-team"), OpenTeamGaps()),)
    return (row + (Button(words.plain("load"), OpenLoad()),),)
