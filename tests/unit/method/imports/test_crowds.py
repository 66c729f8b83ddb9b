"""Of a crowd behind one contact everybody is found whom a row may mean."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.method.core.terms import ContactKind
from bot.method.imports.faces import Faces
from bot.method.imports.sameness import Contact, Face, Relation, relation

words = st.sampled_from(("анна", "антон", "а", "борис", "б"))
texts = st.lists(words, max_size=3).map(lambda found: " ".join(sorted(found)))


@st.composite
def faces(draw: st.DrawFn) -> Face:
    phone = Contact(ContactKind.PHONE, "+74952346187", draw(st.sampled_from(("", "", "1", "2"))))
    company = draw(st.just("") | texts)
    source = draw(st.sampled_from((None, None, "a:1", "b:2")))
    own = frozenset({phone} if draw(st.booleans()) and phone.extension else ())
    return Face(draw(texts), company, source, (phone,), own)


@settings(max_examples=500, deadline=None)
@given(st.lists(faces(), min_size=4, max_size=25), faces())
def test_nobody_is_missed(there: list[Face], row: Face) -> None:
    book = Faces(few=2)
    for number, face in enumerate(there, 1):
        book.put(number, face, 0)
    found = list(book.alike(row, 0))
    assert found == sorted(set(found))
    for number, face in enumerate(there, 1):
        if relation(row, face) is not Relation.OTHER and not (
            row.source and row.source == face.source
        ):
            assert number in found
