"""Plain rows of a file with clients, and what became of them."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class ImportRow:
    """One client as a file has it; `line` is where it stands, for the list of errors."""

    line: int
    name: str = ""
    company: str = ""
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    handle: str = ""
    note: str = ""

    @property
    def empty(self) -> bool:
        """Whether there is nothing to call the client by."""
        return not (self.name or self.company or self.phones or self.emails or self.handle)


@dataclass(frozen=True)
class ImportFile:
    """What was read: the profile that recognised it, and the rows."""

    profile: str
    rows: tuple[ImportRow, ...]


@dataclass
class ImportReport:
    """Counts of one import: rows = imported + merged + rejected; errors as (line, code)."""

    batch: str
    profile: str
    rows: int = 0
    imported: int = 0
    merged: int = 0
    rejected: int = 0
    tasks: int = 0
    deals: int = 0
    errors: list[tuple[int, str]] = field(default_factory=list)
