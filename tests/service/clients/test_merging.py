"""Two cards of one client become one, and nothing of either gets lost."""

import pytest
from sqlalchemy import func, select

from bot.method.clients.merging import Mergeable
from bot.method.core.refusals import NotFound, NotNow
from bot.method.core.terms import PoolReason, Role
from bot.models import Client, ContactPoint, Gap, Task, TimelineEntry
from bot.services.clients import editing, merging, persons
from bot.services.clients.clients import client_card
from bot.services.clients.search import find
from bot.services.deals.deals import wants_to_buy
from bot.services.pool.releasing import release
from bot.services.tasks.tasks import When
from tests.builders import Firm


async def pair(firm: Firm, owner: int) -> tuple[int, int]:
    """A client with a task, and its double with a deal, people and a contact both have."""
    kept = await firm.client(owner, "Ромашка", phone="+79161234567", due=firm.in_days(3))
    gone = await firm.client(owner, "ООО Ромашка", phone="+79035550102")
    async with firm.act(owner) as act:
        await editing.set_text(act, kept, editing.ClientText.NOTE, "раз")
        await editing.set_text(act, gone, editing.ClientText.NOTE, "два")
        await editing.set_class(act, gone, "A")
        await persons.add_person(act, gone, "Ирина Белова, бухгалтер")
        point = ContactPoint(client_id=gone, kind="phone", value="+79161234567")
        act.session.add(point)
        await wants_to_buy(act, gone, When(firm.in_days(5)))
    return kept, gone


async def test_all_of_both_is_on_one(firm: Firm) -> None:
    anna = await firm.person("Анна")
    kept, gone = await pair(firm, anna)
    async with firm.act(anna) as act:
        asked = await merging.preview(act, kept, gone, 1)
        assert asked.questions == (Mergeable.NAME,)
        assert asked.mask == 1
        assert await merging.merge(act, kept, gone, asked.mask) == kept
    async with firm.act(anna) as act:
        card = await client_card(act, kept)
        assert await act.session.get(Client, gone) is None
        events = await act.session.scalar(
            select(func.count()).where(TimelineEntry.client_id == kept)
        )
        gaps = (await act.session.scalars(select(Gap).where(Gap.closed_at.is_(None)))).all()
    assert (card.name, card.client_class, card.note) == ("ООО Ромашка", "A", "раз\nдва")
    numbers = sorted(phone.number for phone in card.contacts.phones)
    assert numbers == ["+79035550102", "+79161234567"]
    assert [one.name for one in card.persons] == ["Ирина Белова"]
    assert len(card.deals) == 1
    assert len(card.tasks) == 2
    assert gaps == []
    assert events is not None
    assert events > 6
    async with firm.act(anna) as act:
        assert [one.client_id for one in (await find(act, "ромашка")).page.lines] == [kept]


async def test_the_same_tap_again_finds_nobody(firm: Firm) -> None:
    anna = await firm.person("Анна")
    kept, gone = await pair(firm, anna)
    async with firm.act(anna) as act:
        await merging.merge(act, kept, gone, 0)
    with pytest.raises(NotFound):
        async with firm.act(anna) as act:
            await merging.merge(act, kept, gone, 0)


async def test_a_client_without_a_plan_is_covered_by_the_doubles_plan(firm: Firm) -> None:
    anna = await firm.person("Анна")
    kept = await firm.client(anna, "Без плана")
    gone = await firm.client(anna, "С планом", due=firm.in_days(3))
    async with firm.act(anna) as act:
        await merging.merge(act, kept, gone, 0)
    async with firm.act(anna) as act:
        client = await act.session.get_one(Client, kept)
        assert client.gap_since is None
        assert client.next_due == firm.in_days(3)
        (task,) = (await act.session.scalars(select(Task))).all()
        assert task.client_id == kept


async def test_neither_a_colleagues_nor_one_in_the_pool(firm: Firm) -> None:
    anna, boris = await firm.person("Анна"), await firm.person("Борис")
    olga = await firm.person("Ольга", Role.ADMIN)
    own = await firm.client(anna, "Ромашка")
    other = await firm.client(boris, "Чужой")
    for kept, gone in ((own, other), (other, own)):
        with pytest.raises(NotFound):
            async with firm.act(anna) as act:
                await merging.merge(act, kept, gone, 0)
    async with firm.act(olga) as act:
        await release(act, other, PoolReason.HEAD_DECIDED)
    with pytest.raises(NotNow):
        async with firm.act(olga) as act:
            await merging.merge(act, own, other, 0)
    async with firm.act(olga) as act:
        assert len((await find(act, "чужой")).page.lines) == 1
