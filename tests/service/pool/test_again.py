"""A client goes to somebody who let it go lately only by hand and with a reason (R6)."""

from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy import select

from bot.method.core.journal import JournalKind
from bot.method.core.refusals import Invalid, NotNow
from bot.method.core.terms import Event
from bot.method.pool.again import AgainReason, WhyAgain
from bot.models.journal import JournalEntry
from bot.models.timeline import TimelineEntry
from bot.services.core.work import Act
from bot.services.pool import handing_out, losing
from bot.services.pool.again import in_own_words
from bot.services.pool.handover import hand_over
from tests.builders import Firm
from tests.service.pooled import AGAIN, assign, let_go, people

Giving = Callable[[Act, int, int, WhyAgain | None], Awaitable[object]]


async def in_the_pool(firm: Firm, head: int, client: int, other: int) -> None:
    """There it is already."""


async def with_another(firm: Firm, head: int, client: int, other: int) -> None:
    await assign(firm, head, client, other)


async def lost(firm: Firm, head: int, client: int, other: int) -> None:
    async with firm.act(head) as act:
        await losing.lose(act, client)


WAYS = {
    "assigned": (in_the_pool, handing_out.assign, Event.REACTIVATION, JournalKind.OWNER),
    "handed over": (with_another, hand_over, Event.OWNER_CHANGED, JournalKind.OWNER),
    "restored": (lost, losing.restore, Event.RESTORED, JournalKind.RESTORED),
}


async def kept(firm: Firm, client: int, event: Event, kind: JournalKind) -> list[object]:
    """The reason of the last giving in the history, and in the journal."""
    async with firm.work() as work:
        events = select(TimelineEntry.data).where(
            TimelineEntry.client_id == client, TimelineEntry.event == event
        )
        lines = select(JournalEntry.subject).where(
            JournalEntry.client_id == client, JournalEntry.kind == kind
        )
        data = (await work.session.scalars(events.order_by(TimelineEntry.id))).all()[-1]
        said = (await work.session.scalars(lines.order_by(JournalEntry.id))).all()[-1]
    return [data.get("again"), data.get("again_words"), said]


@pytest.mark.parametrize("way", WAYS)
async def test_the_reason_stands_in_history_and_journal(firm: Firm, way: str) -> None:
    make_ready, give, event, kind = WAYS[way]
    head, anna, boris = await people(firm)
    client = await let_go(firm, anna)
    await make_ready(firm, head, client, boris)
    with pytest.raises(NotNow, match="let-go-recently"):
        async with firm.act(head) as act:
            await give(act, client, anna, None)
    async with firm.act(head) as act:
        await give(act, client, anna, in_own_words("  Сам просил  "))
    words = AgainReason.OWN_WORDS
    assert await kept(firm, client, event, kind) == [words, "Сам просил", words]


@pytest.mark.parametrize("way", WAYS)
async def test_of_anybody_else_none_is_kept(firm: Firm, way: str) -> None:
    make_ready, give, event, kind = WAYS[way]
    head, anna, boris = await people(firm)
    client = await let_go(firm, anna)
    await make_ready(firm, head, client, boris)
    firm.moved(days=31)
    async with firm.act(head) as act:
        await give(act, client, anna, AGAIN)
    assert await kept(firm, client, event, kind) == [None, None, None]


def test_no_words_are_no_reason() -> None:
    with pytest.raises(Invalid, match="again"):
        in_own_words(" \N{ZERO WIDTH SPACE}\n")
