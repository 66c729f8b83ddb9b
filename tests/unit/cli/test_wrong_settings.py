"""A setting that is of no use: one sentence that names it, exit code 2, and nothing is changed."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.config import Settings
from bot.views.words import LOCALES, Words

EVERY = {name.upper() for name in Settings.model_fields}
GOOD = {"BOT_TOKEN": "1:sandbox", "ADMIN_IDS": "1"}
COMMANDS = [
    ["run"],
    ["migrate"],
    ["job", "digest"],
    ["import", "base.csv", "--owner", "1", "--json"],
    ["export", "out"],
    ["audit", "base.csv", "--xlsx", "a.xlsx"],
    ["backup", "copies/one"],
    ["restore", "copy"],
    ["doctor", "--json"],
]
PG = "postgresql+asyncpg://a:b@127.0.0.1:9/c"
ADDRESSES = ["example.com", "ftp://example.com", "https://", "https://a b", "https://a:port"]
HOOK = "https://bot.example.com"
WRONG = {
    "BOT_TOKEN": ["rubbish", "123", "1:ток ен", "1:токен"],
    "ADMIN_IDS": ["Ольга", "1;2", "-1", "0", "99999999999999999999", "1.5"],
    "DATABASE_URL": [
        *("data/bot.db", "sqlite:///bot.db", "mysql+aiomysql://a/b", "postgresql://a/b"),
        *("sqlite+aiosqlite://", "sqlite+aiosqlite:///", "sqlite+aiosqlite:///:memory:"),
        *("sqlite+aiosqlite:///bot.db?timeout=long", "sqlite+aiosqlite:///bot.db?mode=ro"),
        *("postgresql+asyncpg://a:b@host:port/c", "postgresql+asyncpg://a:b@host:70000/c"),
        *(f"{PG}?sslmode=require", f"{PG}?ssl=maybe", f"{PG}?timeout=5"),
    ],
    "TELEGRAM_API_URL": ADDRESSES,
    "TIMEZONE": ["Mars", "Europe", "../etc/passwd", "UTC+3"],
    "LOCALE": ["de", "RU-ru", "русский"],
    "COUNTRY": ["Russia", "рф", "7", "ZZ"],
    "TICK_SECONDS": ["often", "0", "1e-9", "-1", "3601", "nan", "inf"],
    "WEBHOOK_URL": [*ADDRESSES, f"{HOOK}/hook", f"{HOOK}/telegram", f"{HOOK}/telegram/a/b"],
    "WEBHOOK_SECRET": ["a b", "секрет", "x" * 257],
    "HTTP_LISTEN": ["8080", ":8080", "localhost", "localhost:99999", "[::]:x", "a b:1"],
    "INTAKE_SECRET": ["secret", "whsec_", "whsec_short", "whsec_" + "!" * 24],
    "INTAKE_MANGO_KEY": ["key", "key:", ":salt", "a b:c"],
    "INTAKE_ZADARMA_SECRET": ["a b"],
    "IMAP_URL": ["imap.example.com", "https://a:b@c", "imaps://host", "imap://a:b@example.com"],
    "SEND_PER_SECOND": ["fast", "0", "1e-300", "1001", "nan"],
    "LOG_FORMAT": ["xml"],
    "LOG_LEVEL": ["LOUD", "5"],
    "CLOCK_FILE": ["missing", "folder", "words", "naive", "empty", "base.csv/clock"],
}
NEVER_WRONG = {"INTAKE_TOKEN"}
"""Any text will do."""

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture) -> Run:
    """One command with these settings; its code and all it says. It must leave all as it was."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("bot.__main__.set_up_logs", lambda *_: None)
    for name in EVERY & os.environ.keys():
        monkeypatch.delenv(name)
    (tmp_path / "folder").mkdir()
    texts = {"base.csv": "Имя\nИван\n", "words": "завтра", "naive": "2026-11-24T09:00", "empty": ""}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")

    def run(words: list[str], settings: Mapping[str, str]) -> tuple[int, str]:
        before = set(tmp_path.rglob("*"))
        with pytest.MonkeyPatch.context() as patch:
            for name, value in settings.items():
                patch.setenv(name, value)
            code = main(words)
        assert set(tmp_path.rglob("*")) == before
        out, err = capsys.readouterr()
        return code, out + err

    return run


def test_every_setting_is_tried() -> None:
    assert WRONG.keys() | NEVER_WRONG == EVERY


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
@pytest.mark.parametrize("name", WRONG)
def test_a_value_of_no_use_is_one_sentence(run: Run, name: str, words: list[str]) -> None:
    for value in WRONG[name]:
        beside = {"WEBHOOK_SECRET": "x"} if name == "WEBHOOK_URL" else {}
        code, said = run(words, GOOD | beside | {name: value})
        assert (code, said.count("\n")) == (2, 1), f"{value}: {said}"
        assert said.startswith(name), f"{value}: {said}"


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_a_webhook_without_its_secret(run: Run, words: list[str]) -> None:
    code, said = run(words, GOOD | {"WEBHOOK_URL": "https://bot.example.com/hook"})
    assert (code, said) == (2, Words("ru").plain("config-webhook-unguarded") + "\n")


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("words", [["run"], ["doctor"], []], ids=str)
def test_the_token_is_missing(run: Run, words: list[str], locale: str) -> None:
    code, said = run(words, {"ADMIN_IDS": "1", "LOCALE": locale})
    assert (code, said) == (2, Words(locale).plain("config-token-missing") + "\n")


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
@pytest.mark.parametrize("spoil", [
    lambda file: file.mkdir(),
    lambda file: file.write_bytes("TIMEZONE=Москва\n".encode("cp1251")),
], ids=["a folder", "another encoding"])  # fmt: skip
def test_a_file_of_settings_that_can_not_be_read(
    run: Run, tmp_path: Path, words: list[str], spoil: Callable[[Path], None]
) -> None:
    spoil(tmp_path / ".env")
    code, said = run(words, GOOD)
    assert (code, said) == (2, Words("ru").plain("config-env-file", path=".env") + "\n")


# The driver's thread may have something to say to a loop that is over; a process ends with it.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
@pytest.mark.parametrize(
    "words", COMMANDS[:5] + [["backup", "copies/one"]], ids=lambda words: words[0]
)
@pytest.mark.parametrize(("url", "sentence"), [
    ("sqlite+aiosqlite:///folder", "Не получается работать с базой (OperationalError)"),
    ("sqlite+aiosqlite:///words", "Файл из DATABASE_URL — не база данных"),
    (PG, "Не получается работать с базой (ConnectionRefusedError)"),
], ids=["a folder", "another file", "nobody there"])  # fmt: skip
def test_a_database_that_can_not_be_used(
    run: Run, tmp_path: Path, words: list[str], url: str, sentence: str
) -> None:
    (tmp_path / "words").write_text("nothing of a database\n" * 99, encoding="utf-8")
    (tmp_path / "copies").mkdir()
    for lock in ("folder.lock", "words.lock"):
        (tmp_path / lock).touch()
    code, said = run(words, GOOD | {"DATABASE_URL": url})
    assert (code, said.count("\n")) == (1, 1), said
    by_program = words[0] == "backup" and url == PG
    assert said.startswith("pg_dump" if by_program else sentence)


@pytest.mark.parametrize("url", [
    "sqlite+aiosqlite:///data/bot.db",
    "sqlite+aiosqlite:////opt/moidela/data/my base.db?timeout=0.5",
    "postgresql+asyncpg://moidela:p%40ss:w/rd@database/moidela",
    "postgresql+asyncpg://moidela@[::1]:5432/moidela?ssl=verify-full",
    "postgresql+asyncpg:///moidela?host=/run/postgresql&prepared_statement_cache_size=0",
    "postgresql+asyncpg://postgres:@/base?host=/tmp/socket",
])  # fmt: skip
def test_addresses_of_databases_that_are_right(url: str) -> None:
    assert Settings(_env_file=None, database_url=url).database_url == url
