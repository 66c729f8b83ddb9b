"""The rules of the company by tapping: a number by its name, values as they are stored."""

from dataclasses import dataclass

from bot.method.company.rules import RuleGroup
from bot.views.taps.base import Page, Tap, tap


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
