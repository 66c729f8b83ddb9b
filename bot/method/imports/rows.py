"""Plain rows of a file with clients, what its columns were taken for, and what became of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from bot.method.core.refusals import Invalid
from bot.method.core.terms import ClientKind, DealStatus
from bot.method.imports.findings import SharedContact, SheetRows


class Profile(StrEnum):
    """Whose file it is; decides how ambiguous titles are read."""

    BITRIX_CONTACTS = "bitrix_contacts"
    BITRIX_COMPANIES = "bitrix_companies"
    BITRIX_DEALS = "bitrix_deals"
    BITRIX_LEADS = "bitrix_leads"
    AMO_CONTACTS = "amo_contacts"
    AMO_DEALS = "amo_deals"
    GOOGLE = "google"
    VCARD = "vcard"
    OWN_EXPORT = "own_export"
    """The `clients.csv` that `export` writes."""
    TABLE = "table"
    """Any other table with titles."""


class Field(StrEnum):
    """What a column can be taken for; several columns may be the same thing.

    Of a thing that a client has once, the first filled cell counts, the others go to the note.
    """

    SOURCE_ID = "source_id"
    NAME = "name"
    """The whole name."""
    CONTACT = "contact"
    """The person to talk to: somebody inside where another cell names the client."""
    GIVEN = "given"
    MIDDLE = "middle"
    FAMILY = "family"
    COMPANY = "company"
    POSITION = "position"
    PHONE = "phone"
    EMAIL = "email"
    TELEGRAM = "telegram"
    """A handle, a link to one, or a number of Telegram."""
    NOTE = "note"
    """What a column with a title of its own holds is put as "title: value"."""
    RESPONSIBLE = "responsible"
    KIND = "kind"
    """Customer or supplier in the words of the file; other words go to the note."""
    RECORD = "record"
    """Person or company: for a company the whole name is the company's."""
    CLASS = "class"
    """A, B or C; other words go to the note."""
    PEOPLE = "people"
    """People inside, a line each, as our own export writes them."""
    CREATED = "created"
    TASK = "task"
    """The next task: a date, perhaps a time, and words."""
    DEAL_ID = "deal_id"
    DEAL_TITLE = "deal_title"
    DEAL_STAGE = "deal_stage"
    DEAL_AMOUNT = "deal_amount"
    DEAL_CURRENCY = "deal_currency"
    DEAL_CLOSED = "deal_closed"
    """Yes or no."""
    DEAL_CLOSED_ON = "deal_closed_on"
    """The day on which it was closed, or words like "not closed"."""
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table and what it was taken for.

    `index` counts from 0 and is the key of the mapping that a file can be read again with.
    `title` is as the file has it, a repeated one with its number: "Source (2)". An unknown
    title is offered as a note: `known` is False. `example` is the first filled cell, cut short.
    """

    index: int
    title: str
    field: Field
    known: bool
    example: str = ""


@dataclass(frozen=True, slots=True)
class CellProblem:
    """A cell that was not understood while the rest of its row was.

    `code`: `cell-date`, `cell-amount`, `cell-currency`, `cell-email` (kept in the note),
    `cell-long` (cut; kept in the note as far as it goes) or `cell-formula` (a formula without a
    result, left out). `value` is what the cell holds, cut
    short.
    """

    code: str
    title: str
    value: str


@dataclass(frozen=True, slots=True)
class FieldCell:
    """A cell as the file has it, under its title, and what it was taken for."""

    field: Field
    title: str
    value: str

    @property
    def line(self) -> str:
        """The cell as a line of a note."""
        return f"{self.title}: {self.value}" if self.title else self.value


@dataclass(frozen=True, slots=True)
class DealRow:
    """A deal (or lead) as a file has it.

    `amount` is in minor units of `currency` (ISO 4217, None where the file names none: then
    two decimals were assumed). `closed` says what the file says; `status` is known only where
    the stage tells it or the deal is open, so a deal can be closed, nobody knows how.
    `closed_on` only for a closed one.
    """

    source_id: str = ""
    title: str = ""
    stage: str = ""
    amount: int | None = None
    currency: str | None = None
    closed: bool | None = None
    status: DealStatus | None = None
    closed_on: date | None = None


@dataclass(frozen=True, slots=True)
class TaskRow:
    """The next task of a client as a file has it; day and time are local to the company."""

    day: date
    at: time | None = None
    text: str = ""


UNNAMED = frozenset({"row-empty", "row-nameless"})
"""Why nobody knows who a row is: nothing stands in it, or nothing that says it."""


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One client as a file has it.

    `line` is where it stands, for the list of errors: the physical line of a text file, the row
    of a sheet. `further` are the lines of further rows of the same deal, put together with this
    one: each counts as merged. `phones` are raw, one number each, perhaps with a word about whose
    it is: what is no phone belongs into the note. `people` are lines "name | role | position |
    contacts". `responsible` is what the file calls the manager, in our own export his Telegram
    id. `created` is local to the company and has no zone. `rest` are lines for the note that have
    no other place, `cells` those that have one which may be taken already. `shared` are the
    phones and e-mails that other people of the file have too. `error` is the code of what makes
    the whole row unfit: one of `UNNAMED` or `row-phone` (a phone that a spreadsheet has rounded,
    beyond repair).
    """

    line: int
    source_id: str = ""
    kind: ClientKind = ClientKind.CUSTOMER
    name: str = ""
    company: str = ""
    position: str = ""
    client_class: str | None = None
    people: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    handle: str = ""
    telegram_id: int | None = None
    note: str = ""
    responsible: str = ""
    created: datetime | None = None
    deal: DealRow | None = None
    task: TaskRow | None = None
    rest: tuple[str, ...] = ()
    cells: tuple[FieldCell, ...] = ()
    shared: tuple[str, ...] = ()
    further: tuple[int, ...] = ()
    problems: tuple[CellProblem, ...] = ()
    error: str | None = None

    @property
    def empty(self) -> bool:
        """Whether there is nothing to call the client by."""
        called = (self.name, self.company, self.phones, self.emails, self.handle)
        return not any(called) and self.telegram_id is None


@dataclass(frozen=True)
class ImportFile:
    """What was read from one file.

    `encoding` is empty where the format has none, `delimiter` where no text is delimited (a
    table of one column). `sample` is the titles and the first rows as they were read, cells cut
    short: people see by it whether the encoding is right. Cards have no columns. `count` is of
    data rows or cards, further rows of a deal too: all that has to be imported, merged or
    rejected. `responsibles` is everybody whom the file names as responsible, in their order.
    `shared` are the contacts with the most people, `sheets` all of a workbook that has several.
    `rows` may make its rows when they are asked for: take them by slices or one after another,
    and only once.
    """

    profile: Profile
    rows: Sequence[ImportRow]
    encoding: str = ""
    delimiter: str = ""
    columns: tuple[Column, ...] = ()
    sample: tuple[tuple[str, ...], ...] = ()
    count: int = 0
    responsibles: tuple[str, ...] = ()
    shared: tuple[SharedContact, ...] = ()
    sheets: tuple[SheetRows, ...] = ()

    @property
    def mapped(self) -> bool:
        """Whether some column says who it is; False asks for a mapping, or for titles."""
        return not self.columns or any(column.field in NAMING for column in self.columns)


def with_rows(read: ImportFile) -> ImportFile:
    """The file; Invalid: file-no-rows where it has titles and nothing below them."""
    if not read.count:
        raise Invalid("file-no-rows")
    return read


NAMING = frozenset(
    {
        Field.NAME,
        Field.CONTACT,
        Field.GIVEN,
        Field.FAMILY,
        Field.COMPANY,
        Field.PHONE,
        Field.EMAIL,
        Field.TELEGRAM,
        Field.DEAL_TITLE,
    }
)
"""The fields of which a table needs one."""


@dataclass
class ImportReport:
    """Counts of one import: rows = imported + merged + rejected; errors as (line, code).

    `problems` are of rows that were taken all the same, with the lines of these.
    """

    batch: str
    profile: str
    rows: int = 0
    imported: int = 0
    merged: int = 0
    rejected: int = 0
    filled: int = 0
    """How many of the merged got something by it."""
    tasks: int = 0
    deals: int = 0
    errors: list[tuple[int, str]] = field(default_factory=list)
    problems: list[tuple[int, CellProblem]] = field(default_factory=list)
