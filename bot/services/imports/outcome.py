"""What has become of one row that is taken: its client, and what it has brought."""

from dataclasses import dataclass, field

from bot.method.imports.decision import RowResult
from bot.models.base import JsonDict
from bot.models.client import Client
from bot.models.contact_point import ContactPoint
from bot.models.deal import Deal
from bot.models.person import Person
from bot.models.task import Task
from bot.services.imports.prepared import Prepared


@dataclass
class TakenRow:
    """A row whose client is settled on.

    `changes`: whether it may change the client, `inside`: as another person there, `is_own`: a
    row of the same import has brought the client. `fields` is what was on a client that was there
    already, `now` what the row has put in its place. `deal` is the row's, `is_opened` where it is
    new. `people` are new, `contacts_of` the values of contacts by the folded name of whom inside
    they are.
    """

    prepared: Prepared
    client: Client
    is_new: bool
    changes: bool = True
    inside: bool = False
    is_own: bool = False
    fields: dict[str, str | None] = field(default_factory=dict)
    now: dict[str, str] = field(default_factory=dict)
    points: list[ContactPoint] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    contacts_of: dict[str, frozenset[str]] = field(default_factory=dict)
    deal: Deal | None = None
    is_opened: bool = False
    task: Task | None = None

    @property
    def result(self) -> RowResult:
        """What the list of rows says."""
        return RowResult.IMPORTED if self.is_new else RowResult.MERGED

    @property
    def is_renamed(self) -> bool:
        """Whether the client may be called by other words than before."""
        return self.is_new or bool(self.points or self.now or self.people)

    def put(self, name: str, value: str) -> None:
        """Change a field of the client, and keep what it was before the row."""
        if not self.is_new:
            self.fields.setdefault(name, getattr(self.client, name))
            self.now[name] = value
        setattr(self.client, name, value)

    def before(self) -> JsonDict | None:
        """What taking the import back has to undo on a client that was there; None for nothing.
        Everything is flushed by then."""
        if self.is_new:
            return None
        kept: JsonDict = {
            "fields": self.fields,
            "now": self.now,
            "points": [point.id for point in self.points],
            "people": [person.id for person in self.people],
            "deals": [self.deal.id] if self.deal and self.is_opened else [],
            "tasks": [self.task.id] if self.task else [],
        }
        return kept if any(kept.values()) else None
