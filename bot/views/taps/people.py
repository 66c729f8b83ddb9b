"""People and invites by tapping."""

from dataclasses import dataclass
from typing import Annotated

from bot.method.core.terms import Role
from bot.method.people.parting import PartingKind, PartingWay
from bot.method.pool.again import AgainReason
from bot.views.taps.base import NumberRange, Page, Tap, tap


@tap("xi")
@dataclass(frozen=True)
class InviteAs(Tap):
    """Invite somebody for this role: which team?"""

    role: Role


@tap("xit")
@dataclass(frozen=True)
class InviteTo(Tap):
    """Make the link for this role and team, with the managers of a list."""

    role: Role
    team_id: int | None
    draft_id: int | None = None


@tap("xin")
@dataclass(frozen=True)
class InviteNewTeam(Tap):
    """Type the name of a new team for this role."""

    role: Role
    draft_id: int | None = None


@tap("xil")
@dataclass(frozen=True)
class ListCompanions(Tap):
    """The managers to choose for an invited head; without a list a new one is begun."""

    draft_id: int | None = None
    page: Page = 0


@tap("xilc")
@dataclass(frozen=True)
class ChooseCompanion(Tap):
    """This manager comes along, or does not."""

    draft_id: int
    person_id: int
    chosen: bool
    page: Page = 0


@tap("xild")
@dataclass(frozen=True)
class CompanionsChosen(Tap):
    """The list is done: which team?"""

    draft_id: int


@tap("xin0")
@dataclass(frozen=True)
class AskInvite(Tap):
    """Whom to invite."""


@tap("xu")
@dataclass(frozen=True)
class OpenPeople(Tap):
    """The list of people."""

    page: Page = 0


@tap("xuc")
@dataclass(frozen=True)
class OpenPerson(Tap):
    """Somebody's card."""

    person_id: int


@tap("xud")
@dataclass(frozen=True)
class AskDeactivate(Tap):
    """Whether to close somebody's access."""

    person_id: int


@tap("xudd")
@dataclass(frozen=True)
class Deactivate(Tap):
    """Close the access."""

    person_id: int


@tap("xua")
@dataclass(frozen=True)
class Activate(Tap):
    """Give the access back."""

    person_id: int


@tap("xut")
@dataclass(frozen=True)
class AskTransfer(Tap):
    """Where everything goes that somebody has."""

    person_id: int


@tap("xpo")
@dataclass(frozen=True)
class AskHeir(Tap):
    """Who gets everything that somebody has."""

    person_id: int
    kind: PartingKind
    page: Page = 0


@tap("xpp")
@dataclass(frozen=True)
class PreviewParting(Tap):
    """Who would get how much."""

    person_id: int
    kind: PartingKind
    way: PartingWay
    to_id: int | None = None


@tap("xpn")
@dataclass(frozen=True)
class PartNow(Tap):
    """Give everything away as the preview of this mark has shown."""

    person_id: int
    kind: PartingKind
    way: PartingWay
    to_id: int | None
    mark: int


@tap("xpy")
@dataclass(frozen=True)
class PartBecause(Tap):
    """The same to one person who has let some of them go lately, for the reason of this number
    among all of them; own words are typed."""

    person_id: int
    kind: PartingKind
    to_id: int
    mark: int
    why: Annotated[int, NumberRange(0, len(AgainReason) - 1)]

    @property
    def reason(self) -> AgainReason:
        """A number, for the word does not fit beside two people."""
        return tuple(AgainReason)[self.why]


@tap("xmore")
@dataclass(frozen=True)
class OpenHelp(Tap):
    """How to work here."""


@tap("xwr")
@dataclass(frozen=True)
class AskRole(Tap):
    """Which role somebody gets."""

    person_id: int


@tap("xwrr")
@dataclass(frozen=True)
class SetRole(Tap):
    """The person has this role from now on."""

    person_id: int
    role: Role
    keeps: bool = False
    """With the clients that the person has as a manager."""


@tap("xwt")
@dataclass(frozen=True)
class AskTeam(Tap):
    """Which team somebody belongs to."""

    person_id: int


@tap("xwtt")
@dataclass(frozen=True)
class SetTeam(Tap):
    """The person belongs to this team, or to none, from now on."""

    person_id: int
    team_id: int | None


@tap("xwtn")
@dataclass(frozen=True)
class AskNewTeam(Tap):
    """Type the name of a new team for this person."""

    person_id: int


@tap("xwf")
@dataclass(frozen=True)
class FollowInvite(Tap):
    """Move to where the invite with this code leads."""

    code: str


@tap("xwx")
@dataclass(frozen=True)
class OpenExtensions(Tap):
    """By which extension other systems name somebody."""

    person_id: int


@tap("xwxq")
@dataclass(frozen=True)
class AskExtensions(Tap):
    """Type the extensions of this person."""

    person_id: int


@tap("xwxd")
@dataclass(frozen=True)
class ClearExtensions(Tap):
    """No other system names this person any more."""

    person_id: int


@tap("xsa")
@dataclass(frozen=True)
class AskSpare(Tap):
    """For how long to hand out nothing to the person."""

    person_id: int


@tap("xsp")
@dataclass(frozen=True)
class Spare(Tap):
    """Nothing is handed out to the person for so many days; none: until resumed."""

    person_id: int
    length: Annotated[int, NumberRange(0, 366)] = 0


@tap("xse")
@dataclass(frozen=True)
class Resume(Tap):
    """Hand out to the person again."""

    person_id: int
