"""A preview that stands in a chat while the bot is upgraded still answers."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import JSON, DateTime, Integer, String, column, insert, select, table

from bot.method.core.refusals import NotFound, Stale
from bot.migrate import downgrade, migrate, versions
from bot.models import Arrival, TypedLine
from bot.services.planning import quick
from tests.builders import Firm
from tests.service.running import run_job

BEFORE = versions()[versions().index("0008") - 1]
_WORDS = ("state", "kind", "text", "dedupe_key")
_ARRIVALS = table(
    "arrivals",
    *(column(name, Integer) for name in ("id", "user_id", "client_id")),
    *(column(name, String) for name in _WORDS),
    *(column(name, DateTime(timezone=True)) for name in ("arrived_at", "created_at")),
    column("sender", JSON),
)


async def arrived(firm: Firm, user_id: int, rows: Sequence[dict[str, Any]]) -> None:
    """What stood among the arrivals before typed lines had a table."""
    plain = {"user_id": user_id, "kind": "letter", "text": "Иванов завтра", "dedupe_key": None}
    at = dict.fromkeys(("arrived_at", "created_at"), firm.clock.now())
    async with firm.database.engine.begin() as connection:
        for row in rows:
            values = {**plain, **at, "client_id": None, **row}
            await connection.execute(insert(_ARRIVALS).values(values))


async def test_previews_are_moved_with_their_numbers(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna, "Иванов Пётр")
    known = await firm.client(anna, "Петров", due=firm.in_days(2))
    day = firm.in_days(3).isoformat()
    line = {"name": "", "title": "позвонить", "moments": [[day, "15:00"]], "sure": False}
    line |= {"clients": []}
    await downgrade(firm.database, BEFORE)
    await arrived(
        firm,
        anna,
        [
            {"id": 101, "state": "waiting", "sender": {"name": "Кто-то"}, "dedupe_key": "once"},
            {"id": 103, "state": "typed", "sender": line, "client_id": client},
            {"id": 104, "state": "done", "sender": line | {"task": 1}, "client_id": known},
        ],
    )
    await migrate(firm.database)
    async with firm.work() as work:
        assert list(await work.session.scalars(select(Arrival.id))) == [101]
    with pytest.raises(Stale, match="quick-saved"):
        async with firm.act(anna) as act:
            await quick.save(act, 104)
    async with firm.act(anna) as act:
        made = await quick.save(act, 103)
        assert isinstance(made, tuple)
        assert (made[0].client.id, made[1].title) == (client, "позвонить")
        new = await quick.begin(act, "Сидоров завтра")
        assert new is not None and new.line_id > 104


async def test_what_nobody_saves_goes_after_a_month(firm: Firm) -> None:
    anna = await firm.person("Анна")
    async with firm.act(anna) as act:
        saved = await quick.begin(act, "Сидоров через неделю")
        left = await quick.begin(act, "Орлов через неделю")
    assert saved is not None and left is not None
    async with firm.act(anna) as act:
        await quick.save(act, saved.line_id)
    for later, kept in ((timedelta(days=30), 2), (timedelta(seconds=1), 1)):
        firm.moved(seconds=later.total_seconds())
        await run_job(firm, "prune")
        async with firm.work() as work:
            assert len((await work.session.scalars(select(TypedLine.id))).all()) == kept
    with pytest.raises(NotFound):
        async with firm.act(anna) as act:
            await quick.save(act, left.line_id)
