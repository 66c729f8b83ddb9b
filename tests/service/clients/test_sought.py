"""What is looked for: by number, by deals' names, for what is to be done, page by page."""

import pytest

from bot.method.clients.cards import Found
from bot.method.clients.search import Seeking
from bot.method.core.refusals import NotFound
from bot.method.core.terms import Role
from bot.services.clients.search import exactly, find, one_client
from bot.services.clients.sought import turned, with_pages
from bot.services.deals.cards import rename
from bot.services.deals.deals import wants_to_buy
from bot.services.planning import quick
from bot.services.pool.losing import lose
from bot.services.tasks.tasks import When
from tests.builders import Firm


async def names(firm: Firm, person: int, typed: str) -> list[str]:
    async with firm.act(person) as act:
        return [line.name for line in (await find(act, typed)).page.lines]


@pytest.mark.parametrize("typed", ["№2", "№ 2", "#2", "2", "No2", "no. 2"])
async def test_by_the_number(firm: Firm, typed: str) -> None:
    anna, boris = await firm.person("Анна"), await firm.person("Борис")
    await firm.client(anna, "Первый")
    assert await firm.client(anna, "Второй", phone="+79162222222") == 2
    assert await names(firm, anna, typed) == ["Второй"]
    assert await names(firm, boris, typed) == []


async def test_by_the_name_of_a_deal_and_by_its_new_one(firm: Firm) -> None:
    anna, boris = await firm.person("Анна"), await firm.person("Борис")
    client = await firm.client(anna, "Иванов Пётр")
    async with firm.act(anna) as act:
        made = await wants_to_buy(act, client, When(firm.in_days(2)), title="Кухня дубовая")
    for typed in ("кухня", "дубов", "Кухню"):
        assert await names(firm, anna, typed) == ["Иванов Пётр"]
    assert await names(firm, boris, "кухня") == []
    async with firm.act(anna) as act:
        await rename(act, made.deal.id, "Шкаф")
    assert await names(firm, anna, "шкаф") == ["Иванов Пётр"]


async def test_all_that_fit_are_turned_by_who_looked_for_them(firm: Firm) -> None:
    olga, igor = await firm.person("Ольга", Role.ADMIN), await firm.person("Игорь", Role.ADMIN)
    ids = {await firm.client(olga, f"Иванов {letter}") for letter in "АБВГДЕЖЗИКЛМН"}
    for typed in ("иванов", "Иванову"):
        async with firm.act(olga) as act:
            found = await one_client(act, typed, Seeking.LOSE)
            assert isinstance(found, Found)
            kept = await with_pages(act, found, Seeking.LOSE)
            assert kept.line_id is not None
            seen = [line.client_id for line in kept.page.lines]
            for page in range(1, kept.page.pages):
                seeking, more = await turned(act, kept.line_id, page)
                assert seeking is Seeking.LOSE
                seen += [line.client_id for line in more.page.lines]
        assert (len(seen), set(seen)) == (13, ids), typed
    with pytest.raises(NotFound):
        async with firm.act(igor) as act:
            await turned(act, kept.line_id, 1)
    async with firm.act(olga) as act:
        read = await quick.begin(act, "Иванов завтра")
        assert read is not None and read.pages == 2
        more_read = await quick.turn(act, read.line_id, 1)
    shown = [line.client_id for line in (*read.candidates, *more_read.candidates)]
    assert (len(shown), set(shown)) == (13, ids)


async def test_restore_knows_lost_ones_only_and_lost_the_others(firm: Firm) -> None:
    olga = await firm.person("Ольга", Role.ADMIN)
    gone = [await firm.client(olga, f"Иванов {number}") for number in range(3)]
    there = await firm.client(olga, "Иванов Пётр")
    for client in gone[:2]:
        async with firm.act(olga) as act:
            await lose(act, client)
    async with firm.act(olga) as act:
        found = await one_client(act, "Иванов", Seeking.RESTORE)
        assert isinstance(found, Found)
        assert {line.client_id for line in found.page.lines} == set(gone[:2])
        found = await one_client(act, "Иванов", Seeking.LOSE)
        assert isinstance(found, Found)
        assert {line.client_id for line in found.page.lines} == {gone[2], there}
        assert await one_client(act, "Иванов Пётр", Seeking.RESTORE) == there, "says it is not lost"
        with pytest.raises(NotFound):
            await one_client(act, "Сидоров", Seeking.RESTORE)


@pytest.mark.parametrize(
    "typed", ["\U0001f600" * 4, "\u202eвонавИ", "a\x00b", "'\"<b>", "я" * 4096]
)
async def test_rubbish_finds_nobody(firm: Firm, typed: str) -> None:
    anna = await firm.person("Анна")
    await firm.client(anna, "Петров")
    async with firm.act(anna) as act:
        assert (await exactly(act, typed)).page.total == 0


@pytest.mark.parametrize(
    "line",
    ["Орлов +7 903 123-45-67 завтра звонок", "Орлов завтра в 10 +7 903 123-45-67 звонок"],
)
async def test_the_preview_shows_the_phone_that_is_saved(firm: Firm, line: str) -> None:
    anna = await firm.person("Анна")
    async with firm.act(anna) as act:
        read = await quick.begin(act, line)
        assert read is not None
        assert [phone.number for phone in read.contacts.phones] == ["+79031234567"]
        assert (read.client_name, read.title) == ("Орлов", "звонок")
