"""A task as an iCalendar file, read back by a small reader of our own (RFC 5545)."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.files.calendar import CalendarEvent, calendar_file

EVENT = CalendarEvent(
    uid="task-12@bot",
    title="звонок: Ромашка",
    starts=datetime(2026, 11, 24, 15, 0, tzinfo=ZoneInfo("Europe/Moscow")),
    lasts=timedelta(hours=1),
    made=datetime(2026, 11, 24, 9, 30, 5, tzinfo=UTC),
    alarm=timedelta(minutes=15),
)


def read(content: bytes) -> dict[str, str]:
    """Unfold, split, unescape; the lines of the alarm are named after it."""
    text = content.decode().replace("\r\n ", "")
    found, inside = {}, []
    for line in text.removesuffix("\r\n").split("\r\n"):
        name, _, value = line.partition(":")
        if name == "BEGIN":
            inside.append(value)
        elif name == "END":
            assert inside.pop() == value
        else:
            found[f"{inside[-1]}.{name}"] = unescaped(value)
    assert inside == []
    return found


def unescaped(value: str) -> str:
    shown, chars = "", iter(value)
    for char in chars:
        if char == "\\":
            after = next(chars)
            char = {"n": "\n"}.get(after, after)
        shown += char
    return shown


def test_the_file_says_when_how_long_and_what() -> None:
    assert read(calendar_file(EVENT)) == {
        "VCALENDAR.VERSION": "2.0",
        "VCALENDAR.PRODID": "-//Moi dela//Tasks//EN",
        "VCALENDAR.METHOD": "PUBLISH",
        "VEVENT.UID": "task-12@bot",
        "VEVENT.DTSTAMP": "20261124T093005Z",
        "VEVENT.SEQUENCE": "0",
        "VEVENT.DTSTART": "20261124T120000Z",
        "VEVENT.DURATION": "PT60M",
        "VEVENT.SUMMARY": "звонок: Ромашка",
        "VALARM.ACTION": "DISPLAY",
        "VALARM.DESCRIPTION": "звонок: Ромашка",
        "VALARM.TRIGGER": "-PT15M",
    }


@given(
    st.text(
        st.characters(exclude_categories=["Cc", "Cs"]) | st.sampled_from("\\;,\n"), max_size=300
    )
)
def test_any_title_comes_back_and_no_line_is_too_long(title: str) -> None:
    content = calendar_file(replace(EVENT, title=title))
    assert read(content)["VEVENT.SUMMARY"] == title
    lines = content.split(b"\r\n")
    assert max(len(line) for line in lines) <= 75
    assert b"\n" not in content.replace(b"\r\n", b"")
    for line in lines:
        line.decode()


def test_a_long_title_is_folded_at_75_octets_between_characters() -> None:
    for title in ("a" * 300, "ы" * 150, "a" + "🤝" * 80):
        content = calendar_file(replace(EVENT, title=title))
        assert read(content)["VEVENT.SUMMARY"] == title
        longest = max(len(line) for line in content.split(b"\r\n"))
        assert 75 - 3 <= longest <= 75
    assert b"\r\nSUMMARY:" + b"a" * 67 + b"\r\n " in calendar_file(replace(EVENT, title="a" * 68))
