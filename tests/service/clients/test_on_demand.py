"""A person demands that his data go (R7): nothing is left by which he could be known, and whatever
can be counted stays as it was."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from bot.method.clients.cards import WhoseMessage
from bot.method.clients.erasing import countable, traces
from bot.method.core.journal import JournalKind
from bot.method.core.refusals import NotFound, NotNow
from bot.method.core.terms import (
    ClientStatus,
    ContactKind,
    DealStatus,
    LossReason,
    Outcome,
    PoolReason,
    Role,
)
from bot.method.inbound.matching import MessageSender
from bot.models import Arrival, InboxUpdate, UndoStep
from bot.models.journal import JournalEntry
from bot.models.report import reactions_of
from bot.services.clients import clients, erasing, history, search
from bot.services.deals import cards, deals
from bot.services.gaps.reconcile import reconcile
from bot.services.inbound.inbound import receive
from bot.services.inbound.together import Message
from bot.services.pool import handing_out, losing, releasing
from bot.services.tasks.comments import comment
from bot.services.tasks.tasks import When, finish_task
from tests.builders import Firm, at
from tests.service import seen
from tests.service.chats import sent, text
from tests.service.clients.test_erasing import DIGITS, NAME, NEAR, OF_CLIENTS, TABLES, filled
from tests.service.inbound.test_joined import added
from tests.service.pooled import let_go

PHONE = f"+7{DIGITS}"
EARLY = datetime(2026, 1, 1, tzinfo=UTC)
ORLOV = MessageSender(phones=(PHONE,), name=NAME)


async def erased(firm: Firm, admin: int, client: int) -> None:
    """As the button does it."""
    async with firm.act(admin) as act:
        updates = await erasing.copies(act, client)
    async with firm.act(admin) as act:
        await erasing.erase(act, client, updates)


async def left(firm: Firm) -> dict[str, str]:
    """Where the name or the phone still stands."""
    async with firm.database.reading() as session:
        found = {
            name: str((await session.execute(select(table))).all())
            for name, table in TABLES.items()
        }
    return {name: rows for name, rows in found.items() if NAME in rows or DIGITS in rows}


@pytest.mark.parametrize("name", sorted({*NEAR, *OF_CLIENTS}))
async def test_no_table_keeps_a_word_of_him(firm: Firm, name: str) -> None:
    admin, anna = await firm.person("Ольга", Role.ADMIN), await firm.person("Анна")
    client = await firm.client(anna, NAME, phone=PHONE, due=firm.in_days(1))
    async with firm.work() as work:
        await filled(work.session, TABLES[name], client, told=True)
    firm.moved(minutes=5)
    await erased(firm, admin, client)
    assert await left(firm) == {}


async def lived(firm: Firm, anna: int) -> int:
    """A client with something of everything that people do."""
    client = await firm.client(anna, NAME, phone=PHONE, due=firm.in_days(1))
    inbound = await added(firm, anna, f"Это {NAME}, пришлите счёт", ORLOV)
    async with firm.act(anna) as act:
        await comment(act, inbound.task_id, f"{NAME} просит скидку")
        await finish_task(act, inbound.task_id, Outcome.HANDLED)
        await deals.wants_to_buy(act, client, When(firm.in_days(2)))
    async with firm.act(anna) as act:
        await cards.rename(act, 1, f"Столы, {NAME}")
        await deals.close_deal(act, 1, DealStatus.WON)
        await deals.wants_to_buy(act, client, When(firm.in_days(3)))
    firm.moved(minutes=5)
    return client


async def test_the_owner_hears_of_it_by_the_number_alone(firm: Firm) -> None:
    admin, anna = await firm.person("Ольга", Role.ADMIN), await firm.person("Анна")
    at(firm, 23, 20)
    client = await firm.client(anna, NAME, phone=PHONE, due=firm.in_days(1))
    own = await firm.client(admin, NAME)
    of_nobody = await let_go(firm, anna)
    firm.moved(minutes=5)
    for one in (client, own, of_nobody):
        await erased(firm, admin, one)
    (row,) = await seen.messages(firm, "client_erased")
    assert (row.user_id, row.payload) == (anna, {"client": client, "by": admin})
    assert row.not_before == datetime(2026, 11, 24, 6, tzinfo=UTC), "not in the evening"
    told = text(await sent(firm, "client_erased"))
    assert "Решение: Ольга" in told and f"только номер: №{client}" in told
    assert NAME not in told and DIGITS not in told


async def test_what_can_be_counted_stays(firm: Firm) -> None:
    admin, anna = await firm.person("Ольга", Role.ADMIN), await firm.person("Анна")
    client = await lived(firm, anna)
    before = await seen.tasks(firm, client)
    async with firm.work() as work:
        reactions = await reactions_of(work.session, [anna], EARLY, work.now)
    await erased(firm, admin, client)
    assert await left(firm) == {}
    kept = await seen.client(firm, client)
    assert (kept.name, kept.status, kept.owner_id) == (f"№{client}", ClientStatus.ERASED, None)
    facts = [(t.id, t.kind, t.outcome, t.created_at, t.reaction_minutes) for t in before]
    after = await seen.tasks(firm, client)
    assert [(t.id, t.kind, t.outcome, t.created_at, t.reaction_minutes) for t in after] == facts
    won, lost = await seen.deals(firm, client)
    assert (won.status, lost.status, lost.loss_reason) == (
        DealStatus.WON,
        DealStatus.LOST,
        LossReason.OTHER,
    )
    async with firm.work() as work:
        assert await reactions_of(work.session, [anna], EARLY, work.now) == reactions
        assert not await reconcile(work, client)
        entry = (
            await work.session.scalars(
                select(JournalEntry).where(JournalEntry.kind == JournalKind.ERASED)
            )
        ).one()
    assert (entry.actor_id, entry.client_id, entry.subject) == (admin, client, erasing.BY_DEMAND)


async def test_nobody_finds_him_any_more_by_whatever_way(firm: Firm) -> None:
    admin, anna = await firm.person("Ольга", Role.ADMIN), await firm.person("Анна")
    head = await firm.person("Игорь", Role.HEAD)
    client = await lived(firm, anna)
    await erased(firm, admin, client)
    for person in (admin, head, anna):
        async with firm.act(person) as act:
            for query in (f"№{client}", NAME, PHONE):
                assert (await search.find(act, query)).page.total == 0
            for look in (clients.client_card, erasing.preview, losing.to_be_restored):
                with pytest.raises(NotFound):
                    await look(act, client)
            with pytest.raises(NotFound):
                await history.client_history(act, client, 0)
    with pytest.raises(NotFound):
        await erased(firm, admin, client)


async def test_who_comes_again_is_a_new_client(firm: Firm) -> None:
    admin, anna = await firm.person("Ольга", Role.ADMIN), await firm.person("Анна")
    client = await lived(firm, anna)
    await erased(firm, admin, client)
    firm.moved(minutes=5)
    async with firm.act(anna) as act:
        asked = await receive(act, Message(ORLOV, "Это снова я", act.now, "again"))
    assert isinstance(asked, WhoseMessage) and asked.candidates == ()


@pytest.mark.parametrize("where", ["pool", "lost"])
async def test_of_the_pool_or_lost_as_well(firm: Firm, where: str) -> None:
    admin, anna = await firm.person("Ольга", Role.ADMIN), await firm.person("Анна")
    client = await let_go(firm, anna, NAME)
    if where == "lost":
        async with firm.act(admin) as act:
            await losing.lose(act, client, f"{NAME} просил не звонить")
    firm.moved(minutes=5)
    await erased(firm, admin, client)
    assert await left(firm) == {}
    async with firm.act(admin) as act:
        assert (await handing_out.preview(act, 5)).plan.assignments == ()


async def test_what_may_still_be_taken_back_comes_first(firm: Firm) -> None:
    admin, anna = await firm.person("Ольга", Role.ADMIN), await firm.person("Анна")
    client = await firm.client(anna, NAME, due=firm.in_days(1))
    firm.moved(minutes=5)
    async with firm.act(anna) as act:
        await releasing.release(act, client, PoolReason.NOT_ACTIVE)
    with pytest.raises(NotNow, match="erase-busy"):
        await erased(firm, admin, client)
    firm.moved(minutes=1, seconds=1)
    await erased(firm, admin, client)
    async with firm.work() as work:
        steps = (await work.session.scalars(select(UndoStep))).all()
    assert all(step.used_at is not None for step in steps if step.user_id == anna)
    assert await left(firm) == {}


async def test_a_part_that_was_put_on_another_client_stays_there(firm: Firm) -> None:
    admin, anna = await firm.person("Ольга", Role.ADMIN), await firm.person("Анна")
    client = await lived(firm, anna)
    other = await firm.client(anna, "Лютик", phone="+79035550102")
    sender = MessageSender(phones=("+79035550102",), name="Пётр")
    made = await added(firm, anna, "Не про него", sender)
    async with firm.work() as work:
        arrivals = select(Arrival).order_by(Arrival.id)
        first, part = (await work.session.scalars(arrivals)).all()
        part.lead_id = first.id
        assert (first.client_id, part.client_id) == (client, other)
    firm.moved(minutes=5)
    await erased(firm, admin, client)
    async with firm.work() as work:
        (kept,) = (await work.session.scalars(select(Arrival))).all()
    assert (kept.said, kept.lead_id, kept.task_id) == ("Не про него", None, made.task_id)


async def test_what_telegram_brought_goes_where_he_is_named(firm: Firm) -> None:
    admin, anna = await firm.person("Ольга", Role.ADMIN), await firm.person("Анна")
    client = await firm.client(anna, NAME, phone=PHONE, due=firm.in_days(1))
    raws = [f'{{"text": "{NAME}"}}', '{"text": "8 (903) 123-45-67"}', '{"text": "Лютик"}']
    async with firm.work() as work:
        for number, raw in enumerate(raws):
            work.session.add(
                InboxUpdate(
                    update_id=number, chat_id=1, raw=raw, received_at=work.now, handled_at=work.now
                )
            )
    firm.moved(minutes=5)
    await erased(firm, admin, client)
    async with firm.work() as work:
        kept = (await work.session.scalars(select(InboxUpdate.raw).order_by(InboxUpdate.id))).all()
    assert kept == ["{}", "{}", raws[2]]


@given(
    st.dictionaries(
        st.sampled_from(["text", "comment", "before", "after", "why", "again_words", "on", "name"]),
        st.one_of(st.text(), st.integers(), st.booleans(), st.none(), st.dates().map(str)),
    )
)
def test_no_word_that_was_said_is_countable(data: dict[str, object]) -> None:
    for key, value in countable(data).items():
        assert data[key] == value
        if isinstance(value, str):
            assert value[:4].isdigit() or (key == "why" and value.isascii() and value.islower())


def test_how_he_is_named() -> None:
    found = traces(
        ("Орлов", "Я", None), [(ContactKind.PHONE, PHONE), (ContactKind.EMAIL, "a@b.ru")]
    )
    assert set(found) == {"Орлов", "a@b.ru", "1234567", "123-45-67", "123 45 67", "123 45-67"}
