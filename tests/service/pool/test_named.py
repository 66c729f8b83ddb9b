"""Taking from the pool and letting go by a command, and what wrong ones are told (R5, R6)."""

import pytest

from bot.method.clients.search import Seeking
from bot.method.core.refusals import NotFound, NotNow
from bot.services.clients.search import one_client
from bot.services.pool.handing_out import preview
from bot.services.pool.losing import lose
from bot.services.pool.taking import named
from tests.builders import Firm
from tests.service.pooled import let_go, people, set_rule


async def told(firm: Firm, who: int, typed: str) -> int | str:
    """The client that is meant, or the refusal's code."""
    async with firm.act(who) as act:
        try:
            return await named(act, typed)
        except (NotFound, NotNow) as refusal:
            return refusal.code


async def test_a_client_of_the_pool_is_named_by_number_or_part_of_the_name(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    client = await let_go(firm, anna, "ООО «Ромашка»")
    await let_go(firm, anna, "Пион")
    await firm.client(boris, "Астра")
    assert await told(firm, boris, "ромаш") == "take-off"
    await set_rule(firm, "self_take_allowed", "1")
    typed = ("ромаш", "РОМАШКА", f"{client}", f" №{client} ", f"#{client}")
    assert [await told(firm, boris, text) for text in typed] == [client] * 5
    wrong = {"Астра": "client", "%": "client", "«»": "client", "о": "take-several"}
    assert {text: await told(firm, boris, text) for text in wrong} == wrong
    assert await told(firm, head, "ромаш") == "take-by-assigning"


async def test_who_is_lost_is_neither_named_nor_handed_out(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    await set_rule(firm, "self_take_allowed", "1")
    client = await let_go(firm, anna)
    async with firm.act(head) as act:
        await lose(act, client)
    assert await told(firm, boris, "Ромашка") == "client"
    async with firm.act(head) as act:
        assert (await preview(act, 1)).plan.assignments == ()


async def test_a_name_asks_why_a_client_is_let_go(firm: Firm) -> None:
    _, anna, boris = await people(firm)
    client = await firm.client(anna, "Астра")
    async with firm.act(anna) as act:
        assert await one_client(act, "астра", Seeking.RELEASE) == client
    async with firm.act(boris) as act:
        with pytest.raises(NotFound):
            await one_client(act, "астра", Seeking.RELEASE)
