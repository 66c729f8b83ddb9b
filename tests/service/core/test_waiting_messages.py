"""What waits in the outbox while the bot is upgraded is still sent, and still understood below."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, DateTime, Integer, String, column, insert, select, table, text

from bot.migrate import downgrade, migrate, versions
from bot.services.core.messages import read
from bot.telegram.render.rendering import RENDERERS
from tests.builders import Firm

BEFORE = versions()[versions().index("0010") - 1]
NOW = datetime(2026, 11, 24, 6, tzinfo=UTC)
_OUTBOX = table(
    "outbox",
    *(column(name, Integer) for name in ("id", "user_id", "tries")),
    *(column(name, String) for name in ("key", "kind", "status")),
    *(column(name, DateTime(timezone=True)) for name in ("created_at", "not_before")),
    column("payload", JSON),
    column("repeated"),
)
ON, AT = "2026-11-24", NOW.isoformat()
OLD: list[tuple[str, str, dict[str, Any], str]] = [
    ("digest", ON, {"date": ON}, "digest"),
    ("evening", ON, {"date": ON}, "evening"),
    ("stand_in", f"2:{ON}", {"date": ON, "person": 2}, "stand_in"),
    ("reminder", f"7:{AT}:before", {"task": 7, "due": AT}, "reminder"),
    ("nudge", "5", {"gaps": [5], "late": []}, "nudge"),
    ("escalation", f"5:{ON}", {"gaps": [5], "late": [8]}, "escalation"),
    ("reactivation", "3", {"client": 1, "attempt": 3, "task": 4}, "reactivation"),
    ("inbound", "7", {"task": 7, "from": 2}, "inbound"),
    ("returning", "6", {"arrival": 6, "client": 1, "from": 2}, "returning"),
    ("pooled", "9", {"client": 1, "entry": 9}, "pooled"),
    ("exhausted", "9", {"client": 1}, "exhausted"),
    ("moved_often", "7:4", {"task": 7, "moves": 4, "on": ON, "why": "no_time"}, "moved_often"),
    ("handed_over", f"1:{AT}", {"client": 1, "by": 2}, "handed_over"),
    ("handed_over", f"all:2:{AT}", {"count": 3, "by": 2, "from": 2}, "handed_over_all"),
    ("vacation", f"2:began:{AT}", {"code": "began", "person": 2}, "vacation"),
    ("export", f"xlsx:{AT}", {"form": "xlsx"}, "export"),
    ("import", "1:2", {"import": 1, "step": 2}, "import"),
    ("parked", "ab", {"error": "ab"}, "parked"),
    ("told", f"day:1:{ON}", {"code": "day-given", "client": 1, "until": AT}, "day_given"),
    ("told", f"set:7:{AT}", {"code": "set", "client": 1, "task": 7, "by": 2}, "task_set"),
    ("told", f"taken:1:{AT}", {"code": "taken", "client": 1, "by": 2, "to": 2}, "client_taken"),
    ("told", f"lost:1:{AT}", {"code": "lost", "client": 1, "by": 2}, "client_lost"),
    ("told", f"blocked:2:{AT}", {"code": "blocked", "person": 2}, "blocked"),
    ("told", f"vacation-alone:2:{AT}", {"code": "vacation-alone", "person": 2}, "alone"),
]


async def waiting(firm: Firm) -> list[tuple[str, dict[str, Any]]]:
    """Kind and payload of each row, in the order of their numbers."""
    query = select(_OUTBOX.c.kind, _OUTBOX.c.payload).order_by(_OUTBOX.c.id)
    async with firm.database.engine.connect() as connection:
        return [(kind, payload) for kind, payload in (await connection.execute(query)).all()]


async def test_every_message_of_before_is_read_after(firm: Firm) -> None:
    anna = await firm.person("Анна")
    async with firm.work() as work:
        await work.session.execute(text("DELETE FROM outbox"))
    await downgrade(firm.database, BEFORE)
    async with firm.database.engine.begin() as connection:
        for number, (kind, subject, payload, _) in enumerate(OLD, start=1000):
            row = {"id": number, "user_id": anna, "tries": 0, "status": "pending"}
            row |= {"key": f"{kind}:{anna}:{subject}", "kind": kind, "payload": payload}
            row |= {"created_at": NOW, "not_before": NOW, "repeated": False}
            await connection.execute(insert(_OUTBOX).values(row))
    await migrate(firm.database)
    after = await waiting(firm)
    assert [kind for kind, _ in after] == [kind for *_, kind in OLD]
    for kind, payload in after:
        read(RENDERERS[kind].message, payload)
    await downgrade(firm.database, BEFORE)
    assert await waiting(firm) == [(kind, payload) for kind, _, payload, _ in OLD]
    await migrate(firm.database)
