"""What the columns of a table are, by their titles and by what stands in them (R1).

A title that is known wins unless its column holds nothing of what it promises; a title that
nobody knows means what most of its cells are.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bot.method.imports.rows import Field

LIKELY = 0.7
"""So much of the filled cells says what a column without a known title is."""
CERTAIN = 0.9
"""So much of them contradicts a title."""


@dataclass(frozen=True)
class Surroundings:
    """What is known where a file comes to: the local day, and the names of who works here."""

    today: date | None = None
    people: frozenset[str] = frozenset()


NOWHERE = Surroundings()
"""Nothing is known."""


class Content(StrEnum):
    """What a cell can be seen to be."""

    EMAIL = "email"
    PHONE = "phone"
    HANDLE = "handle"
    COMING = "coming"
    """A day that is to come within a year."""
    COLLEAGUE = "colleague"
    """The name of somebody who works here."""
    NAME = "name"
    WORDS = "words"


@dataclass(frozen=True)
class Evidence:
    """What is known of a column.

    `said` is what its title says, None for a title that nobody knows; `fixed`: a person has
    said it, and nothing overrules that. `shares` are of the filled cells, from 0 to 1;
    `repeats`: most of them are there more than once.
    """

    said: Field | None = None
    fixed: bool = False
    has_title: bool = True
    shares: Mapping[Content, float] = field(default_factory=dict)
    repeats: bool = False

    def holds(self, content: Content, least: float = LIKELY) -> bool:
        """Whether at least so much of the column is that."""
        return self.shares.get(content, 0.0) >= least


_CONTACTS = (
    (Content.EMAIL, Field.EMAIL),
    (Content.HANDLE, Field.TELEGRAM),
    (Content.PHONE, Field.PHONE),
)
_WHO = frozenset(
    {Field.NAME, Field.CONTACT, Field.GIVEN, Field.FAMILY, Field.COMPANY, Field.DEAL_TITLE}
)
_CONTRADICTED = frozenset(
    {*(_WHO - {Field.DEAL_TITLE}), Field.PHONE, Field.EMAIL, Field.POSITION, Field.TASK}
)
"""What people say of columns that hold phones or addresses all the same, like "Clients"."""


def recognise(columns: Sequence[Evidence]) -> list[Field]:
    """One meaning for each of the columns, `NOTE` where nothing tells another one.

    The order of the columns matters only between two that may both be the name.
    """
    found = [_alone(column) for column in columns]
    free = [place for place, column in enumerate(columns) if _is_free(column, found[place])]
    _give(found, Field.TASK, _only(columns, free, Content.COMING))
    free = [place for place in free if found[place] is Field.NOTE]
    responsible = _responsible(columns, found, free)
    _give(found, Field.RESPONSIBLE, responsible)
    if _WHO.isdisjoint(found):
        named = (place for place in free if place != responsible and _may_name(columns[place]))
        _give(found, Field.NAME, next(named, None))
    return found


def _alone(column: Evidence) -> Field:
    """What the column is by itself."""
    if column.fixed:
        return column.said or Field.NOTE
    if column.said is not None and column.said not in _CONTRADICTED:
        return column.said
    least = LIKELY if column.said is None else CERTAIN
    seen = (taken for content, taken in _CONTACTS if column.holds(content, least))
    return next(seen, column.said or Field.NOTE)


def _is_free(column: Evidence, found: Field) -> bool:
    return column.said is None and not column.fixed and found is Field.NOTE


def _give(found: list[Field], what: Field, place: int | None) -> None:
    """Of what there is one, a title goes before what is seen."""
    if place is not None and what not in found:
        found[place] = what


def _only(columns: Sequence[Evidence], free: Iterable[int], content: Content) -> int | None:
    """The column that holds it; of several the one with the most, none where nobody can tell."""
    holding = [place for place in free if columns[place].holds(content)]
    most = max((columns[place].shares[content] for place in holding), default=0.0)
    best = [place for place in holding if columns[place].shares[content] == most]
    return best[0] if len(best) == 1 else None


def _responsible(
    columns: Sequence[Evidence], found: Collection[Field], free: Iterable[int]
) -> int | None:
    """The column of colleagues; one that may be the clients themselves only where it repeats."""
    free = list(free)
    place = _only(columns, free, Content.COLLEAGUE)
    if place is None or columns[place].repeats or not _WHO.isdisjoint(found):
        return place
    others = (other for other in free if other != place)
    return place if any(_may_name(columns[other]) for other in others) else None


def _may_name(column: Evidence) -> bool:
    """Words without any title are a name as soon as another."""
    return column.holds(Content.NAME if column.has_title else Content.WORDS)
