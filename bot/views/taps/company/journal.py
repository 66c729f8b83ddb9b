"""The journal by tapping: what is shown of it, and the workbook."""

from dataclasses import dataclass
from datetime import date

from bot.method.core.journal import JournalGroup
from bot.views.taps.base import Page, Tap, tap


@tap("jr")
@dataclass(frozen=True)
class OpenJournal(Tap):
    """A page of the journal, of one group, person or day."""

    group: JournalGroup | None = None
    person_id: int | None = None
    on: date | None = None
    page: Page = 0


@tap("jrp")
@dataclass(frozen=True)
class AskJournalPerson(Tap):
    """Whose part of it."""

    group: JournalGroup | None = None
    person_id: int | None = None
    on: date | None = None
    page: Page = 0


@tap("jrd")
@dataclass(frozen=True)
class AskJournalDay(Tap):
    """Which day of it."""

    group: JournalGroup | None = None
    person_id: int | None = None
    on: date | None = None
    page: Page = 0


@tap("jrx")
@dataclass(frozen=True)
class TakeJournal(Tap):
    """What is chosen as a workbook."""

    group: JournalGroup | None = None
    person_id: int | None = None
    on: date | None = None
