"""A mailbox on a real server: what is new comes once, nothing in it changes (R9)."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
import pytest_asyncio
from sqlalchemy import select
from structlog.testing import capture_logs

from bot.mail import imap, polling
from bot.mail.imap import LARGEST, MailboxLook
from bot.mail.polling import EVERY, MailPolling
from bot.mailbox_url import read_mailbox_url
from bot.method.inbound.mail.looks import MailFailure, MailTrouble
from bot.models import Mailbox, Task
from bot.services.inbound.intake.addresses import addresses
from tests.builders import Firm
from tests.mailbox import MailServer, mail_server
from tests.service.sales import Sales


def letter(number: int, text: str = "Нужен счёт", more: str = "") -> bytes:
    head = (
        f"From: Иван <ivan@romashka.ru>\r\nTo: sales@firma.ru\r\nSubject: Заказ {number}\r\n"
        f"Message-ID: <{number}@romashka.ru>\r\n{more}"
    )
    return f"{head}Content-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n".encode()


def looker(firm: Firm, url: str, woken: list[int] | None = None) -> MailPolling:
    wakes = [] if woken is None else woken
    return MailPolling(firm.transactions, read_mailbox_url(url), lambda: wakes.append(1), 0.01)


async def words(firm: Firm) -> list[str | None]:
    async with firm.work() as work:
        return list(await work.session.scalars(select(Task.text).order_by(Task.id)))


@pytest_asyncio.fixture
async def server() -> AsyncIterator[MailServer]:
    async with mail_server() as found:
        yield found


async def test_what_is_new_comes_once_and_the_mailbox_stays_as_it_was(
    firm: Firm, server: MailServer
) -> None:
    await Sales(firm).hire()
    woken = list[int]()
    mail = looker(firm, server.url, woken)
    # What was there before is nobody's news.
    assert (await mail.run_once(), await words(firm)) == ({}, [])
    now = firm.clock.now()
    await server.gets(now, letter(1), letter(2, more="Auto-Submitted: auto-replied\r\n"))
    before = await server.flags()
    assert await mail.run_once() == {"taken": 1, "passed": 1}
    assert await mail.run_once() == {}
    assert await server.flags() == before
    assert (await words(firm), woken) == (["Заказ 1\n\nНужен счёт"], [1])
    await server.gets(now, letter(1), letter(3))
    assert await looker(firm, server.url).run_once() == {"known": 1, "taken": 1}
    assert mail.status == {"looked_at": now.isoformat(), "trouble": None}


async def test_numbers_given_out_anew_bring_nothing_twice_and_lose_nothing(
    firm: Firm, server: MailServer
) -> None:
    await Sales(firm).hire()
    mail = looker(firm, server.url)
    await mail.run_once()
    firm.moved(hours=1)
    await server.gets(firm.clock.now(), letter(1))
    await mail.run_once()
    await server.gets(firm.clock.now(), letter(2))
    await server.forgets()
    assert await mail.run_once() == {"known": 1, "taken": 1}
    assert await mail.run_once() == {}


async def test_letters_of_before_come_by_no_new_number(
    firm: Firm, server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    await Sales(firm).hire()
    monkeypatch.setattr(imap, "MOST_AT_ONCE", 2)
    mail = looker(firm, server.url)
    await mail.run_once()
    firm.moved(hours=1)
    await server.gets(firm.clock.now(), *(letter(number) for number in range(3)))
    while await mail.run_once():
        pass
    await server.gets(firm.clock.now() - timedelta(days=400), letter(99, "Давнее"))
    await server.forgets()
    while await mail.run_once():
        pass
    assert not any("Давнее" in (text or "") for text in await words(firm))


async def test_of_a_large_letter_the_beginning_is_looked_at(firm: Firm, server: MailServer) -> None:
    await Sales(firm).hire()
    mail = looker(firm, server.url)
    await mail.run_once()
    await server.gets(firm.clock.now(), letter(1, "Нужен счёт\r\n" + "x" * 2 * LARGEST))
    assert await mail.run_once() == {"taken": 1}
    (text,) = await words(firm)
    assert text is not None and len(text) == 4096


async def test_a_server_that_sends_more_than_it_was_asked_for(
    firm: Firm, server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    await Sales(firm).hire()
    mail = looker(firm, server.url)
    await mail.run_once()
    await server.gets(firm.clock.now(), letter(1, "x" * 5000), letter(2))
    monkeypatch.setattr(imap, "_BESIDE", 1000 - LARGEST)
    assert await mail.run_once() == {"passed": 1}
    assert await mail.run_once() == {"taken": 1}


async def test_many_letters_come_in_portions(
    firm: Firm, server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    await Sales(firm).hire()
    monkeypatch.setattr(imap, "MOST_AT_ONCE", 2)
    mail = looker(firm, server.url)
    await mail.run_once()
    await server.gets(firm.clock.now(), *(letter(number) for number in range(5)))
    assert [await mail.run_once() for _ in range(4)] == [
        {"taken": 2},
        {"taken": 2},
        {"taken": 1},
        {},
    ]


async def test_two_that_look_at_once_take_each_letter_once(firm: Firm, server: MailServer) -> None:
    await Sales(firm).hire()
    one, other = looker(firm, server.url), looker(firm, server.url)
    await one.run_once()
    await server.gets(firm.clock.now(), letter(1), letter(2))
    async with asyncio.timeout(60):
        await asyncio.gather(one.run_once(), other.run_once())
    # Whoever was second with a letter finds it known at the next look.
    await one.run_once()
    await other.run_once()
    assert await words(firm) == ["Заказ 1\n\nНужен счёт\nЗаказ 2\n\nНужен счёт"]


async def test_without_anybody_at_work_letters_wait(firm: Firm, server: MailServer) -> None:
    mail = looker(firm, server.url)
    await mail.run_once()
    await server.gets(firm.clock.now(), letter(1))
    assert await mail.run_once() == {}
    await Sales(firm).hire()
    assert await mail.run_once() == {"taken": 1}


async def test_a_letter_that_can_not_be_kept_holds_nobody_up_for_long(
    firm: Firm, server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    await Sales(firm).hire()
    mail = looker(firm, server.url)
    await mail.run_once()
    await server.gets(firm.clock.now(), letter(1), letter(2))
    take = polling.take_letter

    async def failing(work, login, received):
        if received.letter.message_id == "1@romashka.ru":
            raise RuntimeError("Иван")
        return await take(work, login, received)

    monkeypatch.setattr(polling, "take_letter", failing)
    with capture_logs() as lines:
        counts = [await mail.run_once() for _ in range(3)]
    assert counts == [{}, {}, {"passed": 1, "taken": 1}]
    assert "Иван" not in str(lines)


@pytest.mark.parametrize(
    ("change", "trouble"),
    [
        (("open", "shut"), MailTrouble.LOGIN),
        (("127.0.0.1", "127.0.0.1:1#"), MailTrouble.AWAY),
        (("#", "/%D0%AF"), MailTrouble.FOLDER),
        (("imap://", "imaps://"), MailTrouble.AWAY),
    ],
)
async def test_what_is_in_the_way_is_known(
    server: MailServer, change: tuple[str, str], trouble: MailTrouble
) -> None:
    url = f"{server.url}#".replace(*change).partition("#")[0]
    with pytest.raises(MailFailure) as failure:
        await asyncio.to_thread(MailboxLook(read_mailbox_url(url)).check)
    assert failure.value.trouble is trouble
    await asyncio.to_thread(MailboxLook(read_mailbox_url(server.url)).check)


async def test_after_failures_it_looks_more_and_more_rarely_and_says_nothing_secret(
    firm: Firm, server: MailServer
) -> None:
    mail = looker(firm, server.url.replace("open", "shut"))
    looked = list[int]()
    with capture_logs() as lines:
        for minute in range(20):
            if mail._is_time():
                looked.append(minute)
                await mail._look_once()
            firm.moved(minutes=1)
    assert looked == [0, 1, 3, 7, 15]
    assert mail.status["trouble"] == "login"
    assert "sesame" not in str(lines) and "sales@" not in str(lines)
    firm.clock.move(timedelta(days=-1))
    assert mail._is_time()


async def test_it_looks_every_minute_by_the_clock(firm: Firm, server: MailServer) -> None:
    await Sales(firm).hire()
    mail = looker(firm, server.url)
    await mail._look_once()
    assert not mail._is_time()
    firm.moved(seconds=EVERY.total_seconds())
    assert mail._is_time()
    async with firm.work() as work:
        mailbox = (await work.session.scalars(select(Mailbox))).one()
        assert "firma" not in mailbox.key


async def test_a_server_that_falls_silent_is_given_up(
    firm: Firm, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The loop goes on, and no thread is left behind."""
    came, gone = asyncio.Event(), asyncio.Event()

    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"* OK IMAP4rev1\r\n")
        came.set()
        while await reader.read(100):
            pass
        gone.set()
        writer.close()

    monkeypatch.setattr(polling, "LONGEST_LOOK", 0.2)
    async with await asyncio.start_server(silent, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        with pytest.raises(MailFailure):
            await looker(firm, f"imap://a:b@127.0.0.1:{port}").run_once()
        assert came.is_set()
        async with asyncio.timeout(60):
            await gone.wait()


async def test_the_admin_sees_that_letters_come(firm: Firm, server: MailServer) -> None:
    sales = await Sales(firm).hire()
    mail, seen = looker(firm, server.url), list[tuple[bool, bool]]()
    for letters in ((), (letter(1),)):
        await mail.run_once()
        await server.gets(firm.clock.now(), *letters)
        await mail.run_once()
        async with firm.act(sales.admin) as act:
            lines = {line.source: line for line in await addresses(act)}
        seen.append((lines["mail"].made_at is not None, lines["mail"].last_at is not None))
    assert seen == [(True, False), (True, True)]
