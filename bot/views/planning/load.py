"""The load of the days ahead: a picture with the same numbers in words (R8)."""

from bot.method.core.texts import clean
from bot.method.planning.load import DayLoad, Load, LoadPage, PlanFacts
from bot.views.parts.plan_days import day_lines
from bot.views.parts.rows import home_row, pager
from bot.views.planning.load_chart import LoadChart
from bot.views.screen import Button, Picture, Row, Screen
from bot.views.taps.nav import OpenLoad, Walk
from bot.views.taps.planning.load import OpenTeamLoad, PreviewUnload, UnloadNow
from bot.views.words import Markup, Words

_LATER = 10
"""Days from today that the method asks about besides today and tomorrow."""
_MOST_DAYS = 4


def load_screen(words: Words, load: Load) -> Screen:
    """The picture with its numbers; only the owner can change what is planned."""
    own, name = load.name is None, clean(load.name or "", 60)
    parts = [words("load-title") if own else words("load-title-of", name=name)]
    parts.append(_today(words, load))
    parts += [_day(words, load, "load-tomorrow", 1), _day(words, load, "load-later", _LATER)]
    parts += _fullest(words, load)
    if load.gaps:
        parts.append(words("load-gaps", count=load.gaps))
    picture = Picture("load.png", LoadChart(words.locale, load))
    rows = _own_rows(words, load) if own else ((_to_team(words),),)
    return Screen(Markup("\n".join(parts)), (*rows, home_row(words)), picture=picture)


def team_load_screen(words: Words, page: LoadPage) -> Screen:
    """The people one leads; each leads to the picture."""
    parts = [words("load-team", capacity=page.capacity)]
    if page.nobody_led:
        parts.append(words("nobody-led"))
    rows: tuple[Row, ...] = ()
    for line in page.lines:
        name = clean(line.name, 40)
        parts.append(
            words(
                "load-team-line",
                name=name,
                today=line.today,
                week=line.week,
                overdue=line.overdue,
            )
        )
        rows += ((Button(words.plain("load-of", name=name), OpenLoad(line.person_id)),),)
    rows += pager(words, page.page, page.pages, OpenTeamLoad)
    return Screen(Markup("\n".join(parts)), (*rows, home_row(words)))


def unload_screen(words: Words, facts: PlanFacts) -> Screen:
    """Day by day, what moving tasks off the overfull days would do."""
    rows: tuple[Row, ...] = ((Button(words.plain("load"), OpenLoad()),), home_row(words))
    if not facts.count:
        key = "unload-no-room" if facts.overfull_days else "unload-none"
        return Screen(words(key, capacity=facts.capacity), rows)
    parts = [words("unload-preview", count=facts.count, capacity=facts.capacity)]
    parts += day_lines(words, facts)
    parts += _still_full(words, facts)
    go = Button(words.plain("unload-go", count=facts.count), UnloadNow(facts.mark), style="success")
    return Screen(Markup("\n".join(parts)), ((go,), *rows))


def unload_done_screen(words: Words, facts: PlanFacts) -> Screen:
    """What was moved."""
    parts = [words("unload-done", count=facts.count), *day_lines(words, facts)]
    parts += _still_full(words, facts)
    load = (Button(words.plain("load"), OpenLoad()),)
    return Screen(Markup("\n".join(parts)), (load, home_row(words)))


def _today(words: Words, load: Load) -> Markup:
    return words(
        "load-today",
        date=words.short_date(load.today, load.today),
        count=load.days[0].outbound,
        capacity=load.capacity,
        time=_time(words, load.days[0]),
        overdue=load.overdue,
        inbound=load.inbound,
    )


def _day(words: Words, load: Load, key: str, after: int) -> Markup:
    day = load.days[after]
    shown = words.short_date(day.on, load.today)
    if not day.working and not day.outbound:
        return words(f"{key}-off", date=shown)
    time = _time(words, day)
    return words(key, date=shown, count=day.outbound, capacity=load.capacity, time=time)


def _time(words: Words, day: DayLoad) -> str:
    return words.plain("load-time", time=words.effort(day.time)) if day.time else ""


def _fullest(words: Words, load: Load) -> list[Markup]:
    if load.overfull:
        days = [f"{words.short_date(day.on, load.today)} — {day.outbound}" for day in load.overfull]
        more = len(days) - _MOST_DAYS
        rest = words.plain("and-more", count=more) if more > 0 else ""
        return [words("load-overfull", days=", ".join(days[:_MOST_DAYS]), rest=rest)]
    if load.busiest is None:
        return [words("load-empty")]
    shown = words.short_date(load.busiest.on, load.today)
    return [words("load-busiest", date=shown, count=load.busiest.outbound)]


def _own_rows(words: Words, load: Load) -> tuple[Row, ...]:
    """What can be done about it, where there is anything to do."""
    row: Row = ()
    if load.overfull:
        row += (Button(words.plain("unload"), PreviewUnload()),)
    if load.gaps:
        row += (Button(words.plain("setup-short"), Walk()),)
    return (row,) if row else ()


def _to_team(words: Words) -> Button:
    return Button(words.plain("load-people"), OpenTeamLoad())


def _still_full(words: Words, facts: PlanFacts) -> list[Markup]:
    if not facts.overfull_days:
        return []
    shown = ", ".join(
        words.short_date(day, facts.today) for day in facts.overfull_days[:_MOST_DAYS]
    )
    more = len(facts.overfull_days) - _MOST_DAYS
    rest = words.plain("and-more", count=more) if more > 0 else ""
    return [words("unload-still-full", days=shown, rest=rest)]
