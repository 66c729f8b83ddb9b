"""Plain results about the rules of the company, for their screens."""

from dataclasses import dataclass
from datetime import datetime

from bot.method.company.changes import PolicyChangeLine
from bot.method.company.rehearsal import RestOfDay
from bot.method.company.rules import RuleGroup
from bot.method.company.strain import Strain
from bot.method.people.cards import PeoplePage


@dataclass(frozen=True)
class RuleLine:
    """One number: its value and the bot's own one, both as they are stored."""

    name: str
    value: str
    default: str


@dataclass(frozen=True)
class RuleGroups:
    """How many numbers of each group the company has changed; `settling` is how much of the base
    follows the last change, from zero to one, None where all does."""

    changed: tuple[tuple[RuleGroup, int], ...]
    strains: tuple[Strain, ...] = ()
    settling: float | None = None


@dataclass(frozen=True)
class RulePage:
    """One page of the numbers of a group."""

    group: RuleGroup
    lines: tuple[RuleLine, ...]
    page: int
    pages: int


@dataclass(frozen=True)
class RuleCard:
    """One number with all that is known of it; `at` is now, local."""

    line: RuleLine
    usual: tuple[str, ...]
    history: tuple[PolicyChangeLine, ...]
    changes: int
    may_change: bool
    at: datetime
    strains: tuple[Strain, ...] = ()
    settling: bool = False
    """Changed just now: the next tick carries it out."""
    duty: "Duties | None" = None
    """Beside the rule that asks the manager on duty."""


@dataclass(frozen=True)
class Duties:
    """Who is on duty, None: nobody."""

    name: str | None


@dataclass(frozen=True)
class DutyChoice:
    """The same, with the managers to choose from."""

    name: str | None
    people: PeoplePage


@dataclass(frozen=True)
class RuleChange:
    """One number, before and after, as they are stored."""

    name: str
    before: str
    after: str


@dataclass(frozen=True)
class Counted:
    """What today's base would count without the change and with it."""

    before: int
    after: int

    @property
    def more(self) -> int:
        """How many more; less than nothing where it becomes fewer."""
        return self.after - self.before


@dataclass(frozen=True)
class RuleEffect:
    """What a change would do to today's base.

    `uncovered` counts clients without a task, `today` is what the rest of the day brings; both
    None for a number on which nothing of that depends.
    """

    change: RuleChange
    strains: tuple[Strain, ...]
    uncovered: Counted | None = None
    today: tuple[RestOfDay, RestOfDay] | None = None
