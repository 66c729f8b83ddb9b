"""Finding clients: parts of names, typos, phones in any spelling; never beyond one's own."""

import pytest

from bot.method.clients.cards import Draft
from bot.method.clients.search import Seeking
from bot.method.core.refusals import NotFound
from bot.method.core.terms import ClientKind, Role
from bot.models.client import Client
from bot.services.clients.clients import add_client, draft_of
from bot.services.clients.search import find, one_client
from bot.services.clients.search_words import reindex
from bot.services.core.coverage import refresh
from bot.services.planning import quick
from tests.builders import Firm

LINES = (
    "ООО «Ромашка-Плюс» +7 916 123-45-67 romashka@example.com",
    "Пётр Зайцев +7 495 765-43-21 @petr_z",
    "Ёлкина Алёна +7 903 555-01-02",
)


async def base(firm: Firm, owner: int) -> None:
    async with firm.act(owner) as act:
        for line in LINES:
            client = await add_client(act, act.actor, draft_of(act, line), ClientKind.CUSTOMER)
            await act.session.flush()
            await refresh(act, client.id)


async def found(firm: Firm, person: int, typed: str) -> list[str]:
    async with firm.act(person) as act:
        result = await find(act, typed)
        return [line.name for line in result.page.lines]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("ромаш", "Ромашка-Плюс"),
        ("ПЛЮС ромашка", "Ромашка-Плюс"),
        ("петр", "Пётр Зайцев"),
        ("Елкина", "Ёлкина Алёна"),
        ("алена ёлк", "Ёлкина Алёна"),
        ("8 (916) 123 45 67", "Ромашка-Плюс"),
        ("45-67", "Ромашка-Плюс"),
        ("8 495 765", "Пётр Зайцев"),
        ("@petr_z", "Пётр Зайцев"),
        ("romashka@example.com", "Ромашка-Плюс"),
        ("Romashka", "Ромашка-Плюс"),
        ("romash", "Ромашка-Плюс"),
        ("romashka@", "Ромашка-Плюс"),
        ("Romashka@exam", "Ромашка-Плюс"),
        ("romashka@example", "Ромашка-Плюс"),
        ("рамашка", "Ромашка-Плюс"),
        ("Зайцов Петр", "Пётр Зайцев"),
        ("машка", "Ромашка-Плюс"),
    ],
)
async def test_a_client_is_found(firm: Firm, typed: str, name: str) -> None:
    anna = await firm.person("Анна")
    await base(firm, anna)
    assert name in " ".join(await found(firm, anna, typed))


@pytest.mark.parametrize("typed", ["ромашка", "рамашка", "+7 916 123-45-67", "4567", "1"])
async def test_a_colleagues_clients_are_not_found(firm: Firm, typed: str) -> None:
    anna, boris = await firm.person("Анна"), await firm.person("Борис")
    await base(firm, anna)
    assert await found(firm, boris, typed) == []


async def test_only_namesakes_show_the_phone(firm: Firm) -> None:
    anna = await firm.person("Анна")
    await firm.client(anna, "Иванов Пётр", phone="+79161234567")
    await firm.client(anna, "Пётр Иванов", phone="+79161234599")
    await firm.client(anna, "Иванов Олег", phone="+79161234500")
    async with firm.act(anna) as act:
        lines = (await find(act, "Иванов")).page.lines
        read = await quick.begin(act, "Иванов Пётр завтра позвонить")
    shown = {line.name: line.phone for line in lines}
    assert shown == {
        "Иванов Пётр": "+79161234567",
        "Пётр Иванов": "+79161234599",
        "Иванов Олег": None,
    }
    assert read is not None
    assert {one.phone for one in read.candidates} == {"+79161234567", "+79161234599"}


async def test_a_command_takes_what_fits_and_nothing_alike(firm: Firm) -> None:
    olga = await firm.person("Ольга", Role.ADMIN)
    await base(firm, olga)
    async with firm.act(olga) as act:
        assert isinstance(await one_client(act, "ромаш", Seeking.BUY), int)
        with pytest.raises(NotFound):
            await one_client(act, "рамашка", Seeking.BUY)


async def test_another_name_is_found_and_the_old_one_is_not(firm: Firm) -> None:
    anna = await firm.person("Анна")
    async with firm.act(anna) as act:
        draft = Draft("Север")
        client_id = (await add_client(act, act.actor, draft, ClientKind.CUSTOMER)).id
    async with firm.act(anna) as act:
        client = await act.session.get_one(Client, client_id)
        client.name = "Восток"
        await reindex(act, client)
    assert await found(firm, anna, "восток") == ["Восток"]
    assert await found(firm, anna, "север") == []


async def test_what_fills_a_field_finds_nobody_and_stays_a_text(firm: Firm) -> None:
    anna = await firm.person("Анна")
    async with firm.act(anna) as act:
        for line in ("Зоя 0000000000", "Яна 0000000000 8 916 123-45-67", "Магазин 11111"):
            client = await add_client(act, act.actor, draft_of(act, line), ClientKind.CUSTOMER)
            await refresh(act, client.id)
    assert await found(firm, anna, "Зоя") == ["Зоя 0000000000"]
    assert await found(firm, anna, "8 916 123 45 67") == ["Яна 0000000000"]
    assert await found(firm, anna, "Магазин 11111") == ["Магазин 11111"]
    for typed in ("0000000000", "+7 (000) 000-00-00", "89999999999", "тел. 1234567890"):
        assert await found(firm, anna, typed) == []
