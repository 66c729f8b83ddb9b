"""The OpenAPI document says what the intake does."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from bot.method.inbound.intake.event import Faults, IntakeEvent
from bot.method.inbound.intake.reading import read_event
from bot.web.openapi import ANSWERS, openapi
from tests.house.rules import ROOT

DOCUMENT = openapi()
EVENT = DOCUMENT["components"]["schemas"]["Event"]
NOW = datetime(2026, 11, 24, 6, tzinfo=UTC)
GOOD: dict[str, Any] = {
    "external_id": "1",
    "channel": "call",
    "occurred_at": "2026-11-24T06:00:00Z",
    "from": {"name": "Иван", "phone": "+79161234567", "email": "a@b.ru", "telegram": 5},
    "text": "Нужен счёт",
    "manager": "Анна",
}


def read(said: dict[str, Any]) -> IntakeEvent | Faults:
    return read_event(json.dumps(said).encode(), NOW)


def references(part: object) -> Iterator[str]:
    if isinstance(part, dict):
        for name, inner in part.items():
            yield from [inner] if name == "$ref" else references(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from references(inner)


def test_what_it_names_is_taken_and_nothing_else_is_needed() -> None:
    assert set(EVENT["properties"]) == set(GOOD)
    assert set(EVENT["properties"]["from"]["properties"]) == set(GOOD["from"])
    assert isinstance(read(GOOD), IntakeEvent)
    needed = {name: GOOD[name] for name in (*EVENT["required"], "external_id")}
    assert isinstance(read(needed), IntakeEvent)
    for name in EVENT["required"]:
        assert isinstance(read({key: GOOD[key] for key in GOOD if key != name}), Faults)
    for channel in EVENT["properties"]["channel"]["enum"]:
        assert isinstance(read(GOOD | {"channel": channel}), IntakeEvent)


def test_its_references_lead_somewhere() -> None:
    known = {f"#/components/schemas/{name}" for name in DOCUMENT["components"]["schemas"]}
    assert set(references(DOCUMENT)) == known


def test_the_page_tells_the_same_answers() -> None:
    page = (ROOT / "docs/intake.md").read_text(encoding="utf-8")
    assert {int(status) for status in re.findall(r"^\| (\d{3}) \|", page, re.M)} == set(ANSWERS)
