"""What the operator meets: a wrong token, a busy port, Telegram away, a database that is not there.

Each is one sentence and an exit code, or waited for; never a traceback.
"""

import asyncio
import socket
import sqlite3
import sys
from asyncio.subprocess import PIPE
from pathlib import Path

import pytest

from bot.jobs.table import JOBS
from demo.stage import ROOT, environment, free_port
from sandbox.patience import patient
from tests.databases import postgres_url
from tests.world import World, until, world

LOCAL = "sqlite+aiosqlite:///data/bot.db"
NOWHERE = "http://127.0.0.1:9"


def files_in(folder: Path) -> list[Path]:
    return list(folder.iterdir())


async def command(
    folder: Path, *words: str, api: str = NOWHERE, **settings: str
) -> tuple[int, str]:
    """Run a command of the bot to its end; the exit code and everything it said."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "bot", *words),
        env=environment(folder, api, free_port(), CLOCK_FILE="", **settings),
        cwd=folder,
        stdout=PIPE,
        stderr=PIPE,
    )
    async with asyncio.timeout(patient(60)):
        out, err = await process.communicate()
    return process.returncode or 0, (out + err).decode()


async def test_a_token_that_telegram_does_not_know(office: World) -> None:
    await office.stage.bot.stop()
    for name, code in (("run", 2), ("doctor", 1)):
        found, said = await command(
            office.stage.folder, name, api=office.stage.box.url, BOT_TOKEN="99:revoked"
        )
        assert (found, "Telegram не принимает BOT_TOKEN" in said) == (code, True), said
        assert "Traceback" not in said


async def test_a_port_that_is_taken(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        found, said = await command(tmp_path, "run", HTTP_LISTEN=address)
    assert (found, "HTTP_LISTEN: этот адрес или порт занят" in said) == (2, True), said


async def test_a_country_whose_holidays_nobody_knows(tmp_path: Path) -> None:
    found, said = await command(tmp_path, "run", COUNTRY="ZZ")
    assert (found, said.count("\n")) == (2, 1), said
    assert said.startswith("COUNTRY: о праздниках такой страны ничего не известно")


async def test_told_to_end_while_telegram_is_away(tmp_path: Path) -> None:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "run"),
        env=environment(tmp_path, NOWHERE, free_port(), CLOCK_FILE=""),
        stderr=PIPE,
    )
    async with asyncio.timeout(patient(60)):
        while b"Telegram does not answer" not in (line := await process.stderr.readline()):
            assert line, "it has ended"
        process.terminate()
        await process.communicate()
    assert process.returncode == 0


@pytest.mark.parametrize("name", ["migrate", "export", "doctor"])
async def test_a_server_without_the_database(tmp_path: Path, name: str) -> None:
    words = (name, "out") if name == "export" else (name,)
    found, said = await command(tmp_path, *words, DATABASE_URL=postgres_url("nobodys"))
    assert (found, "InvalidCatalogName" in said, "Traceback" in said) == (1, True, False), said


async def test_what_another_program_has_set_up_is_taken_off(office: World) -> None:
    box, bot = office.stage.box, office.stage.bot
    await bot.stop()
    box.state.webhook = {"url": f"{NOWHERE}/hook", "secret": ""}
    await bot.start()
    await office.people.anna.writes("/today")
    await office.people.anna.sees("📋 Мои дела")
    assert not box.state.webhook


async def test_a_database_that_is_locked_for_long_is_waited_for(office: World) -> None:
    anna, bot = office.people.anna, office.stage.bot
    intruder = sqlite3.connect(office.stage.folder / "bot.db", isolation_level=None)
    try:
        intruder.execute("BEGIN IMMEDIATE")
        await anna.writes("/new Ромашка +7 916 123-45-67", wait=False)

        async def noticed() -> bool:
            return "the database is away" in bot.output

        await until(noticed, "the bot sees that the database is locked", lambda: bot.output)
        assert bot.returncode is None
        intruder.execute("ROLLBACK")
    finally:
        intruder.close()
    await anna.sees("➕ Клиент добавлен.")
    await office.stage.rest()
    assert await office.count("clients") == 1
    assert await office.count("inbox", "parked_at IS NOT NULL OR tries > 0") == 0


async def test_the_help_names_every_job(tmp_path: Path) -> None:
    _, said = await command(tmp_path, "job", "--help")
    assert [name for name in JOBS if name not in said] == []
    found, said = await command(tmp_path, "job", "digest", "--now", "завтра")
    assert (found, "not an ISO instant" in said) == (2, True)


def told(marked: str) -> str:
    """The line of a shell that the operator's page tells, found by a word of it."""
    page = (ROOT / "docs" / "operator.md").read_text(encoding="utf-8")
    (line,) = [line for line in page.splitlines() if marked in line and " " in line]
    return line.replace(".venv/bin/python", sys.executable)


async def in_shell(line: str, folder: Path) -> None:
    process = await asyncio.create_subprocess_shell(
        line, cwd=folder, stderr=PIPE, env=environment(folder, NOWHERE, free_port())
    )
    async with asyncio.timeout(patient(60)):
        _, err = await process.communicate()
    assert process.returncode == 0, err.decode()


async def test_the_copy_of_the_database_is_taken_as_told_beside_a_running_bot(
    office: World,
) -> None:
    await office.people.anna.writes("/new Ромашка +7 916 123-45-67")
    folder = office.stage.folder
    await in_shell(told('bot backup "'), folder)
    (path,) = await asyncio.to_thread(lambda: list((folder / "copies").iterdir()))
    copy = sqlite3.connect(path)
    assert copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert copy.execute("SELECT name FROM clients").fetchall() == [("Ромашка",)]
    copy.close()


async def test_a_number_of_the_policy_is_changed_as_told(office: World) -> None:
    await office.stage.bot.stop()
    statement = told("INSERT INTO policy").split('"')[1]
    await office.change(statement)
    await office.stage.bot.start()
    await office.people.anna.writes("/new Ромашка +7 916 123-45-67")
    assert "Завтра · вт 24.11 · 0/15" in office.people.anna.screen.labels


async def test_a_value_of_the_policy_that_is_none_is_found_before_the_start(office: World) -> None:
    await office.stage.bot.stop()
    statement = told("INSERT INTO policy").split('"')[1].replace("'15'", "'много'")
    await office.change(statement)
    url = f"sqlite+aiosqlite:///{office.stage.folder / 'bot.db'}"
    for words in (("run",), ("doctor",), ("job", "digest")):
        found, said = await command(office.stage.folder, *words, DATABASE_URL=url)
        assert (found, "Правило capacity" in said, "Traceback" in said) == (1, True, False), said


async def test_at_debug_the_log_holds_nothing_of_people_either(tmp_path: Path) -> None:
    async with world(tmp_path, LOG_LEVEL="DEBUG") as office:
        await office.people.anna.writes("/new Ромашка +7 916 123-45-67")
        await office.people.anna.taps("Завтра")
        output = office.stage.bot.output
    for secret in ("Ромашка", "79161234567", "123-45-67", "sandbox", "Петрова"):
        assert secret not in output


async def test_what_waits_for_a_new_token_is_sent_with_it(office: World) -> None:
    anna, bot, box = office.people.anna, office.stage.bot, office.stage.box
    await anna.writes("/new Ромашка +7 916 123-45-67")
    await office.at("Mon 12:00")
    known = box.state.token
    box.state.token = "2:another"
    office.stage.clock.at("Mon 14:30")
    await office.has("outbox", "error = '401'", count=1)
    assert "Telegram does not accept the token" in bot.output
    await bot.stop()
    assert await office.rows("SELECT status FROM outbox WHERE kind = 'nudge'") == [("pending",)]
    box.state.token = known
    await bot.start()
    await anna.sees("🔔 Напоминание.")


@pytest.mark.parametrize("content", [b"", b"PK no copy" * 100])
async def test_a_file_that_is_no_copy_leaves_nothing_behind(tmp_path: Path, content: bytes) -> None:
    copy = tmp_path / "copy.db"
    copy.write_bytes(content)
    code, said = await command(tmp_path, "restore", "copy.db", DATABASE_URL=LOCAL)
    assert code == 1 and "не целая копия" in said
    assert files_in(tmp_path) == [copy] and copy.read_bytes() == content
    mine = tmp_path / "data" / "notes"
    mine.parent.mkdir()
    mine.touch()
    await command(tmp_path, "restore", "copy.db", DATABASE_URL=LOCAL)
    assert files_in(mine.parent) == [mine]


async def test_what_is_no_database_is_left_as_it_is(tmp_path: Path) -> None:
    code, said = await command(tmp_path, "restore", "nowhere.db", DATABASE_URL=LOCAL)
    assert code == 1 and "nowhere.db" in said
    assert files_in(tmp_path) == []
    there = tmp_path / "data" / "bot.db"
    there.parent.mkdir()
    there.write_bytes(b"x")
    for words in (("migrate",), ("backup", "copy"), ("export", "out"), ("job", "prune")):
        code, said = await command(tmp_path, *words, DATABASE_URL=LOCAL)
        assert code == 1 and "не база данных" in said, words
    assert there.read_bytes() == b"x"
