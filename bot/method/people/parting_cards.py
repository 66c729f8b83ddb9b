"""What the screens show of everything that goes to somebody else."""

from dataclasses import dataclass
from datetime import date

from bot.method.people.parting import Holding, PartingKind, PartingWay


@dataclass(frozen=True)
class LeftAlone:
    """Whom a closed access would leave alone: managers without a head, and colleagues on vacation
    without anybody who stands in."""

    managers: int = 0
    substituted: tuple[str, ...] = ()


@dataclass(frozen=True)
class Owned:
    """What somebody has, for a leader to say where it goes."""

    person_id: int
    name: str
    kind: PartingKind
    holding: Holding
    alone: LeftAlone = LeftAlone()


@dataclass(frozen=True)
class PortfolioShare:
    """What one person would get; `clients_before` are the customers and `soon_before` the tasks of
    the coming days that are there already.

    `let_go` of the clients are some that he let go lately himself.
    """

    person_id: int
    name: str
    holding: Holding
    clients_before: int
    soon_before: int
    let_go: int = 0
    away_until: date | None = None
    """The last local date of a vacation that is under way."""
    blocked: bool = False

    @property
    def clients_after(self) -> int:
        """Customers with the share."""
        return self.clients_before + self.holding.customers

    @property
    def soon_after(self) -> int:
        """Tasks of the coming days with the share."""
        return self.soon_before + self.holding.soon


@dataclass(frozen=True)
class PartingPlan:
    """Who would get how much of what `name` has, and what goes to the pool.

    `capacity` is how many tasks the coming `days` have room for, `ceiling` how many customers
    somebody may have.
    """

    person_id: int
    name: str
    kind: PartingKind
    way: PartingWay
    to_id: int | None
    shares: tuple[PortfolioShare, ...]
    pooled: Holding
    ceiling: int
    capacity: int
    days: int
    mark: int
    left: int = 0
    """So many clients stay where they are: the heir has let them go lately."""

    @property
    def let_go(self) -> PortfolioShare | None:
        """Whose share holds clients that this person has let go lately: they need a reason (R6)."""
        return next((share for share in self.shares if share.let_go), None)

    @property
    def total(self) -> Holding:
        """All that it is about."""
        return sum((share.holding for share in self.shares), self.pooled)


@dataclass(frozen=True)
class Gone:
    """So many clients were handed to colleagues, so many went to the pool."""

    handed: int
    pooled: int


@dataclass(frozen=True)
class PartedNotice:
    """Somebody (`by`) has closed the access of `name` or changed the role; a head reads where the
    clients are."""

    name: str
    by: str
    kind: PartingKind
    handed: int
    pooled: int
