"""Plain results about people, teams and invites, for their screens."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from bot.method.core.quiet import QuietHours
from bot.method.core.terms import Role
from bot.method.course.lessons import Learning
from bot.method.people.vacation import VacationCard


@dataclass(frozen=True)
class PersonLine:
    """Somebody of the company; `clients` are the active ones."""

    person_id: int
    name: str
    role: Role
    team: str | None
    active: bool
    clients: int
    is_reader: bool = False
    blocked: bool = False
    silent_since: date | None = None
    """The last local date on which the person touched the bot, where the heads were told of it."""
    away_until: date | None = None
    """The last local date of the vacation that is under way."""
    unled: bool = False
    """A manager whom no head leads."""
    spared: bool = False
    """Nothing is handed out to the person for now: to the end of `spared_until` where it is set."""
    spared_until: date | None = None
    learning: Learning | None = None
    """How far a manager or a head is in the course of that role; on the card only."""


@dataclass(frozen=True)
class PeoplePage:
    """One page of people."""

    lines: tuple[PersonLine, ...]
    total: int
    page: int
    pages: int


@dataclass(frozen=True)
class TeamLine:
    """A team to choose, with who leads it and how many managers it has."""

    team_id: int
    name: str
    heads: tuple[str, ...] = ()
    managers: int = 0


@dataclass(frozen=True)
class InviteFacts:
    """A fresh invite: its code is shown once and kept nowhere."""

    code: str
    role: Role
    team: str | None
    hours: int
    coming: tuple[str, ...] = ()
    """The managers who move to the head when the invite is accepted."""


class WhyLeft(StrEnum):
    """Why a manager who was chosen for a head stays where he is."""

    INACTIVE = "inactive"
    MOVED = "moved"
    NO_MANAGER = "no-manager"


@dataclass(frozen=True)
class Companions:
    """Who is chosen so far to come along to a head, by name; no `draft_id` before the choice."""

    draft_id: int | None
    names: tuple[str, ...]


@dataclass(frozen=True)
class CompanionLine:
    """A manager who may be chosen for a head."""

    person_id: int
    name: str
    team: str | None
    chosen: bool


@dataclass(frozen=True)
class CompanionPage:
    """One page of the managers to choose from; `total` are chosen on all pages."""

    draft_id: int
    lines: tuple[CompanionLine, ...]
    total: int
    page: int
    pages: int


@dataclass(frozen=True)
class RoleMove:
    """Somebody who is here already has followed an invite: where he is, and where it leads."""

    code: str
    role: Role
    team: str | None
    to_role: Role
    to_team: str | None
    coming: tuple[str, ...] = ()


@dataclass(frozen=True)
class PlaceNotice:
    """Role and team of the reader, and how many people he answers for besides himself."""

    role: Role
    team: str | None
    led: int
    again: bool = False
    """The access was closed and is open again."""


@dataclass(frozen=True)
class Welcome:
    """Somebody who has just come in; `led` are the managers a head or admin answers for."""

    name: str
    role: Role
    team: str | None
    led: int
    digest_at: time


@dataclass(frozen=True)
class Joined:
    """Who has followed the reader's invite; `led`, how many managers a head has.

    `came` moved along, `left` did not; a `member` was in the company before.
    """

    person_id: int
    name: str
    role: Role
    team: str | None
    led: int | None
    came: tuple[str, ...] = ()
    left: tuple[tuple[str, WhyLeft], ...] = ()
    member: bool = False


@dataclass(frozen=True)
class OwnSettings:
    """What a person may change about himself; times are local."""

    name: str
    role: Role
    team: str | None
    zone: str
    locale: str
    digest_at: time
    evening_at: time
    remind_minutes: int
    """Minutes before a task with a time; 0 is no reminder."""
    remind_at_time: bool
    vacation: VacationCard
    quiet: QuietHours | None = None
    tables: bool = False
    """The numbers of digest and report as tables."""
