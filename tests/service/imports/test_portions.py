"""What takes long is told of a portion before its transaction begins."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from bot.lookup.phone_cells import read_phones
from bot.method.core.cards import Phone
from bot.method.imports.rows import ImportRow
from bot.services.core.work import Work
from bot.services.imports.portions import PORTION, in_portions, phones_ahead
from tests.builders import Firm

COUNT = PORTION + 3


async def test_phones_are_told_before_the_transaction(firm: Firm) -> None:
    rows = [ImportRow(line, phones=(f"8 916 {line:07}",)) for line in range(1, COUNT + 1)]
    told: list[int] = []
    open_now = False

    @asynccontextmanager
    async def opened() -> AsyncIterator[Work]:
        nonlocal open_now
        async with firm.work() as work:
            open_now = True
            yield work
        open_now = False

    async def take(work: Work, at: int, portion: Sequence[ImportRow]) -> int:
        before = read_phones.cache_info().misses
        for row in portion:
            assert read_phones(row.phones[0], "RU")[0].phones
        assert read_phones.cache_info().misses == before
        return at + len(portion)

    def ahead(portion: Sequence[ImportRow]) -> None:
        assert not open_now
        told.append(len(portion))
        phones_ahead("RU")(portion)

    assert [at async for at in in_portions(opened, rows, take, 0, ahead)] == [PORTION, COUNT]
    assert told == [PORTION, 3]


def test_of_the_phones_of_a_cell_those_that_one_person_carries() -> None:
    cell, personal = read_phones("+7 916 123-45-67, +7 495 234-61-87", "RU")
    assert cell.phones == (Phone("+79161234567"), Phone("+74952346187"))
    assert personal == {Phone("+79161234567")}
