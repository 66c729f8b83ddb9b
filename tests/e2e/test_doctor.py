"""The operator asks the doctor: beside a running bot, before the start, and when nothing works."""

import asyncio
import json
import socket
import sys
from asyncio.subprocess import PIPE
from pathlib import Path
from urllib.parse import urlsplit

from demo.stage import environment, free_port
from sandbox.patience import patient
from tests.e2e.test_operating import NOWHERE, command
from tests.world import World


async def asked(office: World, *words: str, **settings: str) -> tuple[int, list[str]]:
    """What the doctor says beside the office, line by line."""
    told = {"DATABASE_URL": office.url} | settings
    code, said = await command(
        office.stage.folder, "doctor", *words, api=office.stage.box.url, **told
    )
    assert "Traceback" not in said
    return code, said.splitlines()


async def test_beside_a_bot_at_work(office: World) -> None:
    listen = urlsplit(office.stage.bot.ready_url).netloc
    found = await asked(office, HTTP_LISTEN=listen)
    assert "✅ Бот запущен и успевает." in found[1], found
    await office.stage.bot.stop()
    # The doctor goes by the clock of the machine, the story by its own.
    for table in ("job_runs", "outbox"):
        await office.change(f"DELETE FROM {table}")
    found = await asked(office, HTTP_LISTEN=listen)
    assert found[0] == 0, found
    assert "⚠️ Бот сейчас не запущен." in found[1]
    assert f"✅ Адрес {listen} свободен." in found[1]


async def test_in_english_and_for_a_script(office: World) -> None:
    await office.stage.bot.stop()
    office.stage.box.state.me["has_topics_enabled"] = True
    code, said = await asked(office, "--json", LOCALE="en")
    found = json.loads(said[-1])
    assert (code, found["well"]) == (1, False)
    topics = next(each for each in found["findings"] if each["code"] == "topics")
    assert topics["health"] == "wrong"
    assert f"❌ {topics['text']}" in said
    assert topics["text"].startswith("Topics in private chats are on")


async def test_a_port_that_another_program_has(office: World) -> None:
    await office.stage.bot.stop()
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        code, said = await asked(office, HTTP_LISTEN=address)
    assert code == 1
    assert any(line.startswith(f"❌ HTTP_LISTEN: порт {address} занят") for line in said), said


async def test_a_machine_without_time_zones(tmp_path: Path) -> None:
    hidden = "import sys; sys.modules['tzdata'] = None; from bot.__main__ import main; "
    for zone in ("", "Europe/Moscow"):
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-c", f"{hidden}sys.exit(main(['doctor']))"),
            env=environment(tmp_path, NOWHERE, free_port(), PYTHONTZPATH="", TIMEZONE=zone),
            cwd=tmp_path,
            stderr=PIPE,
        )
        async with asyncio.timeout(patient(60)):
            _, said = await process.communicate()
        assert process.returncode == 2
        assert said.decode().startswith("На этой машине нет данных о часовых поясах."), said


async def test_nobody_reads_to_the_end(tmp_path: Path) -> None:
    process = await asyncio.create_subprocess_shell(
        f"{sys.executable} -m bot migrate && {sys.executable} -m bot doctor | head -1",
        env=environment(tmp_path, NOWHERE, free_port(), CLOCK_FILE="", LOG_LEVEL="INFO"),
        cwd=tmp_path,
        stdout=PIPE,
        stderr=PIPE,
    )
    async with asyncio.timeout(patient(60)):
        out, err = await process.communicate()
    assert (out.decode().count("\n"), err.decode()) == (1, "")
