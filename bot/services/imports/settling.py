"""Whose client each row is: decided one after the other, by the dry run and the import alike."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from bot.method.core.terms import ClientStatus
from bot.method.imports.crowds import in_order
from bot.method.imports.decision import MergeInto, Met, New, RowDecision, decide
from bot.method.imports.faces import Faces
from bot.method.imports.plan import Duplicates
from bot.method.imports.sameness import Face, Relation, relation
from bot.models.client import Client
from bot.services.imports.candidates import Candidates
from bot.services.imports.prepared import Prepared


@dataclass(frozen=True)
class SettledRow:
    """What becomes of a row, the number of its client (a new one's is negative), and whether rows
    of the same import had gone to it before."""

    decision: RowDecision
    number: int = 0
    is_of_file: bool = False


@dataclass
class Settling:
    """The rows of one file on their way: whom the tables know, and what rows have brought so far.

    `is_own` says whether rows may add to a client. `learned` and `reached` go on from portion to
    portion: what rows have brought or made of clients, and the clients that rows have gone to.
    """

    duplicates: Duplicates
    is_own: Callable[[Client], bool]
    known: Candidates = field(default_factory=Candidates)
    learned: Faces = field(default_factory=Faces)
    reached: set[int] = field(default_factory=set)

    def wanted(self, rows: Sequence[Prepared]) -> Iterator[int]:
        """The ids of clients that rows may mean only by what rows before them have added."""
        for row in rows:
            sourced = self.learned.sourced(row.face)
            if sourced is not None and sourced > 0:
                yield sourced
            # Those that are new come last, and have no ids.
            yield from takewhile(_has_id, self.learned.alike(row.face, row.owner_id))

    def settle(self, prepared: Prepared) -> SettledRow:
        """What becomes of the row; rows after it may mean its client."""
        met, by_number = self._met(prepared)
        facts = [
            Met(
                own=self._may_add(number),
                is_new=self.is_of_file(number),
                inside=what is Relation.INSIDE,
                lost=self._is_lost(number),
            )
            for number, what in met
        ]
        decision = decide(facts, by_number, self.duplicates)
        match decision:
            case New():
                number = -1 - len(self.learned)
                self.learned.put(number, prepared.face, prepared.owner_id)
                return SettledRow(decision, number)
            case MergeInto(place, changes, inside):
                number = met[place][0]
                if changes:
                    self._merge(prepared, number, inside=inside)
                return SettledRow(decision, number, facts[place].is_new)
        return SettledRow(decision)

    def is_of_file(self, number: int) -> bool:
        """Whether a row of this import has brought the client, or changed it already."""
        return number < 0 or number in self.reached

    def _may_add(self, number: int) -> bool:
        return number < 0 or self.is_own(self.known.clients[number])

    def _is_lost(self, number: int) -> bool:
        return number > 0 and self.known.clients[number].status is ClientStatus.LOST

    def _met(self, prepared: Prepared) -> tuple[list[tuple[int, Relation]], bool]:
        """The clients that the row means, the longest known first, and whether by its number;
        without those that can not change what is decided any more."""
        for book in (self.learned, self.known.book):
            number = book.sourced(prepared.face)
            if number is not None:
                return [(number, Relation.SAME)], True
        for number in filter(self._is_lost, self._alike(prepared)):
            if self._relation(prepared, number) is Relation.SAME:
                return [(number, Relation.SAME)], False
        return ([] if self.duplicates is Duplicates.CREATE else self._open(prepared)), False

    def _open(self, prepared: Prepared) -> list[tuple[int, Relation]]:
        """Those that are met where nobody of them is lost."""
        met: list[tuple[int, Relation]] = []
        is_held = False
        for number in self._alike(prepared):
            is_own = self._may_add(number)
            if is_held and not is_own:
                continue
            what = self._relation(prepared, number)
            if what is not Relation.OTHER:
                met.append((number, what))
            if what is Relation.SAME and is_own:
                break
            is_held = is_held or what is Relation.SAME
        return met

    def _alike(self, prepared: Prepared) -> Iterator[int]:
        books = (self.known.book, self.learned)
        return in_order(book.alike(prepared.face, prepared.owner_id) for book in books)

    def _relation(self, prepared: Prepared, number: int) -> Relation:
        return relation(prepared.face, self._face(number)[0])

    def _face(self, number: int) -> tuple[Face, int]:
        """As rows have made the client, else as it is in the tables; and whose it is."""
        return (self.learned if number in self.learned else self.known.book).face(number)

    def _merge(self, prepared: Prepared, number: int, *, inside: bool) -> None:
        """The row's contacts are the client's as well, and perhaps its name."""
        face, owner_id = self._face(number)
        had = set(face.contacts)
        renamed = self.duplicates is Duplicates.REPLACE and not self.is_of_file(number)
        face = replace(
            face,
            name=prepared.face.name if renamed and not inside and prepared.face.name else face.name,
            company=face.company or prepared.face.company,
            source=face.source or prepared.face.source,
            contacts=(
                *face.contacts,
                *(each for each in prepared.face.contacts if each not in had),
            ),
        )
        self.learned.put(number, face, owner_id)
        if number > 0 and self.duplicates is not Duplicates.SKIP:
            self.reached.add(number)


def _has_id(number: int) -> bool:
    return number > 0
