"""Quick add on either database: whose line it is, a colleague's client, saved once."""

import pytest

from bot.method.client_cards import Held
from bot.method.refusals import NotFound, Stale
from bot.services import quick
from tests.builders import Firm


async def test_a_known_client_once_and_only_for_who_typed_it(firm: Firm) -> None:
    anna, boris = await firm.person("Анна"), await firm.person("Борис")
    client = await firm.client(anna, "Иванов Пётр")
    async with firm.act(anna) as act:
        read = await quick.begin(act, "Иванов завтра 15:00 позвонить по КП")
        assert read is not None
        assert (read.client_id, read.title) == (client, "позвонить по КП")
        assert await quick.begin(act, "Иванов позвонить по КП") is None
    with pytest.raises(NotFound):
        async with firm.act(boris) as act:
            await quick.save(act, read.arrival_id)
    async with firm.act(anna) as act:
        made = await quick.save(act, read.arrival_id)
        assert isinstance(made, tuple)
        assert made[1].due_at is not None
    with pytest.raises(Stale):
        async with firm.act(anna) as act:
            await quick.save(act, read.arrival_id)


async def test_a_colleagues_client_says_only_whose_it_is(firm: Firm) -> None:
    anna, boris = await firm.person("Анна Петрова"), await firm.person("Борис")
    await firm.client(anna, "Иванов Пётр", phone="+79161234567")
    async with firm.act(boris) as act:
        read = await quick.begin(act, "Иванов +7 916 123-45-67 завтра звонок")
        assert read is not None
        assert read.client_id is None
        assert await quick.save(act, read.arrival_id) == Held("Петрова")
