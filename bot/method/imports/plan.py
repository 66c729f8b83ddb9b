"""What a person decides about an import, and what it makes of a row."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.method.core.terms import ClientKind


class Duplicates(StrEnum):
    """What becomes of a row whose client is there already."""

    SKIP = "skip"
    FILL = "fill"
    """What the client lacks is added, nothing is overwritten."""
    REPLACE = "replace"
    """What the file has goes before what is there."""
    CREATE = "create"
    """A second client."""


@dataclass(frozen=True)
class ImportOptions:
    """How the rows are taken.

    `people` are the persons' ids by what the file calls the responsible; who is not among them is
    the default owner. `kind` None: as the file says.
    """

    duplicates: Duplicates = Duplicates.FILL
    people: Mapping[str, int] = field(default_factory=dict)
    kind: ClientKind | None = None
