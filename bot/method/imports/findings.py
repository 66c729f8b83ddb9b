"""What is found about a file as a whole: contacts of several people, the sheets of a workbook."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SharedContact:
    """A phone or an e-mail that stands beside several people, as the file has it first."""

    value: str
    people: int


@dataclass(frozen=True, slots=True)
class SheetRows:
    """A sheet of a workbook with so many rows below its titles.

    `first` is the line that its first row counts as, None where the sheet is left out.
    """

    name: str
    rows: int
    first: int | None = None
