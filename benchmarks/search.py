"""Finding a client in a large company: by the words kept for it, beside looking through names."""

import random
import statistics
import tempfile
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, time
from pathlib import Path
from time import perf_counter

from sqlalchemy import func, select

from bot.db import Database
from bot.method.clients.search import words_of
from bot.method.core.terms import Role
from bot.method.inbound.matching import fold_name
from bot.migrate import migrate
from bot.models import Client, User
from bot.services.clients.search import find
from bot.services.core.company import work_at
from bot.services.core.work import Act, Company

CLIENTS = 1_000_000
_AT_ONCE = 20_000
_NOW = datetime(2026, 11, 24, 6, tzinfo=UTC)
_COMPANY = Company("RU", "Europe/Moscow", "ru")
_SYLLABLES = ("ка", "ро", "ми", "на", "те", "ло", "ва", "се", "ри", "то", "ду", "ша", "пе", "ни")
_CLIENT = (
    "INSERT INTO clients (id, name, name_folded, owner_id, kind, status, attempts, created_at)"
    " VALUES (?, ?, ?, ?, 'customer', 'active', 0, '2026-11-24 06:00:00')"
)
_WORD = "INSERT INTO client_words (word, client_id) VALUES (?, ?)"
_WANTED = "Ромашкинский Велимир"
_TYPED = {"beginning": "ромашкинс", "two words": "велим ромаш", "typo": "рамашкинский"}


async def measure() -> dict[str, float]:
    """Milliseconds of a search by an admin over a million clients, the median of five."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite+aiosqlite:///{Path(folder) / 'bot.db'}")
        await migrate(database)
        admin_id = await _fill(database)
        figures = {"baseline: LIKE over all names ms": await _median(_baseline, database)}
        for name, typed in _TYPED.items():

            async def search(used: Database, typed: str = typed) -> None:
                async with used.reading() as session:
                    work = await work_at(session, _NOW, _COMPANY)
                    act = Act.by(await session.get_one(User, admin_id), work)
                    lines = (await find(act, typed)).page.lines
                    assert any(line.name == _WANTED for line in lines), typed

            figures[f"{name} ms"] = await _median(search, database)
        await database.close()
    return figures


async def _median(run: Callable[[Database], Awaitable[None]], database: Database) -> float:
    taken = []
    for _ in range(5):
        start = perf_counter()
        await run(database)
        taken.append(1000 * (perf_counter() - start))
    return statistics.median(taken)


async def _baseline(database: Database) -> None:
    async with database.reading() as session:
        query = select(func.count()).where(Client.name_folded.contains("ромашкинс"))
        assert await session.scalar(query) == 1


async def _fill(database: Database) -> int:
    chance = random.Random(1)
    async with database.transaction() as session:
        admin = User(
            telegram_id=1,
            name="Olga",
            role=Role.ADMIN,
            zone=_COMPANY.zone,
            locale="ru",
            digest_at=time(9),
            evening_at=time(18),
            created_at=_NOW,
        )
        session.add(admin)
        await session.flush()
    for start in range(1, CLIENTS + 1, _AT_ONCE):
        numbers = range(start, min(start + _AT_ONCE, CLIENTS + 1))
        names = {number: _name(chance) for number in numbers}
        if CLIENTS // 2 in names:
            names[CLIENTS // 2] = _WANTED
        clients = [(number, name, fold_name(name), admin.id) for number, name in names.items()]
        words = [
            (word, number)
            for number, name in names.items()
            for word in words_of([name], phones=[f"+7916{number:07}"])
        ]
        async with database.engine.begin() as connection:
            await connection.exec_driver_sql(_CLIENT, clients)
            await connection.exec_driver_sql(_WORD, words)
    return admin.id


def _name(chance: random.Random) -> str:
    surname, first = ("".join(chance.choices(_SYLLABLES, k=size)) for size in (4, 3))
    return f"{surname.title()} {first.title()}"
