"""The evening check, and moving what is left to the next working day (R10)."""

from dataclasses import asdict

from bot.method.core.texts import clean
from bot.method.day.cards import DayPage, Postponing
from bot.method.day.rounds import Worked
from bot.method.planning.load import PlanFacts
from bot.views.day.day import asked_lines, asked_rows, mark_of, once_each
from bot.views.parts.plan_days import day_lines
from bot.views.parts.rows import confirm, home_row
from bot.views.screen import Button, Row, Screen
from bot.views.taps.day import AskTomorrow, PreviewLeft, SpreadLeft, ToTomorrow
from bot.views.taps.nav import OpenDay, StartRound
from bot.views.words import Markup, Words

_MOST = 8
_LONGEST = 60


def evening_screen(words: Words, day: DayPage, worked: Worked) -> Screen | None:
    """What was done today, and what is left of the day; None where nothing is."""
    left = day.total + day.asked_total
    if not left:
        return None
    parts = [
        words("evening-title", count=left, day=words.short_date(day.today, day.today)),
        *([words("score-day", **asdict(worked))] if worked != Worked() else []),
        *once_each(words, day.lines, day.today, {}),
    ]
    rest = day.total - len(day.lines)
    if rest > 0:
        parts.append(words("digest-rest", count=rest))
    parts += asked_lines(words, day)
    if day.gaps:
        parts += [Markup(""), words("score-gaps", count=day.gaps)]
    rows = asked_rows(words, day)
    if day.total:
        work = Button(words.plain("evening-work"), StartRound(), style="primary")
        rows = ((work, Button(words.plain("evening-tomorrow"), AskTomorrow(day.today))), *rows)
    return Screen(Markup("\n".join(parts)), rows)


def postpone_screen(words: Words, plan: Postponing) -> Screen:
    """How many tasks would go to which day, how full it is, and what stays; or what was done."""
    to = words.day(plan.to, plan.today)
    if not plan.count:
        parts = [words("postpone-nothing", date=to)]
    elif plan.done:
        parts = [words("postpone-done", date=to, count=plan.count)]
    else:
        parts = [words("postpone-ask", date=to, count=plan.count)]
    if plan.count:
        parts.append(_load(words, plan))
    if plan.stay:
        parts += [words("postpone-stay-title"), *_staying(words, plan)]
    text = Markup("\n".join(parts))
    if plan.done or not plan.count:
        return Screen(text, (home_row(words),))
    rows = confirm(words, "postpone-yes", ToTomorrow(plan.today), OpenDay())
    if plan.load + plan.count > plan.capacity:
        rows = (left_row(words), *rows)
    return Screen(text, rows)


def left_row(words: Words) -> Row:
    """The way to spreading over several days what one cannot hold."""
    return (Button(words.plain("left-spread"), PreviewLeft(), style="primary"),)


def spread_left_screen(words: Words, facts: PlanFacts) -> Screen:
    """Day by day, where what is left of today would go."""
    if not facts.count:
        key = "left-no-room" if facts.staying else "left-none"
        return Screen(words(key), (home_row(words),))
    parts = [words("left-preview", count=facts.count), *_by_day(words, facts)]
    go = Button(
        words.plain("unload-go", count=facts.count), SpreadLeft(facts.mark), style="success"
    )
    return Screen(Markup("\n".join(parts)), ((go,), home_row(words)))


def left_spread_screen(words: Words, facts: PlanFacts) -> Screen:
    """Where it went."""
    parts = [words("unload-done", count=facts.count), *_by_day(words, facts)]
    return Screen(Markup("\n".join(parts)), (home_row(words),))


def tasks_moved_screen(words: Words, count: int) -> Screen:
    """How many tasks went to days with room, without the days."""
    return Screen(words("unload-done", count=count), (home_row(words),))


def _by_day(words: Words, facts: PlanFacts) -> list[Markup]:
    lines = day_lines(words, facts)
    return [*lines, words("left-staying", count=facts.staying)] if facts.staying else lines


def _load(words: Words, plan: Postponing) -> Markup:
    total = plan.load + plan.count
    key = "postpone-now" if plan.done else "postpone-load"
    text = words(key, load=plan.load, capacity=plan.capacity, total=total)
    return text if total <= plan.capacity else Markup(f"{text} {words('postpone-over')}")


def _staying(words: Words, plan: Postponing) -> list[Markup]:
    lines = [
        words(
            "postpone-stay",
            mark=mark_of(line, plan.today),
            client=clean(line.client_name, _LONGEST),
            why=words.plain(f"stays-{why}"),
        )
        for line, why in plan.stay[:_MOST]
    ]
    rest = len(plan.stay) - len(lines)
    return [*lines, words("digest-rest", count=rest)] if rest > 0 else lines
