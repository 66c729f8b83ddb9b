"""A book of faces answers as one that keeps everything as it came."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.method.core.terms import ContactKind
from bot.method.imports.faces import Faces
from bot.method.imports.sameness import Contact, Face

texts = st.sampled_from(("анна", "борис")) | st.text(max_size=4)
kept = st.builds(
    Face,
    name=texts,
    company=texts,
    source=st.none() | st.sampled_from(("table:1", "table:2")),
    contacts=st.lists(
        st.builds(
            Contact,
            st.sampled_from((ContactKind.PHONE, ContactKind.EMAIL)),
            st.sampled_from(("+79161112233", "a@b.ru", "\ud800", "c")),
            st.sampled_from(("", "12")),
        ),
        max_size=3,
    ).map(tuple),
)
puts = st.lists(st.tuples(st.integers(-4, 4), kept, st.integers(0, 2)), max_size=12)


@settings(max_examples=150, deadline=None)
@given(puts, kept, st.integers(0, 2))
def test_it_answers_as_a_list_of_all_would(
    told: list[tuple[int, Face, int]], asked: Face, owner_id: int
) -> None:
    book = Faces()
    for number, face, owner in told:
        book.put(number, face, owner)
    last = {number: (face, owner) for number, face, owner in told}
    assert {number: book.face(number) for number in last} == last
    assert len(book) == len(last)
    assert (3 in book) is (3 in last)
    wanted = {contact[:2] for contact in asked.contacts}
    alike = [
        number
        for number, face, owner in told
        if wanted & {contact[:2] for contact in face.contacts}
        or (not wanted and (owner, face.name) == (owner_id, asked.name))
    ]
    assert set(book.alike(asked, owner_id)) == set(alike)
    first = next((n for n, face, _ in told if face.source and face.source == asked.source), None)
    assert book.sourced(asked) == first


def test_contacts_of_ones_own_are_not_kept() -> None:
    mail, book = Contact(ContactKind.EMAIL, "a@b.ru"), Faces()
    book.put(1, Face("анна", contacts=(mail,), own=frozenset({mail})), 7)
    assert book.face(1) == (Face("анна", contacts=(mail,)), 7)


def test_three_behind_one_number_are_found() -> None:
    phone, book = Contact(ContactKind.PHONE, "+79161112233"), Faces()
    for number in (-1, -2, -2, -3):
        book.put(number, Face(contacts=(phone,)), 7)
    assert list(book.alike(Face(contacts=(phone,)), 7)) == [-1, -2, -3]
