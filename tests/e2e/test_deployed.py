"""What stands in deploy/, as far as it can be tried without an engine for containers and without
systemd: the bot is at work in a read-only tree, as a user without any right."""

import asyncio
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml

from bot.config import Settings
from demo.stage import ADMIN_ID, ROOT, free_port
from sandbox import BotProcess, MovableClock, Sandbox
from tests.e2e.jail import RECIPE, can_be_had, jail

DEPLOY = ROOT / "deploy"
MORNING = datetime(2026, 11, 23, 7, tzinfo=UTC)
"""A working hour: at night a message waits."""
needs_jail = pytest.mark.skipif(
    not can_be_had(), reason="only root with namespaces can have a read-only machine"
)


@needs_jail
async def test_the_bot_works_where_it_can_write_its_data_only() -> None:
    with jail() as made:
        clock = made.folder / "data" / "clock"
        clock.write_text(MORNING.isoformat())
        async with Sandbox(clock=MovableClock(MORNING)) as box:
            listen = f"127.0.0.1:{free_port()}"
            env = made.environment(
                BOT_TOKEN=box.token,
                ADMIN_IDS=str(ADMIN_ID),
                TELEGRAM_API_URL=box.url,
                TICK_SECONDS="0.2",
                HTTP_LISTEN=listen,
                CLOCK_FILE=str(clock),
            )
            words = made.command(sys.executable, "-m", "bot", "run")
            bot = BotProcess(words, env, f"http://{listen}/ready", cwd=made.folder)
            async with bot:
                olga = box.person("Ольга", user_id=ADMIN_ID)
                await olga.writes("/start")
                await olga.sees("Ольга")
                page = await bot.settled(after_ticks=1)
                assert page["ticks"] > 0
                health = _health(listen)
                assert await _ended(made.command(*health), env) == 0
            assert bot.returncode == 0
            assert await _ended(made.command(*health), env) != 0
        written = {path.relative_to(made.folder).parts[0] for path in _owned(made.folder)}
        assert written == {"data"}


@needs_jail
def test_files_are_read_and_written_there_as_well(tmp_path: Path) -> None:
    """Readers of files and charts run in processes of their own."""
    with jail() as made:
        base = made.folder / "base.csv"
        base.write_text("Имя;Телефон\nРомашка;+79161234567\n", encoding="utf-8")
        words = (sys.executable, "-m", "bot", "audit", "base.csv", "--xlsx", "data/audit.xlsx")
        ended = subprocess.run(
            made.command(*words), env=made.environment(), capture_output=True, text=True
        )
        assert ended.returncode == 0, ended.stderr
        assert (made.folder / "data" / "audit.xlsx").stat().st_size > 1000


@needs_jail
def test_the_jail_is_one() -> None:
    with jail() as made:
        for place, code in (("data/x", 0), ("x", 1), ("/var/tmp/x", 1), ("/tmp/x", 0)):
            ended = subprocess.run(made.command("touch", place), capture_output=True)
            assert ended.returncode == code, (place, ended.stderr)


def test_the_recipe_takes_the_lock_with_hashes_and_ends_as_nobody() -> None:
    recipe = RECIPE.read_text(encoding="utf-8")
    assert "--require-hashes -r requirements/run.txt" in recipe
    stages = re.split(r"^FROM ", recipe, flags=re.M)
    assert re.findall(r"^USER (\w+)$", stages[-1], re.M) == ["moidela"]
    assert all("/" not in stage.split()[0] for stage in stages[1:]), "short names of images"
    sources = re.findall(r"^COPY (?!--from)(\S+) ", recipe, re.M)
    assert [name for name in sources if not (ROOT / name).exists()] == []
    ignored = (DEPLOY / "Containerfile.dockerignore").read_text().splitlines()
    assert {line[1:] for line in ignored if line.startswith("!")} == set(sources)
    assert ignored[1] == "*"


def test_the_services_are_bounded_and_wait_for_each_other() -> None:
    told = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
    for name, service in told["services"].items():
        assert service["read_only"] is True, name
        assert service["cap_drop"] == ["ALL"]
        assert service["security_opt"] == ["no-new-privileges:true"]
        assert "ports" not in service, "nothing is open to the outside"
        assert "environment" not in service, "secrets stand in files of their own"
        named = {volume.partition(":")[0] for volume in service["volumes"]}
        assert named <= told["volumes"].keys()
    bot, database = (told["services"][name] for name in ("bot", "database"))
    assert bot["depends_on"] == {"database": {"condition": "service_healthy"}}
    assert (DEPLOY / bot["build"]["context"] / bot["build"]["dockerfile"]).samefile(RECIPE)
    assert int(database["image"].partition(":")[2]) >= 14
    assert "healthcheck" in database


def test_the_file_with_the_address_fits_the_services() -> None:
    told = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
    lines = (DEPLOY / "database.env.example").read_text(encoding="utf-8").splitlines()
    values = dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))
    url = urlsplit(values.pop("DATABASE_URL"))
    Settings(_env_file=None, database_url=url.geturl())
    assert url.hostname in told["services"]
    assert (url.username, url.path) == (values["POSTGRES_USER"], f"/{values['POSTGRES_DB']}")
    assert values["POSTGRES_PASSWORD"] == "", "no password is in the repository"


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="needs systemd-analyze")
def test_the_unit_is_one(tmp_path: Path) -> None:
    unit = (DEPLOY / "moidela.service").read_text(encoding="utf-8")
    here = tmp_path / "moidela.service"
    here.write_text(unit.replace("/opt/moidela/.venv/bin/python", "/bin/true"))
    checked = subprocess.run(
        ["systemd-analyze", "verify", str(here)], capture_output=True, text=True
    )
    assert (checked.returncode, checked.stderr) == (0, "")


def _health(listen: str) -> list[str]:
    """The check of the recipe, at the address of this bot."""
    (line,) = re.findall(r"^ +CMD \[(.+)\]$", RECIPE.read_text(encoding="utf-8"), re.M)
    words = yaml.safe_load(f"[{line}]")
    return [sys.executable, *(word.replace("127.0.0.1:8080", listen) for word in words[1:])]


async def _ended(words: list[str], env: Mapping[str, str]) -> int:
    process = await asyncio.create_subprocess_exec(*words, env=env, stderr=subprocess.DEVNULL)
    return await process.wait()


def _owned(folder: Path) -> list[Path]:
    """What does not belong to root: what was written inside."""
    return [path for path in folder.rglob("*") if path.stat().st_uid]
