"""Plain results of the journal's screen."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.method.core.journal import JournalGroup, JournalKind, JournalOrigin


@dataclass(frozen=True)
class JournalChoice:
    """What of the journal is shown: a group of kinds, what somebody did or what was about him, a
    local day; None: all."""

    group: JournalGroup | None = None
    person_id: int | None = None
    on: date | None = None


@dataclass(frozen=True)
class JournalValue:
    """What it was or became: the word that is kept, and the name of whom or what it means."""

    word: str
    name: str | None = None


@dataclass(frozen=True)
class JournalClient:
    """A client as it is called today; None: it is there no more."""

    client_id: int
    name: str | None


@dataclass(frozen=True)
class JournalLine:
    """One decision, at the reader's local time; `more` clients besides this one it says the same
    of. `subject` is a rule, a day, a vendor, a reason or a file."""

    entry_id: int
    at: datetime
    kind: JournalKind
    origin: JournalOrigin
    actor: str | None
    person: str | None = None
    client: JournalClient | None = None
    more: int = 0
    subject: JournalValue | None = None
    before: JournalValue | None = None
    after: JournalValue | None = None
    undoes: bool = False


@dataclass(frozen=True)
class JournalPage:
    """One page, the newest first; `team`: only what the reader's own people did or were met by."""

    choice: JournalChoice
    lines: tuple[JournalLine, ...]
    total: int
    page: int
    pages: int
    today: date
    team: bool
    person: str | None = None


@dataclass(frozen=True)
class JournalDays:
    """Local days to choose from, the newest first."""

    choice: JournalChoice
    days: tuple[date, ...]
    today: date
    page: int
    earlier: bool


@dataclass(frozen=True)
class JournalTable:
    """Single entries for a workbook, the newest first; `cut`: there are older ones."""

    lines: tuple[JournalLine, ...]
    today: date
    cut: bool
