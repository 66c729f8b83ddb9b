"""Everything of somebody to one person who has let some of it go lately: a reason for all of them,
or they stay (R6)."""

import pytest
from sqlalchemy import select

from bot.method.core.journal import JournalKind
from bot.method.core.refusals import NotNow, Stale
from bot.method.core.terms import Event, UndoableAction
from bot.method.people.parting import PartingKind, PartingWay
from bot.method.pool.again import AgainReason, WhyAgain
from bot.models.journal import JournalEntry
from bot.models.timeline import TimelineEntry
from bot.services.people import parting, parting_plan
from bot.services.people.parting_plan import Wish
from bot.services.pool import handing_out
from tests.builders import Firm
from tests.service.people.test_parting import CLOSE, Office
from tests.service.pooled import let_go

WORDS = WhyAgain(AgainReason.OWN_WORDS, "Анна уходит в декрет")


async def ready(firm: Firm) -> tuple[Office, int, list[int]]:
    """Anna has one client that Boris has let go, and others."""
    office = await Office(firm).hire()
    back = await let_go(firm, office.boris, "Котов")
    async with firm.act(office.head) as act:
        await handing_out.assign(act, back, office.anna)
    return office, back, await firm.clients(office.anna, 3)


def wish(office: Office, way: PartingWay, kind: PartingKind = PartingKind.HAND_OVER) -> Wish:
    return Wish(office.anna, kind, way, office.boris)


async def given(firm: Firm, office: Office, asked: Wish, again: WhyAgain | None) -> None:
    async with firm.act(office.head if asked.kind is not CLOSE else office.admin) as act:
        assert await parting.carry_out(act, await parting_plan.planned(act, asked), 0, again)


async def test_without_a_reason_nothing_goes(firm: Firm) -> None:
    office, back, others = await ready(firm)
    for kind in (PartingKind.HAND_OVER, CLOSE):
        with pytest.raises(NotNow, match="let-go-recently") as refusal:
            await given(firm, office, wish(office, PartingWay.ONE, kind), None)
        assert refusal.value.facts["name"] == "Борис"
    assert set(await office.owners([back, *others])) == {office.anna}


async def test_the_reason_stands_with_those_it_is_about_alone(firm: Firm) -> None:
    office, back, others = await ready(firm)
    await given(firm, office, wish(office, PartingWay.ONE), WORDS)
    assert set(await office.owners([back, *others])) == {office.boris}
    async with firm.work() as work:
        events = await work.session.scalars(
            select(TimelineEntry)
            .where(TimelineEntry.event == Event.OWNER_CHANGED)
            .order_by(TimelineEntry.id)
        )
        said = {one.client_id: one.data.get("again_words") for one in events}
        lines = await work.session.scalars(
            select(JournalEntry).where(JournalEntry.kind == JournalKind.OWNER)
        )
        kept = {one.client_id: one.subject for one in lines}
    assert said[back] == WORDS.comment and {said[one] for one in others} == {None}
    assert kept[back] == AgainReason.OWN_WORDS and {kept[one] for one in others} == {None}


async def test_the_others_go_and_it_stays(firm: Firm) -> None:
    office, back, others = await ready(firm)
    rest = wish(office, PartingWay.REST)
    async with firm.act(office.head) as act:
        plan = await parting_plan.preview(act, rest)
    assert (plan.left, plan.total.clients, plan.let_go) == (1, 3, None)
    await given(firm, office, rest, None)
    assert set(await office.owners(others)) == {office.boris}
    assert await office.owners([back]) == [office.anna]
    async with firm.act(office.head) as act:
        with pytest.raises(Stale, match="parting-nothing"):
            await parting_plan.preview(act, rest)


@pytest.mark.parametrize("kind", [PartingKind.CLOSE, PartingKind.HEAD, PartingKind.ADMIN])
async def test_nothing_stays_with_somebody_who_goes(firm: Firm, kind: PartingKind) -> None:
    office, *_ = await ready(firm)
    async with firm.act(office.admin) as act:
        with pytest.raises(Stale, match="parting-changed"):
            await parting_plan.planned(act, wish(office, PartingWay.REST, kind))


async def test_an_access_is_closed_with_the_reason_and_given_back(firm: Firm) -> None:
    office, back, others = await ready(firm)
    why = WhyAgain(AgainReason.NOBODY_ELSE)
    await given(firm, office, wish(office, PartingWay.ONE, CLOSE), why)
    assert set(await office.owners([back, *others])) == {office.boris}
    await office.takes_back(UndoableAction.CLOSE_ACCESS, office.anna)
    assert set(await office.owners([back, *others])) == {office.anna}
