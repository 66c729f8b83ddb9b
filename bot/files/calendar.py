"""One event as an iCalendar file (RFC 5545)."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

_FOLD = 75
"""Octets of a line, the line end not counted."""
_MINUTE = timedelta(minutes=1)
_ESCAPES = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}


@dataclass(frozen=True)
class CalendarEvent:
    """`starts` and `made` are aware instants; the alarm rings `alarm` before the start.

    A calendar that knows the `uid` takes the one with the higher `sequence` for the newer.
    """

    uid: str
    title: str
    starts: datetime
    lasts: timedelta
    made: datetime
    alarm: timedelta
    sequence: int = 0


def calendar_file(event: CalendarEvent) -> bytes:
    """The file, in UTF-8, with the line ends and folds that the standard asks for."""
    title = _escaped(event.title)
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Moi dela//Tasks//EN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:{_escaped(event.uid)}",
        f"DTSTAMP:{_instant(event.made)}",
        f"SEQUENCE:{event.sequence}",
        f"DTSTART:{_instant(event.starts)}",
        f"DURATION:{_duration(event.lasts)}",
        f"SUMMARY:{title}",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{title}",
        f"TRIGGER:-{_duration(event.alarm)}",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    )
    return b"".join(_folded(line) for line in lines)


def _instant(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _duration(length: timedelta) -> str:
    return f"PT{length // _MINUTE}M"


def _escaped(text: str) -> str:
    return "".join(_ESCAPES.get(char, char) for char in text)


def _folded(line: str) -> bytes:
    """The line with its end; a fold never cuts a character in two."""
    folds: list[bytes] = []
    part = b""
    for char in line:
        octets = char.encode()
        if len(part) + len(octets) > _FOLD:
            folds.append(part)
            part = b" "
        part += octets
    return b"\r\n".join([*folds, part]) + b"\r\n"
