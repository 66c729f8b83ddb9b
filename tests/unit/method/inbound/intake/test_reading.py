"""The JSON of an event: what is taken, and which fields are named where it is not (R9)."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.method.inbound.intake.event import Faults, IntakeChannel, IntakeEvent
from bot.method.inbound.intake.reading import read_event

NOW = datetime(2026, 11, 24, 6, tzinfo=UTC)
GOOD: dict[str, Any] = {
    "external_id": "crm-1",
    "channel": "form",
    "occurred_at": "2026-11-24T08:59:00+03:00",
    "from": {
        "name": "Иван",
        "phone": "8 916 123-45-67",
        "email": "Ivan@Example.org",
        "telegram": "@Ivan",
    },
    "text": "Нужен счёт\nна два стола",
    "manager": 101,
}


def read(**changed: Any) -> IntakeEvent | Faults:
    body = {name: value for name, value in (GOOD | changed).items() if value is not ...}
    return read_event(json.dumps(body).encode(), NOW)


def fields(found: IntakeEvent | Faults) -> list[str]:
    assert isinstance(found, Faults)
    return [fault.field for fault in found.fields]


def test_a_whole_event() -> None:
    assert read() == IntakeEvent(
        "crm-1",
        IntakeChannel.FORM,
        NOW - timedelta(minutes=1),
        "Иван",
        "8 916 123-45-67",
        "ivan@example.org",
        "ivan",
        "Нужен счёт\nна два стола",
        "101",
    )


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("external_id", ...),
        ("external_id", ""),
        ("external_id", 5),
        ("external_id", "a" * 201),
        ("external_id", "a\x00"),
        ("external_id", "\ud800"),
        ("external_id", " a"),
        ("channel", ...),
        ("channel", "fax"),
        ("channel", ["call"]),
        ("occurred_at", ...),
        ("occurred_at", "вчера"),
        ("occurred_at", 1764000000),
        ("occurred_at", "2026-11-24T09:00:00"),
        ("occurred_at", "2026-11-26T09:00:00Z"),
        ("occurred_at", "1970-01-01T00:00:00Z"),
        ("occurred_at", "0001-01-01T00:00:00+14:00"),
        ("occurred_at", "9999-12-31T23:59:59-12:00"),
        ("from", ...),
        ("from", {}),
        ("from", {"name": "\u200b"}),
        ("from", "Иван"),
        ("text", ["a"]),
        ("manager", -1),
        ("manager", True),
        ("manager", {"id": 1}),
    ],
)
def test_a_field_at_fault_is_named(field: str, value: object) -> None:
    assert fields(read(**{field: value})) == [field]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("phone", "1" * 65),
        ("phone", 79161234567),
        ("email", "ivan"),
        ("email", "a@b"),
        ("telegram", "https://example.org"),
        ("telegram", "\x00ivan"),
        ("name", 5),
    ],
)
def test_a_field_of_the_sender_is_named(field: str, value: object) -> None:
    assert fields(read(**{"from": {"name": "Иван", field: value}})) == [f"from.{field}"]


def test_all_faults_are_named_at_once() -> None:
    found = read_event(b"{}", NOW)
    assert fields(found) == ["external_id", "channel", "occurred_at", "from"]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xff",
        b"[]",
        b"1",
        b"{",
        b'{"a": NaN}',
        b"[" * 100_000,
        b'{"a":' * 50_000,
        b"9" * 9999,
    ],
)
def test_what_is_no_json_object(body: bytes) -> None:
    assert fields(read_event(body, NOW)) == ["body"]


def test_what_can_not_be_stored_goes_from_the_words() -> None:
    found = read(text="a\x00b\ud800c" + "я" * 100_000)
    assert isinstance(found, IntakeEvent)
    assert found.text.startswith("abcяя") and len(found.text) == 4096


def test_the_id_of_the_wrapping_stands_in() -> None:
    body = json.dumps({name: value for name, value in GOOD.items() if name != "external_id"})
    found = read_event(body.encode(), NOW, "msg_1")
    assert isinstance(found, IntakeEvent) and found.external_id == "msg_1"


def test_the_same_content_is_the_same_however_it_is_written() -> None:
    first, again, other = (
        read(),
        read(occurred_at="2026-11-24T05:59:00Z", extra=1),
        read(text="Нужен счёт"),
    )
    assert isinstance(first, IntakeEvent) and isinstance(again, IntakeEvent)
    assert isinstance(other, IntakeEvent)
    assert first.content == again.content != other.content


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.sampled_from([*GOOD, "x"]), _JSON))
def test_nothing_that_is_json_is_an_error(changed: dict[str, Any]) -> None:
    found = read(**changed)
    assert isinstance(found, Faults) or found.content
