"""Settings by tapping: one's own, and the rules of the company (a number by its name, values as
they are stored)."""

from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from bot.method.company.rules import RuleGroup
from bot.views.taps.base import Page, Tap, tap


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


@tap("xmtb")
@dataclass(frozen=True)
class ShowTables(Tap):
    """Digest and report with tables, or without."""

    wanted: bool


@tap("xml")
@dataclass(frozen=True)
class ChooseLocale(Tap):
    """Take this language."""

    locale: str


@tap("rlo")
@dataclass(frozen=True)
class OpenRules(Tap):
    """The groups of rules."""


@tap("rlg")
@dataclass(frozen=True)
class OpenRuleGroup(Tap):
    """The rules of a group."""

    group: RuleGroup
    page: Page = 0


@tap("rlc")
@dataclass(frozen=True)
class OpenRule(Tap):
    """One rule."""

    name: str


@tap("rlt")
@dataclass(frozen=True)
class TypeRule(Tap):
    """Type another value."""

    name: str


@tap("rlv")
@dataclass(frozen=True)
class WeighRule(Tap):
    """What would this value do?"""

    name: str
    value: str


@tap("rls")
@dataclass(frozen=True)
class SetRule(Tap):
    """This is the value from now on, where it is still the one before."""

    name: str
    before: str
    value: str


@tap("rlu")
@dataclass(frozen=True)
class UndoRule(Tap):
    """Take this change back."""

    name: str
    number: int


@tap("dty")
@dataclass(frozen=True)
class AskDuty(Tap):
    """Who is on duty? A page of the managers."""

    page: Page = 0


@tap("dtyset")
@dataclass(frozen=True)
class SetDuty(Tap):
    """This manager is on duty from now on, or nobody."""

    person_id: int | None
