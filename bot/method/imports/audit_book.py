"""The clients and open deals of an audited file, put together from its rows.

A hundred thousand of each have to fit in memory: they stand in columns, an entry a client or
deal, and become objects one after the other when they are judged.
"""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from bot.method.core.terms import ClientKind

_NONE = -1


@dataclass(frozen=True, slots=True)
class AuditDeal:
    """An open deal of a row; `marks` are all that it can be known by, the first of them what it is
    met by. They are compared by their hashes."""

    marks: tuple[object, ...]
    title: str = ""
    amount: int = 0
    currency: str = ""


@dataclass(frozen=True, slots=True)
class AuditRow:
    """A row of which is known whose it is: rows with the same `client` are one client."""

    client: int
    line: int
    name: str = ""
    responsible: str = ""
    kind: ClientKind = ClientKind.CUSTOMER
    client_class: str | None = None
    deal: AuditDeal | None = None
    task_on: date | None = None


@dataclass(frozen=True, slots=True)
class BookedDeal:
    """An open deal: what its first row says, and the days of its tasks in no order."""

    line: int
    title: str
    amount: int
    currency: str
    responsible: str
    due: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class BookedClient:
    """A client with its open deals; `due` are the days of the tasks that stand on no deal (R2)."""

    line: int
    name: str
    responsible: str
    kind: ClientKind
    client_class: str | None
    deals: tuple[BookedDeal, ...]
    due: tuple[date, ...]


class AuditBook:
    """Takes rows in the order of the file; the first that says something says it."""

    def __init__(self) -> None:
        self._numbers: dict[int, int] = {}
        self._known: dict[int, int] = {}
        self._clients = _Clients()
        self._deals = _Deals()

    def take(self, row: AuditRow) -> None:
        """One more row."""
        clients = self._clients
        at = self._numbers.setdefault(row.client, len(clients.lines))
        if at == len(clients.lines):
            clients.add(row)
        clients.responsibles[at] = clients.responsibles[at] or row.responsible
        clients.classes[at] = clients.classes[at] or row.client_class
        deal = self._deal(at, row, row.deal) if row.deal else None
        if row.task_on is not None:
            whose = clients.due if deal is None else self._deals.due
            whose.add(at if deal is None else deal, row.task_on.toordinal())

    def clients(self) -> Iterator[BookedClient]:
        """All clients, in their order. A task stands on the deal of its row, else on the only open
        one, else on the client (R2)."""
        told = self._clients
        for at, line in enumerate(told.lines):
            deals, due = tuple(told.deals.of(at))[::-1], _days(told.due, at)
            further = due if len(deals) == 1 else ()
            yield BookedClient(
                *(line, told.names[at], told.responsibles[at]),
                *(told.kinds[at], told.classes[at]),
                tuple(self._booked(deal, told.responsibles[at], further) for deal in deals),
                () if further else due,
            )

    def _booked(self, at: int, responsible: str, further: tuple[date, ...]) -> BookedDeal:
        told = self._deals
        return BookedDeal(
            *(told.lines[at], told.titles[at], told.amounts[at], told.currencies[at]),
            told.responsibles[at] or responsible,
            (*_days(told.due, at), *further),
        )

    def _deal(self, client: int, row: AuditRow, deal: AuditDeal) -> int:
        # Of a hundred thousand deals the numbers weigh less than what they are of.
        marks = [hash((client, mark)) for mark in deal.marks]
        known = self._known.get(marks[0])
        if known is not None:
            return known
        at = self._deals.add(row, deal)
        self._clients.deals.add(client, at)
        for mark in marks:
            self._known.setdefault(mark, at)
        return at


class _Texts:
    """Texts one after the other in one piece, without what Python keeps with each."""

    def __init__(self) -> None:
        self._bytes = bytearray()
        self._ends = array("q", [0])

    def add(self, text: str) -> None:
        self._bytes += text.encode("utf-8", "surrogatepass")
        self._ends.append(len(self._bytes))

    def __getitem__(self, at: int) -> str:
        part = self._bytes[self._ends[at] : self._ends[at + 1]]
        return part.decode("utf-8", "surrogatepass")


class _Chains:
    """Several numbers for each of many, in two columns instead of a list for each."""

    def __init__(self) -> None:
        self._last = array("q")
        self._values = array("q")
        self._before = array("q")

    def add(self, at: int, value: int) -> None:
        self._last.extend([_NONE] * (at + 1 - len(self._last)))
        self._before.append(self._last[at])
        self._last[at] = len(self._values)
        self._values.append(value)

    def of(self, at: int) -> Iterator[int]:
        """The last one first."""
        place = self._last[at] if at < len(self._last) else _NONE
        while place != _NONE:
            yield self._values[place]
            place = self._before[place]


def _days(chains: _Chains, at: int) -> tuple[date, ...]:
    return tuple(map(date.fromordinal, chains.of(at)))


@dataclass
class _Clients:
    lines: "array[int]" = field(default_factory=lambda: array("q"))
    names: _Texts = field(default_factory=_Texts)
    responsibles: list[str] = field(default_factory=list)
    kinds: list[ClientKind] = field(default_factory=list)
    classes: list[str | None] = field(default_factory=list)
    deals: _Chains = field(default_factory=_Chains)
    due: _Chains = field(default_factory=_Chains)

    def add(self, row: AuditRow) -> None:
        self.lines.append(row.line)
        self.names.add(row.name)
        self.responsibles.append(row.responsible)
        self.kinds.append(row.kind)
        self.classes.append(row.client_class)


@dataclass
class _Deals:
    lines: "array[int]" = field(default_factory=lambda: array("q"))
    titles: _Texts = field(default_factory=_Texts)
    amounts: "array[int]" = field(default_factory=lambda: array("q"))
    currencies: list[str] = field(default_factory=list)
    responsibles: list[str] = field(default_factory=list)
    due: _Chains = field(default_factory=_Chains)

    def add(self, row: AuditRow, deal: AuditDeal) -> int:
        self.lines.append(row.line)
        self.titles.add(deal.title)
        self.amounts.append(deal.amount)
        self.currencies.append(deal.currency)
        self.responsibles.append(row.responsible)
        return len(self.lines) - 1
