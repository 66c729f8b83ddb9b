"""The morning digest: my tasks, and what else the day begins with (R10)."""

from datetime import date

from bot.method.core.texts import clean
from bot.method.course.lessons import Learning
from bot.method.day.cards import DayPage
from bot.method.day.norm import OverNorm, over_norm
from bot.method.gaps.cards import GapPage, ToDecide
from bot.method.tasks.kinds import Workload
from bot.views.course.course import learn_row, learned_text
from bot.views.day.day import (
    asked_lines,
    asked_rows,
    counters,
    foot_row,
    lines_of,
    start_row,
)
from bot.views.day.evening import left_row
from bot.views.day.tables import ahead_grid, today_grid
from bot.views.gaps.gaps import gap_rows
from bot.views.gaps.lines import base_lines, gap_lines, told_with
from bot.views.parts.kinds import load_text
from bot.views.screen import Button, Grid, Row, Screen
from bot.views.taps.gaps import OpenReprieves
from bot.views.taps.planning.load import PreviewUnload
from bot.views.taps.pool import OpenLeaves
from bot.views.words import Markup, Words

_LONGEST, _MOST_NAMES = 40, 10
NO_REQUESTS = ToDecide()


def digest_screen(
    words: Words,
    day: DayPage,
    name: str,
    gaps: GapPage,
    learning: Learning | None = None,
    waits: ToDecide = NO_REQUESTS,
) -> Screen | None:
    """The morning message; None where there is nothing to say.

    `gaps` are the clients without a task that it asks about, each a tap away from the dates; one
    that has something to be worked off today stands there only. `learning`: the course is
    not passed; for that alone nothing is sent. `waits`: what waits for the word of a head.
    """
    if not (day.total or day.gaps or day.asked or day.team_asked or waits.total):
        return None
    title = words("digest-title", name=name.split()[0], day=words.short_date(day.today, day.today))
    body = _body(words, day, gaps, waits)
    ahead = [_ahead(words, day, *day_ahead) for day_ahead in day.next_days]
    over = over_norm(day)
    foot = [] if over is None else [_over(words, day, over)]
    if learning is not None:
        foot += [Markup(""), learned_text(words, learning)]
    text = [title, counters(words, day), *body, Markup(""), words("digest-ahead"), *ahead, *foot]
    rich: tuple[str | Grid, ...] = ()
    if day.tables:
        tables = today_grid(words, day), ahead_grid(words, day)
        rich = title, tables[0], "\n".join(body), tables[1], "\n".join(foot)
    asked = asked_rows(words, day)
    rows = (
        *start_row(words, day),
        *_relief(words, over),
        *asked,
        *_to_decide(words, waits),
        *gap_rows(gaps),
        *(() if learning is None else (learn_row(words, learning.course),)),
        *foot_row(words, day),
    )
    return Screen(Markup("\n".join(text)), rows, rich=rich)


def _body(words: Words, day: DayPage, gaps: GapPage, waits: ToDecide) -> list[Markup]:
    """What there is to be done today, between the counters and the days ahead."""
    parts = []
    if day.days_off:
        parts.append(words("digest-days-off", count=day.days_off))
    with_tasks, gaps_alone = told_with(words, gaps, {line.client_id for line in day.lines})
    parts += [*asked_lines(words, day), *lines_of(words, day, with_tasks)]
    rest = day.total - len(day.lines)
    if rest > 0:
        parts.append(words("digest-rest", count=rest))
    if gaps_alone.lines:
        parts += [Markup(""), words("digest-gaps"), *gap_lines(words, gaps_alone)]
    if gaps.bases:
        parts += [Markup(""), *base_lines(words, gaps)]
    if day.team_asked:
        parts += [Markup(""), _team_asked(words, day)]
    if waits.total:
        parts += [Markup(""), words("digest-to-decide", count=waits.total)]
    return parts


def _to_decide(words: Words, waits: ToDecide) -> tuple[Row, ...]:
    """The ways to what the head is asked for."""
    row: Row = ()
    if waits.leaves:
        row += (Button(words.plain("leaves", count=waits.leaves), OpenLeaves()),)
    if waits.pauses:
        row += (Button(words.plain("digest-pauses", count=waits.pauses), OpenReprieves()),)
    return (row,) if row else ()


def _team_asked(words: Words, day: DayPage) -> Markup:
    shown = [f"{clean(name, _LONGEST)} {count}" for name, count in day.team_asked[:_MOST_NAMES]]
    more = words.plain("hand-out-more") if len(day.team_asked) > _MOST_NAMES else ""
    return words("digest-team-asked", people=", ".join(shown) + more)


def _over(words: Words, day: DayPage, over: OverNorm) -> Markup:
    days = [
        words.plain("digest-over-day", day=words.short_date(on, day.today), count=count)
        for on, count in over.days
    ]
    return words("digest-over", capacity=day.capacity, days=", ".join(days))


def _relief(words: Words, over: OverNorm | None) -> tuple[Row, ...]:
    """What to do about a day over the norm."""
    if over is None:
        return ()
    if over.unloadable:
        return ((Button(words.plain("unload"), PreviewUnload()),),)
    return (left_row(words),)


def _ahead(words: Words, day: DayPage, on: date, load: Workload) -> Markup:
    shown = load_text(words, load) if load.tasks else words.plain("workload-none")
    return words("digest-ahead-day", day=words.short_date(on, day.today), load=shown)
