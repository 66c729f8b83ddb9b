"""The whole of what the doctor says, line by line and for a script, in both languages."""

import json
from pathlib import Path

import pytest

from bot.cli.doctor.examination import run_doctor
from bot.config import Settings
from bot.views.words import LOCALES, Words
from tests.databases import empty_sqlite, sqlite_url

NOBODY = "http://127.0.0.1:9"


@pytest.mark.parametrize("locale", LOCALES)
async def test_everything_is_said_in_its_order(tmp_path: Path, capsys, locale: str) -> None:
    (tmp_path / "clock").write_text("2026-11-24T09:00:00+03:00", encoding="ascii")
    async with empty_sqlite(tmp_path):
        settings = Settings(
            _env_file=None,
            bot_token="1:sandbox",
            admin_ids="1",
            database_url=sqlite_url(tmp_path / "bot.db"),
            telegram_api_url=NOBODY,
            clock_file=tmp_path / "clock",
            http_listen="127.0.0.1:0",
        )
        assert await run_doctor(settings, Words(locale), as_json=True) == 1
    *lines, last = capsys.readouterr().out.splitlines()
    told = json.loads(last)["findings"]
    assert [line.partition(" ")[2] for line in lines] == [each["text"] for each in told]
    codes = [each["code"] for each in told if each["code"] not in ("disk-low", "disk-full")]
    known = ["settings", "clock-file", "disk", "schema", "backlog", "stopped"]
    assert codes == [*known, "telegram-refused", "listen"]
