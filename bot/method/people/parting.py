"""Where everything goes that somebody has: to one person, to those with room, or to the pool."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from zlib import crc32

from bot.method.core.policy import Policy
from bot.method.core.terms import Role


class PartingKind(StrEnum):
    """Why somebody gives everything away."""

    HAND_OVER = "over"
    """A leader says so; nothing else changes."""
    CLOSE = "close"
    """The access is closed."""
    HEAD = "head"
    ADMIN = "admin"
    """A manager gets another role."""

    @property
    def role(self) -> Role | None:
        """The role that the person has afterwards; None where it stays."""
        return {PartingKind.HEAD: Role.HEAD, PartingKind.ADMIN: Role.ADMIN}.get(self)

    @classmethod
    def to_role(cls, role: Role) -> "PartingKind":
        """The kind that gives this role; of those that a manager may get."""
        return cls.ADMIN if role is Role.ADMIN else cls.HEAD


class PartingWay(StrEnum):
    """Where everything goes."""

    ONE = "one"
    REST = "rest"
    """To one person what he has not let go lately; that stays for a decision of its own."""
    SPREAD = "spread"
    POOL = "pool"


@dataclass(frozen=True)
class Holding:
    """What hangs on clients: open deals, tasks, inbound and attempts to bring clients back.

    `customers` of the clients count for the ceiling; `soon` of the tasks are due within the days
    that the load is looked at for, the overdue among them.
    """

    clients: int = 0
    customers: int = 0
    deals: int = 0
    tasks: int = 0
    inbound: int = 0
    attempts: int = 0
    soon: int = 0

    def __add__(self, other: "Holding") -> "Holding":
        return Holding(
            self.clients + other.clients,
            self.customers + other.customers,
            self.deals + other.deals,
            self.tasks + other.tasks,
            self.inbound + other.inbound,
            self.attempts + other.attempts,
            self.soon + other.soon,
        )


@dataclass(frozen=True)
class HeldClient:
    """One client with what hangs on it; `barred` are those who have let it go lately."""

    client_id: int
    holding: Holding
    barred: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Heir:
    """Somebody who may be given clients: active customers and tasks within the days of the load.

    `near`: of the team of who parts; the others get what does not fit there.
    """

    person_id: int
    customers: int
    soon: int
    near: bool = True


@dataclass(frozen=True)
class Shares:
    """Who gets which client as (client_id, person_id); None is the pool."""

    places: tuple[tuple[int, int | None], ...]

    @property
    def mark(self) -> int:
        """The same for the same shares: what was shown is what is carried out."""
        return crc32(repr(self.places).encode())

    def per_person(self) -> Mapping[int, int]:
        """How many clients each person gets."""
        return Counter(person_id for _, person_id in self.places if person_id is not None)

    def holdings(self, clients: Iterable[HeldClient]) -> Mapping[int | None, Holding]:
        """What each person gets, and the pool under None."""
        to = dict(self.places)
        found: dict[int | None, Holding] = {}
        for client in clients:
            person_id = to[client.client_id]
            found[person_id] = found.get(person_id, Holding()) + client.holding
        return found


def all_to(clients: Sequence[HeldClient], person_id: int | None) -> Shares:
    """Everything to one person, or to the pool."""
    return Shares(tuple((client.client_id, person_id) for client in clients))


def not_back(clients: Sequence[HeldClient], person_id: int) -> Sequence[HeldClient]:
    """Those of them whom the person has not let go lately (R6)."""
    return [client for client in clients if person_id not in client.barred]


def spread_out(
    clients: Sequence[HeldClient], heirs: Sequence[Heir], policy: Policy, workdays: int
) -> Shares:
    """Each client to whoever is the least full with it; what nobody has room for to the pool.

    How full somebody is: the larger of the clients by the ceiling and of the tasks by what the
    capacity allows in so many working days. Nobody comes above the ceiling or gets a client that
    he let go lately (R6). Those of the own team go first while they have room.
    """
    rooms = [_Room(heir, policy, workdays) for heir in heirs]
    ranked = sorted(clients, key=lambda client: (-client.holding.soon, client.client_id))
    found = {client.client_id: _take(client, rooms) for client in ranked}
    return Shares(tuple((client.client_id, found[client.client_id]) for client in clients))


@dataclass
class _Room:
    """How full one of those is who may be given clients."""

    heir: Heir
    policy: Policy
    workdays: int
    got: Holding = field(default_factory=Holding)

    def fits(self, client: HeldClient) -> bool:
        if self.heir.person_id in client.barred:
            return False
        customers = self.heir.customers + self.got.customers + client.holding.customers
        return not client.holding.customers or customers <= self.policy.portfolio_ceiling

    def fullness(self, client: HeldClient) -> tuple[bool, float, int]:
        customers = self.heir.customers + self.got.customers + client.holding.customers
        soon = self.heir.soon + self.got.soon + client.holding.soon
        most = max(self.policy.capacity * self.workdays, 1)
        full = max(customers / self.policy.portfolio_ceiling, soon / most)
        return not self.heir.near, full, self.heir.person_id


def _take(client: HeldClient, rooms: Sequence[_Room]) -> int | None:
    fitting = [room for room in rooms if room.fits(client)]
    if not fitting:
        return None
    room = min(fitting, key=lambda fit: fit.fullness(client))
    room.got += client.holding
    return room.heir.person_id
