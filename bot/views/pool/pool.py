"""The pool: who is in it, handing out, letting go, attempts to bring clients back (R5, R6)."""

from bot.method.core.places import ClientAt
from bot.method.core.terms import PoolReason
from bot.method.core.texts import clean
from bot.method.gaps.cards import NOTHING_DECIDED, DecidedBefore
from bot.method.people.cards import PeoplePage
from bot.method.pool.cards import AttemptCard, HandOutFacts, PoolLine, PoolPage, Releasable
from bot.method.pool.filters import EVERYBODY, HandOutWay, PoolChoice, PoolFilter
from bot.views.clients.history import touch_text
from bot.views.parts.decided import with_decided
from bot.views.parts.person_choice import person_rows
from bot.views.parts.rows import about_client, back_button, home_row, pager, team_row
from bot.views.parts.verdict import verdict_row
from bot.views.pool.lists import asked_row, filter_key, pool_foot
from bot.views.screen import Brief, Button, Row, Screen
from bot.views.taps.nav import OpenClient, OpenPool, OpenTask, OpenTeamGaps
from bot.views.taps.picking.picks import OpenPicking
from bot.views.taps.pool import (
    AskAssign,
    Assign,
    HandOutNow,
    OpenLost,
    OpenPooled,
    PreviewHandOut,
    Release,
    TakePooled,
)
from bot.views.tasks.card import contact_lines
from bot.views.words import Markup, Words

_CHOSEN = "\N{WHITE HEAVY CHECK MARK} "
_TAKE = "\N{HAPPY PERSON RAISING ONE HAND}"
_LONGEST = 60
_MOST_NAMES = 30


def pool_screen(words: Words, page: PoolPage) -> Screen:
    """One page of the pool."""
    narrowed = page.choice != EVERYBODY
    if not page.total and not narrowed:
        if page.taking:
            return Screen(words("pool-empty-taking"), (home_row(words),))
        lost = (Button(words.plain("lost-list"), OpenLost()),)
        rest = (_to_team_gaps(words), *asked_row(words, page.asked), lost, home_row(words))
        return Screen(words("pool-empty"), rest)
    parts = pool_lines(words, page)
    if page.taking:
        takes = _takes(words, page)
        return Screen(Markup("\n".join(parts)), (*takes, home_row(words)))
    only, giver = page.choice.only, page.choice.giver
    rows: tuple[Row, ...] = tuple(
        (
            Button(
                f"\N{BUST IN SILHOUETTE} {clean(line.client_name, 40)}",
                OpenPooled(line.client_id, page.page, only, giver),
            ),
            Button(words.plain("pool-assign"), AskAssign(line.client_id)),
        )
        for line in page.lines
    )
    rows += pager(words, page.page, page.pages, lambda turn: OpenPool(turn, only, giver))
    if page.total:
        label = words.plain("pool-hand-out", count=page.total)
        go = PreviewHandOut(page.total, None, only, giver)
        pick = OpenPicking(page.page, only, giver)
        tick = Button(words.plain("picks"), pick)
        rows = ((Button(label, go, style="primary"), tick), *rows)
    return Screen(Markup("\n".join(parts)), (*rows, *pool_foot(words, page.choice, page.asked)))


def pool_lines(words: Words, page: PoolPage) -> list[Markup]:
    """What is shown of the pool, and who that is."""
    parts = [words("pool-title", count=page.total)]
    if page.choice != EVERYBODY:
        parts.append(_narrowed(words, page))
    if not page.total:
        parts.append(words("pool-none-fits"))
    return parts + [_line(words, line, page) for line in page.lines]


def _takes(words: Words, page: PoolPage) -> tuple[Row, ...]:
    """A tap for each client that the reader may take by himself."""
    rows = tuple(
        (Button(about_client(_TAKE, line.client_name), TakePooled(line.client_id)),)
        for line in page.lines
    )
    return (*rows, *pager(words, page.page, page.pages, OpenPool))


def _to_team_gaps(words: Words) -> Row:
    """Where those come from that come here by themselves."""
    return (Button(words.plain("gaps-of-team"), OpenTeamGaps()),)


def _narrowed(words: Words, page: PoolPage) -> Markup:
    parts = []
    if page.sought is not None:
        parts.append(words("pool-found", text=clean(page.sought, _LONGEST)))
    elif page.choice.only is not PoolFilter.ALL:
        parts.append(words(filter_key(page.choice.only)))
    if page.choice.giver is not None:
        parts.append(words("pool-from", name=clean(page.giver_name or "", _LONGEST)))
    return words("pool-chosen", what=Markup(" · ".join(parts)))


def hand_out_whom_screen(words: Words, n: int, people: PeoplePage) -> Screen:
    """Several people are called so: to whom?"""
    rows = person_rows(
        words,
        people,
        lambda person_id: PreviewHandOut(n, person_id),
        lambda page: PreviewHandOut(n),
    )
    return Screen(words("hand-out-whom"), (*rows, _to_pool(words)))


def preview_screen(words: Words, facts: HandOutFacts) -> Screen:
    """Who would get how many, before it is done; in turn or by free places."""
    only, giver = facts.choice.only, facts.choice.giver
    rows: tuple[Row, ...] = (_to_pool(words, facts.choice),)
    if facts.person_id is None:
        rows = (_ways(words, facts), *rows)
    if facts.total:
        go = Button(
            words.plain("hand-out-go", count=facts.total),
            HandOutNow(facts.asked, facts.person_id, facts.mark, only, giver, facts.way),
            style="success",
        )
        rows = ((go,), *rows)
    return Screen(Markup("\n".join(_planned(words, facts))), rows)


def weekly_screen(words: Words, facts: HandOutFacts, weekday: int | None) -> Screen:
    """What the weekly hand-out would give now; no day: it is switched off."""
    said = words("weekly-off") if weekday is None else words("weekly-on", weekday=weekday)
    parts = [said, words("weekly-now"), *_planned(words, facts)]
    return Screen(Markup("\n".join(parts)), (_to_pool(words),))


def _planned(words: Words, facts: HandOutFacts) -> list[Markup]:
    """Who would get how many, and why the others get nobody and clients stay."""
    parts = [words("hand-out-none")]
    if facts.total:
        parts = [words("hand-out-preview", count=facts.total), _shares(words, facts)]
    return [*parts, *_without(words, facts), *_skipped(words, facts)]


def _ways(words: Words, facts: HandOutFacts) -> Row:
    """The other way to share the same clients."""
    labels = {way: words.plain(f"hand-out-way-{way.name.lower()}") for way in HandOutWay}
    return tuple(
        Button(
            f"{_CHOSEN if way is facts.way else ''}{label}",
            PreviewHandOut(facts.asked, None, facts.choice.only, facts.choice.giver, way),
        )
        for way, label in labels.items()
    )


def handed_out_screen(words: Words, facts: HandOutFacts) -> Screen:
    """What was handed out."""
    parts = [words("handed-out", count=facts.total), _shares(words, facts)]
    return Screen(Markup("\n".join(parts)), (_to_pool(words, facts.choice),))


def assign_screen(words: Words, client: str, client_id: int, people: PeoplePage) -> Screen:
    """Whom to give one client of the pool."""
    rows = person_rows(
        words,
        people,
        lambda person_id: Assign(client_id, person_id),
        lambda page: AskAssign(client_id, page),
    )
    return Screen(words("assign-ask", client=client), (*rows, _to_pool(words)))


def assigned_screen(words: Words, client: str, client_id: int, name: str) -> Screen:
    """Somebody has the client now."""
    card = (Button(words.plain("to-client"), OpenClient(client_id)),)
    return Screen(words("assigned", client=client, name=name), (card, _to_pool(words)))


def release_screen(
    words: Words, facts: Releasable, before: DecidedBefore = NOTHING_DECIDED
) -> Screen:
    """Why the client is let go; what happens to its deals is said before, and what another head
    has decided."""
    seen = before.last is not None
    rows: tuple[Row, ...] = tuple(
        (Button(words.plain(f"release-{reason}"), Release(facts.client_id, reason, seen)),)
        for reason in facts.reasons
    )
    back = (back_button(words, ClientAt(facts.client_id)),)
    key = "release-ask" if len(facts.reasons) > 1 else "release-decide"
    text = words(key, client=facts.client_name)
    if facts.asks is not None:
        asks = words(f"release-asks-{facts.asks}")
        text = Markup(f"{words('release-request', client=facts.client_name)} {asks}")
    screen = Screen(text, (*rows, back))
    return with_decided(words, before, screen)


def released_screen(words: Words, client: str, *, leads: bool = False) -> Screen:
    """The client is in the pool; a head goes on with the next one."""
    row = team_row(words) if leads else home_row(words)
    return Screen(words("released", client=client), (row,))


def attempt_screen(words: Words, card: AttemptCard) -> Screen:
    """A client for another attempt: contacts, what was before, the deadlines."""
    until = words.short_date(card.verdict_on, card.today)
    parts = [words("attempt", client=card.client_name, n=card.n, total=card.total, until=until)]
    if card.inbound_id is not None:
        parts.append(words("attempt-wrote", text=(card.wrote or "")[:500]))
    parts += [
        words("attempt-touch", date=words.day(card.first_touch_on, card.today)),
        *contact_lines(words, card.contacts),
    ]
    if card.touches:
        parts.append(words("task-last"))
        parts += [touch_text(words, touch, card.today) for touch in card.touches]
    rows: tuple[Row, ...] = (verdict_row(words, card.client_id),)
    if card.task_id is not None:
        rows = (
            (Button(words.plain("attempt-task"), OpenTask(card.task_id), style="primary"),),
            *rows,
        )
    to_task = OpenTask(card.task_id) if card.task_id is not None else OpenClient(card.client_id)
    if card.inbound_id is not None:
        # What the client has written goes before the first call of the attempt.
        to_task = OpenTask(card.inbound_id)
        answer = Button(words.plain("notice-open"), to_task, style="primary")
        rows = ((answer,), verdict_row(words, card.client_id))
    label = about_client("\N{BLACK UNIVERSAL RECYCLING SYMBOL}\ufe0f", card.client_name)
    brief = Brief(parts[0], ((Button(label, to_task),),))
    return Screen(Markup("\n".join(parts)), rows, brief=brief)


def failed_screen(words: Words, *, spent: bool) -> Screen:
    """The attempt is over; the head hears of it where it was the last."""
    return Screen(words("attempt-spent" if spent else "attempt-over"), (home_row(words),))


def pooled_notice(words: Words, client: str, owner: str | None, reason: PoolReason) -> Screen:
    """A client went to the pool by itself: the owner and the head are told."""
    why = words.plain(f"pool-reason-{reason}")
    if owner is None:
        return Screen(words("pooled-own", client=client, reason=why), (home_row(words),))
    text = words("pooled-head", client=client, reason=why, name=owner)
    return Screen(text, ((Button(words.plain("more-pool"), OpenPool()),),))


def _line(words: Words, line: PoolLine, page: PoolPage) -> Markup:
    parts = [words("pool-line", client=clean(line.client_name, _LONGEST))]
    if line.entered_on:
        parts.append(Markup(words.short_date(line.entered_on, page.today)))
    if line.reason:
        parts.append(words(f"pool-reason-{line.reason}"))
    if line.from_name:
        parts.append(words("pool-from", name=clean(line.from_name, _LONGEST)))
    parts.append(words("pool-attempts", n=line.attempts, total=line.attempts_limit))
    if line.cooldown_until:
        until = words.short_date(line.cooldown_until, page.today)
        parts.append(words("pool-cooldown", date=until))
    return Markup(" · ".join(parts))


def _shares(words: Words, facts: HandOutFacts) -> Markup:
    shown = [f"{clean(name, _LONGEST)} {count}" for name, count in facts.people[:_MOST_NAMES]]
    if facts.free:
        shown = [
            words.plain("hand-out-free", share=share, count=free)
            for share, free in zip(shown, facts.free, strict=False)
        ]
    more = words.plain("hand-out-more") if len(facts.people) > _MOST_NAMES else ""
    return words("hand-out-shares", shares=", ".join(shown) + more)


def _without(words: Words, facts: HandOutFacts) -> list[Markup]:
    lines = [
        words("hand-out-without", name=clean(name, _LONGEST), why=words.plain(f"unfit-{why}"))
        for name, why in facts.without[:_MOST_NAMES]
    ]
    if len(facts.without) > _MOST_NAMES:
        lines.append(words("hand-out-without-more", count=len(facts.without) - _MOST_NAMES))
    return lines


def _skipped(words: Words, facts: HandOutFacts) -> list[Markup]:
    return [
        words(f"skip-{reason}", count=count) for reason, count in facts.skipped.items() if count
    ]


def _to_pool(words: Words, choice: PoolChoice = EVERYBODY) -> Row:
    return (Button(words.plain("more-pool"), OpenPool(0, choice.only, choice.giver)),)
