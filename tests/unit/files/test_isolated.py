"""Files are read in a process of their own: within limits, whole or not at all."""

import asyncio
from asyncio.subprocess import Process
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.files import answer as answers
from bot.files.answer import file_answer, refusal_answer
from bot.files.answered import Answer, Rows
from bot.files.isolated import read_isolated
from bot.files.limits import LARGEST, MOST_ROWS
from bot.files.reading import read_clients
from bot.method.core.refusals import Invalid
from bot.method.imports.recognition import Surroundings
from bot.method.imports.rows import Field, ImportFile, ImportRow, Profile, TaskRow
from tests.exports import AMO_DEAL, bitrix_csv, bomb, lined, xlsx

DEALS = lined(
    AMO_DEAL,
    {
        "ID": "5",
        "Название сделки": "Поставка",
        "Бюджет \u20bd": "350 000,50",
        "Дата создания сделки": "31.02.2019",
        "Дата закрытия": "не закрыта",
        "Полное имя контакта": "Пётр Иванов",
        "Рабочий телефон": "'+79161112233",
    },
    {"ID": "6", "Название сделки": "Другая", "Дата закрытия": "24.12.2025 10:00:00"},
    {"ID": "6", "Товар": "Второй"},
)
MANY = ("Имя;Телефон\n" + "Иванов;89161112233\n" * 50_000).encode()


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> asyncio.Queue[Process]:
    """The processes that are started, as they come."""
    processes: asyncio.Queue[Process] = asyncio.Queue()
    start = asyncio.create_subprocess_exec

    async def starting(*args, **kwargs) -> Process:
        process = await start(*args, **kwargs)
        await processes.put(process)
        return process

    monkeypatch.setattr(asyncio, "create_subprocess_exec", starting)
    return processes


async def refused(content: bytes, **limits: float) -> str:
    with pytest.raises(Invalid) as refusal:
        await read_isolated(content, **limits)
    return refusal.value.code


def file_of(blocks: Iterable[bytes]) -> ImportFile:
    """The file of an answer that comes in these blocks."""
    answer = Answer()
    for block in blocks:
        answer.take(block)
    return answer.file()


async def test_it_is_the_same_file_as_in_the_same_process() -> None:
    content = bitrix_csv(DEALS)
    here, there = read_clients(content), await read_isolated(content)
    assert tuple(there.rows) == here.rows
    assert there.rows[0] == here.rows[0] and there.rows[1:] == here.rows[1:]
    assert (there.count, there.columns, there.sample) == (here.count, here.columns, here.sample)


async def test_what_is_known_around_goes_along() -> None:
    around = Surroundings(date(2026, 11, 23), frozenset({"Анна Петрова"}))
    content = "Имя;Ведёт;Дальше\nИванов;Анна Петрова;25.12.2026\n".encode()
    (row,) = (await read_isolated(content, None, around)).rows
    assert (row.responsible, row.task) == ("Анна Петрова", TaskRow(date(2026, 12, 25)))


async def test_the_mapping_goes_along() -> None:
    read = await read_isolated("Кто\nИванов\n".encode(), {0: Field.COMPANY})
    assert [row.company for row in read.rows] == ["Иванов"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file-empty"),
        (b"x" * (LARGEST + 1), "file-large"),
        (b"MZ\x90\x00\x03\x00\x00", "file-unknown"),
        (bomb(), "file-bomb"),
        (b"name\n" + b"x\n" * (MOST_ROWS + 1), "file-rows"),
    ],
)
async def test_a_refusal_comes_back_with_its_facts(content: bytes, code: str) -> None:
    assert await refused(content) == code


async def test_time_is_limited_and_the_process_is_gone(started) -> None:
    assert await refused(MANY, seconds=0.05) == "file-slow"
    assert (await started.get()).returncode is not None


async def test_memory_is_limited() -> None:
    rows = [["Имя"], ["Иванов"], *([] for _ in range(3))]
    sparse = xlsx([*rows, [""] * 400 + ["x"]])
    assert (await read_isolated(sparse)).count == 2
    assert await refused(MANY * 8, memory=80 * 1024 * 1024) == "file-bomb"


async def test_who_asked_may_leave(started) -> None:
    reading = asyncio.ensure_future(read_isolated(MANY))
    process = await started.get()
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading
    assert process.returncode is not None


def test_an_answer_that_is_not_whole_is_none() -> None:
    answer = b"".join(file_answer(read_clients(bitrix_csv(DEALS))))
    blocks = [answer[at : at + 7] for at in range(0, len(answer), 7)]
    assert isinstance(file_of(blocks).rows, Rows)
    assert tuple(file_of(blocks).rows) == read_clients(bitrix_csv(DEALS)).rows
    lines = answer.splitlines(keepends=True)
    for broken in (b"", answer[:-1], b"".join(lines[:-1]), answer + b"{\n", b"rubbish\n"):
        with pytest.raises(Invalid) as refusal:
            file_of([broken])
        assert refusal.value.code == "file-broken"
    refused = refusal_answer(Invalid("file-rows", most=5))
    for told in (refused, b"".join(lines[:-1]) + refused):
        with pytest.raises(Invalid) as refusal:
            file_of([told])
        assert (refusal.value.code, refusal.value.facts) == ("file-rows", {"most": 5})


@given(st.lists(st.from_type(ImportRow), max_size=3), st.builds(ImportFile, rows=st.just(())))
def test_whatever_is_read_is_what_was_said(rows: list[ImportRow], read: ImportFile) -> None:
    """It is said as plain JSON and taken by pydantic."""
    read = replace(read, rows=tuple(rows))
    told = file_of(file_answer(read))
    assert replace(told, rows=tuple(told.rows)) == read


def test_an_answer_that_is_too_long_ends_with_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    read = read_clients(bitrix_csv(DEALS))
    whole = list(file_answer(read))
    monkeypatch.setattr(answers, "LONGEST", sum(map(len, whole)) - 1)
    assert list(file_answer(read))[:-1] == whole[:-1]
    with pytest.raises(Invalid) as refusal:
        file_of(file_answer(read))
    assert refusal.value.code == "file-bomb"


@pytest.mark.parametrize("count", [0, 1, 100, 250])
def test_packed_rows_are_what_was_packed(count: int) -> None:
    made = [ImportRow(line, name=f"Имя\n{line}") for line in range(count)]
    lines = list(file_answer(ImportFile(Profile.TABLE, tuple(made), count=count)))
    rows = file_of(lines).rows
    assert (len(rows), list(rows)) == (count, made)
    for part in (slice(95, 205), slice(0, 50), slice(None, None, 7), slice(-3, None)):
        assert list(rows[part]) == made[part]
    if count:
        assert (rows[-1], rows[0]) == (made[-1], made[0])
    with pytest.raises(IndexError):
        rows[count]
