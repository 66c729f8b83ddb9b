"""«Everything gets a task»: the walk card by card, and the automatic plan (R1)."""

from collections.abc import Sequence

from bot.method.core.terms import GapReason
from bot.method.core.texts import clean
from bot.method.planning.load import PlanFacts
from bot.method.planning.walk import Progress, WalkCard
from bot.method.tasks.date_question import WalkDate
from bot.views.clients.history import touch_text
from bot.views.parts.plan_days import day_lines
from bot.views.parts.rows import confirm, home_row
from bot.views.screen import Button, Row, Screen
from bot.views.taps.nav import OpenClient, OpenLoad, Walk
from bot.views.taps.planning.walk import (
    PreviewSpread,
    PutOnDeal,
    SpreadNow,
    WalkCardAgain,
    WalkEnd,
    WalkPlan,
    WalkRelease,
)
from bot.views.tasks.dates import month_of
from bot.views.tasks.presets import horizon_lines, preset_rows
from bot.views.words import Markup, Words

_NAMES = 5
_LONGEST = 60


def walk_screen(words: Words, card: WalkCard) -> Screen:
    """One client or deal without a task, and the dates for it."""
    line, ask = card.line, card.ask
    parts = [_title(words, card.progress), *_subject(words, card), _why(words, card)]
    if card.last is not None:
        parts.append(words("walk-last", touch=touch_text(words, card.last, ask.today)))
    else:
        parts.append(words("walk-never"))
    parts += [words("next-question"), *horizon_lines(words, ask)]
    plan = preset_rows(words, ask, lambda on: WalkPlan(line.gap_id, on))
    month = month_of(WalkDate(line.client_id, line.gap_id), ask.today)
    other: Row = (Button(words.plain("next-date"), month),)
    if ask.can_release:
        release = WalkRelease(line.gap_id, sure=not ask.deals)
        other += (Button(words.plain("walk-release"), release),)
    return Screen(
        Markup("\n".join(parts)),
        (
            *_to_deal(words, card),
            *plan,
            other,
            (
                Button(words.plain("walk-skip"), Walk(line.gap_id)),
                Button(words.plain("walk-stop"), WalkEnd(line.gap_id)),
            ),
            (
                Button(words.plain("spread"), PreviewSpread()),
                Button(words.plain("to-client"), OpenClient(line.client_id)),
            ),
        ),
    )


def walked_screen(words: Words, progress: Progress) -> Screen:
    """Nothing is left without a task, or there is nobody yet."""
    if not progress.total:
        return Screen(words("walk-nobody"), (home_row(words),))
    return Screen(words("walk-empty", total=progress.total), (_to_load(words), home_row(words)))


def stopped_screen(words: Words, progress: Progress, gap_id: int) -> Screen:
    """The walk waits here; it goes on from the same place."""
    if not progress.left:
        return walked_screen(words, progress)
    rows: tuple[Row, ...] = (
        (Button(words.plain("walk-on"), WalkCardAgain(gap_id), style="primary"),),
        (Button(words.plain("spread"), PreviewSpread()),),
        home_row(words),
    )
    text = words("walk-stopped", left=progress.left, total=progress.total)
    return Screen(text, rows)


def release_screen(words: Words, card: WalkCard) -> Screen:
    """Asks before a client goes to the pool together with its deals."""
    line = card.line
    text = words("walk-release-sure", client=line.client_name, count=len(card.ask.deals))
    yes, no = WalkRelease(line.gap_id, sure=True), WalkCardAgain(line.gap_id)
    return Screen(text, confirm(words, "walk-release-yes", yes, no))


def released_toast(words: Words, client: str, asked: bool) -> str:
    """The stop was let go, or a head is asked to."""
    return words.plain("walk-asked" if asked else "walk-released", client=client)


def spread_screen(words: Words, facts: PlanFacts) -> Screen:
    """Day by day, what the automatic plan would do."""
    if not facts.count:
        key = "spread-nowhere" if facts.unplaced else "spread-none"
        return Screen(words(key), (_to_load(words), home_row(words)))
    parts = [words("spread-preview", count=facts.count), *day_lines(words, facts)]
    parts += _beyond(words, facts)
    go = Button(words.plain("spread-go", count=facts.count), SpreadNow(facts.mark), style="success")
    walk = Button(words.plain("walk-one-by-one"), Walk())
    return Screen(Markup("\n".join(parts)), ((go,), (walk,), home_row(words)))


def spreading_screen(words: Words, at: int, total: int) -> Screen:
    """How far the automatic plan is."""
    return Screen(words("spread-progress", at=at, total=total))


def spread_before_screen(words: Words, count: int) -> Screen:
    """What an earlier tap has planned."""
    return Screen(words("spread-before", count=count), (_to_load(words), home_row(words)))


def spread_done_screen(words: Words, facts: PlanFacts) -> Screen:
    """What was planned, and how far beyond the capacity."""
    last = words.short_date(facts.days[-1].on, facts.today)
    parts = [words("spread-done", count=facts.count, last=last), *day_lines(words, facts)]
    if facts.overfull:
        most = max(day.after for day in facts.days)
        over, left = len(facts.overfull), len(facts.unplaced)
        beyond = {"count": over, "capacity": facts.capacity, "most": most, "left": left}
        parts.append(words("spread-over", **beyond))
    parts += _names(words, "spread-unplaced", facts.unplaced, facts.capacity)
    return Screen(Markup("\n".join(parts)), (_to_load(words), home_row(words)))


def _title(words: Words, progress: Progress) -> Markup:
    return words("walk-title", left=progress.left, total=progress.total)


def _subject(words: Words, card: WalkCard) -> list[Markup]:
    line = card.line
    parts = [words("walk-client", client=clean(line.client_name, _LONGEST))]
    if line.deal_id is not None:
        sum_ = words.money(line.amount, line.currency) if line.amount and line.currency else ""
        title = clean(line.deal_title or words.plain("gap-deal"), _LONGEST)
        parts.append(words("deal-line", title=title, more=f" · {sum_}" if sum_ else ""))
    return parts


def _why(words: Words, card: WalkCard) -> Markup:
    line, today = card.line, card.ask.today
    since = words.day(line.since.date(), today)
    parts = [words("walk-why", reason=words.plain(f"reason-{line.reason}"), since=since)]
    if line.pool_on is not None:
        parts.append(words("gap-pool-on", date=words.short_date(line.pool_on, today)))
    return Markup(" · ".join(parts))


def _to_deal(words: Words, card: WalkCard) -> tuple[Row, ...]:
    if card.line.reason is not GapReason.TASK_ON_CONTACT:
        return ()
    put = PutOnDeal(card.line.gap_id, walking=True)
    return ((Button(words.plain("put-on-deal"), put, style="primary"),),)


def _beyond(words: Words, facts: PlanFacts) -> list[Markup]:
    return [
        *_names(words, "spread-overfull", facts.overfull, facts.capacity),
        *_names(words, "spread-unplaced", facts.unplaced, facts.capacity),
    ]


def _names(words: Words, key: str, names: Sequence[str], capacity: int) -> list[Markup]:
    if not names:
        return []
    some, more = ", ".join(clean(name, 40) for name in names[:_NAMES]), len(names) - _NAMES
    rest = words.plain("and-more", count=more) if more > 0 else ""
    return [words(key, count=len(names), names=some, rest=rest, capacity=capacity)]


def _to_load(words: Words) -> Row:
    return (Button(words.plain("load"), OpenLoad()),)
