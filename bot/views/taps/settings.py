"""One's own settings by tapping."""

from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from bot.views.taps.base import Tap, tap


class HourOf(StrEnum):
    """Which message comes at the hour."""

    DIGEST = "digest"
    EVENING = "evening"


@tap("xme")
@dataclass(frozen=True)
class OpenMe(Tap):
    """My settings."""


@tap("xmz")
@dataclass(frozen=True)
class AskZone(Tap):
    """Which time zone."""


@tap("xmzt")
@dataclass(frozen=True)
class TypeZone(Tap):
    """Type the name of a time zone."""


@tap("xmzc")
@dataclass(frozen=True)
class ChooseZone(Tap):
    """Take this time zone."""

    zone: str


@tap("xmh")
@dataclass(frozen=True)
class AskHour(Tap):
    """When the digest, or the evening check, comes."""

    of: HourOf


@tap("xmhc")
@dataclass(frozen=True)
class ChooseHour(Tap):
    """At this local time."""

    of: HourOf
    at: time


@tap("xmr")
@dataclass(frozen=True)
class AskReminder(Tap):
    """When to be reminded of a task with a time."""


@tap("xmrc")
@dataclass(frozen=True)
class ChooseReminder(Tap):
    """So many minutes before; 0 for none."""

    minutes: int


@tap("xmrt")
@dataclass(frozen=True)
class RemindAtTime(Tap):
    """A second reminder at the time itself, or none."""

    wanted: bool


@tap("xmq")
@dataclass(frozen=True)
class AskQuiet(Tap):
    """Which hours are quiet."""


@tap("xmqc")
@dataclass(frozen=True)
class ChooseQuiet(Tap):
    """These local hours."""

    since: time
    until: time


@tap("xmq0")
@dataclass(frozen=True)
class NoQuiet(Tap):
    """No quiet hours."""


@tap("xml")
@dataclass(frozen=True)
class ChooseLocale(Tap):
    """Take this language."""

    locale: str
