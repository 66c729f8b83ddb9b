"""The pool: who is in it, letting go, attempts to bring clients back (R5, R6)."""

from bot.method.core.places import ClientAt
from bot.method.core.terms import PoolReason
from bot.method.core.texts import clean
from bot.method.gaps.cards import NOTHING_DECIDED, DecidedBefore
from bot.method.people.cards import PeoplePage
from bot.method.pool.cards import AttemptCard, PoolLine, PoolPage, Releasable
from bot.method.pool.filters import EVERYBODY, PoolFilter
from bot.views.clients.history import touch_text
from bot.views.parts.decided import with_decided
from bot.views.parts.person_choice import person_rows
from bot.views.parts.rows import about_client, back_button, home_row, pager, team_row
from bot.views.parts.verdict import verdict_row
from bot.views.pool.lists import asked_row, filter_key, pool_foot, to_pool_row
from bot.views.screen import Brief, Button, Row, Screen
from bot.views.taps.nav import OpenClient, OpenPool, OpenTask, OpenTeamGaps
from bot.views.taps.picking.picks import OpenPicking
from bot.views.taps.pool import (
    AskAssign,
    Assign,
    OpenLost,
    OpenPooled,
    PreviewHandOut,
    Release,
    TakePooled,
)
from bot.views.tasks.card import contact_lines
from bot.views.words import Markup, Words

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


def assign_screen(words: Words, client: str, client_id: int, people: PeoplePage) -> Screen:
    """Whom to give one client of the pool."""
    rows = person_rows(
        words,
        people,
        lambda person_id: Assign(client_id, person_id),
        lambda page: AskAssign(client_id, page),
    )
    return Screen(words("assign-ask", client=client), (*rows, to_pool_row(words)))


def assigned_screen(words: Words, client: str, client_id: int, name: str) -> Screen:
    """Somebody has the client now."""
    card = (Button(words.plain("to-client"), OpenClient(client_id)),)
    return Screen(words("assigned", client=client, name=name), (card, to_pool_row(words)))


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
