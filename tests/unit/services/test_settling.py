"""Rows that share a contact with many are settled as if each were compared with all of them."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.method.clients.cards import Draft
from bot.method.core.terms import ClientStatus, ContactKind
from bot.method.imports.faces import Faces
from bot.method.imports.plan import Duplicates
from bot.method.imports.rows import ImportRow
from bot.method.imports.sameness import Contact, Face, Relation, relation
from bot.models.client import Client
from bot.services.imports import settling as module
from bot.services.imports.candidates import Candidates
from bot.services.imports.prepared import Prepared
from bot.services.imports.settling import SettledRow, Settling

OFFICE = "+74952346187"

words = st.sampled_from(("анна", "анатолий", "а", "б", "борис", "7", "12", "и"))
texts = st.lists(words, max_size=3).map(lambda found: " ".join(sorted(found)))
contacts = st.builds(
    Contact,
    st.just(ContactKind.PHONE),
    st.sampled_from((OFFICE, OFFICE, "+79161112233")),
    st.sampled_from(("", "", "1", "2")),
)
faces = st.builds(
    lambda name, company, source, found, own: Face(
        name, company, source, tuple(found), frozenset(found[:own])
    ),
    texts,
    texts | st.just(""),
    st.none() | st.sampled_from([f"{system}:{n}" for system in "ab" for n in range(6)]),
    st.lists(contacts, max_size=2, unique=True),
    st.sampled_from((0, 0, 0, 1)),
)
statuses = st.sampled_from((*[ClientStatus.ACTIVE] * 6, ClientStatus.LOST, ClientStatus.POOL))
known = st.lists(st.tuples(faces, st.integers(1, 2), statuses), max_size=8)
rows = st.lists(st.tuples(faces, st.integers(1, 2)), max_size=14)


class Plain(Settling):
    """Asks about every client that shares something, and leaves nobody out of the decision."""

    def _met(self, prepared: Prepared) -> tuple[list[tuple[int, Relation]], bool]:
        books = (self.known.book, self.learned)
        for book in reversed(books):
            if (number := book.sourced(prepared.face)) is not None:
                return [(number, Relation.SAME)], True
        numbers = {
            number for book in books for number in book.alike(prepared.face, prepared.owner_id)
        }
        in_order = sorted(numbers, key=lambda number: (number < 0, abs(number)))
        related = [(number, relation(prepared.face, self._face(number)[0])) for number in in_order]
        return [found for found in related if found[1] is not Relation.OTHER], False


def settled(
    kind: type[Settling],
    few: int,
    rule: Duplicates,
    there: Sequence[tuple[Face, int, ClientStatus]],
    told: Sequence[tuple[Face, int]],
) -> list[tuple[object, ...]]:
    candidates = Candidates(Faces(few))
    for number, (face, owner, status) in enumerate(there, 1):
        candidates.clients[number] = Client(id=number, owner_id=owner, status=status)
        candidates.book.put(number, face, owner)

    def is_own(client: Client) -> bool:
        return client.owner_id == 1 and client.status is ClientStatus.ACTIVE

    settling = kind(rule, is_own, candidates, Faces(few))
    return [said(settling, settling.settle(made_ready(face, owner))) for face, owner in told]


def said(settling: Settling, found: SettledRow) -> tuple[object, ...]:
    """What is decided; the place is among those that were met, who need not be all."""
    decision = found.decision
    facts = [getattr(decision, name, None) for name in ("changes", "inside", "code")]
    known_as = settling.learned.face(found.number) if found.number in settling.learned else None
    return type(decision), *facts, found.number, found.is_of_file, known_as


def made_ready(face: Face, owner: int) -> Prepared:
    return Prepared(ImportRow(1), Draft("", (), (), ()), face, (), (), owner)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(list(Duplicates)), known, rows)
def test_a_crowd_changes_nothing(
    rule: Duplicates,
    there: list[tuple[Face, int, ClientStatus]],
    told: list[tuple[Face, int]],
) -> None:
    plain = settled(Plain, 1000, rule, there, told)
    assert settled(Settling, 1, rule, there, told) == plain
    assert settled(Settling, 3, rule, there, told) == plain


def office(name: str = "", company: str = "", source: str | None = None, ext: str = "") -> Face:
    return Face(name, company, source, (Contact(ContactKind.PHONE, OFFICE, ext),))


def numbered(n: int) -> Face:
    return office(" ".join(sorted(("анна", "иван", "олег")[n % 3 : n % 3 + 1] + (f"f{n}",))))


BASES: dict[str, Callable[[int], Face]] = {
    "names": numbered,
    "initials": lambda n: office(f"и с {numbered(n).name}" if n % 2 else f"f{n}x и"),
    "companies": lambda n: office("директор", f"ооо ромашка{n}"),
    "numbers": lambda n: office("анна", source=f"a:{n}"),
    "extensions": lambda n: office("менеджер", ext=str(n)),
    "nameless": lambda n: office() if n % 2 else numbered(n),
    "no contact": lambda n: Face("директор", f"ооо ромашка{n}"),
}


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize("rule", [Duplicates.FILL, Duplicates.CREATE])
def test_a_crowd_costs_no_more_comparisons_the_larger_it_is(
    base: str, rule: Duplicates, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = 0

    def counted(row: Face, client: Face) -> Relation:
        nonlocal asked
        asked += 1
        return relation(row, client)

    monkeypatch.setattr(module, "relation", counted)
    settling = Settling(rule, lambda client: True)
    for number in range(1500):
        settling.settle(made_ready(BASES[base](number), 1))
    assert asked < 5 * 1500  # comparing each with all would be a million
