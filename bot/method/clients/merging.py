"""Two cards of one client: which of both a field is taken from."""

from dataclasses import dataclass
from enum import StrEnum

from bot.method.core.terms import ClientKind


class Mergeable(StrEnum):
    """A field that a client has once; of both cards one is kept."""

    NAME = "name"
    COMPANY = "company"
    KIND = "kind"
    CLASS = "client_class"


@dataclass(frozen=True)
class MergeSide:
    """What one of the two cards says, and how much there is on it."""

    client_id: int
    name: str
    company: str | None
    kind: ClientKind
    client_class: str | None
    note: str | None
    deals: int
    tasks: int
    contacts: int


@dataclass(frozen=True)
class MergePreview:
    """Both cards, and which fields are taken from the one that goes (`taken`).

    Fields of which only one card has something are not asked about: nothing gets lost.
    """

    kept: MergeSide
    gone: MergeSide
    taken: frozenset[Mergeable]

    @property
    def questions(self) -> tuple[Mergeable, ...]:
        """The fields in which both cards say something different."""
        return tuple(field for field in Mergeable if _differs(field, self.kept, self.gone))

    @property
    def mask(self) -> int:
        """`taken` as a number for a button."""
        return sum(1 << number for number, field in enumerate(Mergeable) if field in self.taken)


def taken_of(mask: int) -> frozenset[Mergeable]:
    """The fields of such a number."""
    return frozenset(field for number, field in enumerate(Mergeable) if mask >> number & 1)


def merged_value(
    field: Mergeable, kept: MergeSide, gone: MergeSide, taken: frozenset[Mergeable]
) -> object:
    """What the field holds afterwards; where one card has nothing, what the other has."""
    ours, theirs = getattr(kept, field), getattr(gone, field)
    return theirs if theirs and (field in taken or not ours) else ours


def merged_note(kept: MergeSide, gone: MergeSide) -> str | None:
    """Both notes, one below the other, each once."""
    notes = dict.fromkeys(note for note in (kept.note, gone.note) if note)
    return "\n".join(notes) or None


def _differs(field: Mergeable, kept: MergeSide, gone: MergeSide) -> bool:
    ours, theirs = getattr(kept, field), getattr(gone, field)
    return bool(ours and theirs and ours != theirs)
