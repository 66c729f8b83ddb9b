"""The pool: who is in it, handing out, attempts to bring clients back, lost for good (R5-R7)."""

from collections.abc import Sequence

from bot.method.people_cards import PersonLine
from bot.method.pool_cards import AttemptCard, HandOutFacts, PoolLine, PoolPage
from bot.method.terms import PoolReason
from bot.views.history import touch_text
from bot.views.nav import OpenClient, OpenPool, OpenTask, confirm, home_row, pager
from bot.views.pool_taps import (
    AnotherRound,
    AskAssign,
    AskRestore,
    Assign,
    CallLost,
    Failed,
    HandOutNow,
    HandOverTo,
    Keep,
    PreviewHandOut,
    Release,
    Restore,
    Returned,
)
from bot.views.screen import Button, Row, Screen
from bot.views.task import contact_lines
from bot.views.words import Markup, Words

RELEASE_REASONS = (PoolReason.NOT_ACTIVE, PoolReason.NO_ANSWER)


def pool_screen(words: Words, page: PoolPage) -> Screen:
    """One page of the pool."""
    if not page.total:
        return Screen(words("pool-empty"), (home_row(words),))
    parts = [words("pool-title", count=page.total)]
    parts += [_line(words, line, page) for line in page.lines]
    rows: tuple[Row, ...] = tuple(
        (
            Button(
                f"\N{HAPPY PERSON RAISING ONE HAND} {line.client_name}"[:60],
                AskAssign(line.client_id),
            ),
        )
        for line in page.lines
    )
    rows += pager(words, page.page, page.pages, OpenPool)
    label = words.plain("pool-hand-out", count=page.total)
    first = (Button(label, PreviewHandOut(page.total), style="primary"),)
    return Screen(Markup("\n".join(parts)), (first, *rows, home_row(words)))


def preview_screen(words: Words, facts: HandOutFacts) -> Screen:
    """Who would get how many, before it is done."""
    if not facts.total:
        parts = [words("hand-out-none"), *_skipped(words, facts)]
        return Screen(Markup("\n".join(parts)), (_to_pool(words),))
    parts = [words("hand-out-preview", count=facts.total), _shares(words, facts)]
    parts += _skipped(words, facts)
    go = Button(
        words.plain("hand-out-go", count=facts.total),
        HandOutNow(facts.asked, facts.person_id),
        style="success",
    )
    return Screen(Markup("\n".join(parts)), ((go,), _to_pool(words)))


def handed_out_screen(words: Words, facts: HandOutFacts) -> Screen:
    """What was handed out."""
    parts = [words("handed-out", count=facts.total), _shares(words, facts)]
    return Screen(Markup("\n".join(parts)), (_to_pool(words),))


def assign_screen(
    words: Words, client: str, client_id: int, people: Sequence[PersonLine]
) -> Screen:
    """Whom to give one client of the pool."""
    rows: tuple[Row, ...] = tuple(
        (Button(_person(one), Assign(client_id, one.person_id)),) for one in people[:20]
    )
    return Screen(words("assign-ask", client=client), (*rows, _to_pool(words)))


def assign_again_screen(words: Words, name: str, client_id: int, person_id: int) -> Screen:
    """The person let this client go lately: asks once more."""
    rows = confirm(
        words, "assign-sure", Assign(client_id, person_id, sure=True), AskAssign(client_id)
    )
    return Screen(words("assign-again", name=name), rows)


def assigned_screen(words: Words, client: str, name: str) -> Screen:
    """Somebody has the client now."""
    return Screen(words("assigned", client=client, name=name), (_to_pool(words),))


def hand_over_screen(
    words: Words, client: str, client_id: int, people: Sequence[PersonLine]
) -> Screen:
    """Whom to hand an active client over to."""
    rows: tuple[Row, ...] = tuple(
        (Button(_person(one), HandOverTo(client_id, one.person_id)),) for one in people[:20]
    )
    back = (Button(words.plain("to-client"), OpenClient(client_id)),)
    return Screen(words("hand-over-ask", client=client), (*rows, back))


def release_screen(words: Words, client: str, client_id: int, *, leader: bool) -> Screen:
    """Why the client is let go; what happens to its deals is said before."""
    reasons = RELEASE_REASONS + ((PoolReason.HEAD_DECIDED,) if leader else ())
    rows: tuple[Row, ...] = tuple(
        (Button(words.plain(f"pool-reason-{one}"), Release(client_id, one)),) for one in reasons
    )
    back = (Button(words.plain("back"), OpenClient(client_id)),)
    return Screen(words("release-ask", client=client), (*rows, back))


def released_screen(words: Words, client: str) -> Screen:
    """The client is in the pool."""
    return Screen(words("released", client=client), (home_row(words),))


def attempt_screen(words: Words, card: AttemptCard) -> Screen:
    """A client for another attempt: contacts, what was before, the deadlines."""
    until = words.short_date(card.verdict_on, card.today)
    parts = [
        words("attempt", client=card.client_name, n=card.n, total=card.total, until=until),
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
    return Screen(Markup("\n".join(parts)), rows)


def verdict_row(words: Words, client_id: int) -> Row:
    """How the attempt ended."""
    return (
        Button(words.plain("attempt-yes"), Returned(client_id), style="success"),
        Button(words.plain("attempt-no"), Failed(client_id)),
    )


def failed_screen(words: Words, *, spent: bool) -> Screen:
    """The attempt is over; the head hears of it where it was the last."""
    return Screen(words("attempt-spent" if spent else "attempt-over"), (home_row(words),))


def exhausted_screen(words: Words, client: str, client_id: int, total: int) -> Screen:
    """Out of attempts: lost for good?"""
    rows = (
        (
            Button(words.plain("lost-confirm"), CallLost(client_id), style="danger"),
            Button(words.plain("another-round"), AnotherRound(client_id)),
        ),
        (
            Button(words.plain("keep"), Keep(client_id)),
            Button(words.plain("to-client"), OpenClient(client_id)),
        ),
    )
    return Screen(words("exhausted", client=client, total=total), rows)


def lost_ask_screen(words: Words, client: str, client_id: int) -> Screen:
    """Asks once more before a client is called lost."""
    rows = confirm(words, "lost-confirm", CallLost(client_id), OpenClient(client_id))
    return Screen(words("lost-ask", client=client), rows)


def lost_screen(words: Words, client: str, client_id: int) -> Screen:
    """Lost for good; may be taken back by the same people."""
    row = (Button(words.plain("restore"), AskRestore(client_id)),)
    return Screen(words("lost-done", client=client), (row, home_row(words)))


def restore_screen(
    words: Words, client: str, client_id: int, people: Sequence[PersonLine]
) -> Screen:
    """Back to the pool, or straight to somebody."""
    rows: list[Row] = [(Button(words.plain("restore-pool"), Restore(client_id)),)]
    rows += [(Button(_person(one), Restore(client_id, one.person_id)),) for one in people[:20]]
    return Screen(words("restore-ask", client=client), tuple(rows))


def pooled_notice(words: Words, client: str, owner: str | None, reason: PoolReason) -> Screen:
    """A client went to the pool by itself: the owner and the head are told."""
    why = words.plain(f"pool-reason-{reason}")
    if owner is None:
        return Screen(words("pooled-own", client=client, reason=why), (home_row(words),))
    text = words("pooled-head", client=client, reason=why, name=owner)
    return Screen(text, ((Button(words.plain("more-pool"), OpenPool()),),))


def _line(words: Words, line: PoolLine, page: PoolPage) -> Markup:
    entered = words.short_date(line.entered_on, page.today) if line.entered_on else ""
    text = words(
        "pool-line",
        client=line.client_name,
        date=entered,
        reason=words.plain(f"pool-reason-{line.reason}") if line.reason else "",
        name=line.from_name or words.plain("pool-nobody"),
        attempts=line.attempts,
        limit=line.attempts_limit,
    )
    if line.cooldown_until is None:
        return text
    until = words.short_date(line.cooldown_until, page.today)
    return Markup(f"{text} {words('pool-cooldown', date=until)}")


def _shares(words: Words, facts: HandOutFacts) -> Markup:
    return words("hand-out-shares", shares=", ".join(f"{name} {n}" for name, n in facts.people))


def _skipped(words: Words, facts: HandOutFacts) -> list[Markup]:
    return [
        words(f"skip-{reason}", count=count) for reason, count in facts.skipped.items() if count
    ]


def _person(one: PersonLine) -> str:
    return f"{one.name} · {one.clients}"[:60]


def _to_pool(words: Words) -> Row:
    return (Button(words.plain("more-pool"), OpenPool()),)
