"""What a column is: its title goes before what stands in it, and there is one meaning each."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.method.imports.recognition import CERTAIN, LIKELY, Content, Evidence, recognise
from bot.method.imports.rows import Field

CONTACTS = (Content.EMAIL, Content.PHONE, Content.HANDLE)
COLUMNS = st.builds(
    Evidence,
    said=st.none() | st.sampled_from(Field),
    fixed=st.booleans(),
    has_title=st.booleans(),
    shares=st.dictionaries(st.sampled_from(Content), st.floats(0, 1)),
    repeats=st.booleans(),
)


def seen(content: Content, share: float = 1.0, **more) -> Evidence:
    return Evidence(shares={content: share}, **more)


@given(st.data(), st.lists(COLUMNS, max_size=6))
def test_the_order_of_the_columns_does_not_matter(data, columns: list[Evidence]) -> None:
    turned = data.draw(st.permutations(range(len(columns))))
    found = recognise(columns)
    again = recognise([columns[place] for place in turned])
    # Which of two unknown columns is the name, only their order tells.
    unnamed = [Field.NOTE if what is Field.NAME else what for what in found]
    others = [Field.NOTE if what is Field.NAME else what for what in again]
    assert [unnamed[place] for place in turned] == others
    assert found.count(Field.NAME) == again.count(Field.NAME)


@given(st.lists(COLUMNS, max_size=6))
def test_each_column_has_one_meaning_and_seen_is_only_one_of_a_kind(columns) -> None:
    found = recognise(columns)
    assert len(found) == len(columns)
    for what in (Field.TASK, Field.RESPONSIBLE, Field.NAME):
        taken = [
            column
            for column, field in zip(columns, found, strict=True)
            if field is what and column.said is not what
        ]
        assert len(taken) <= 1


@given(st.lists(COLUMNS, max_size=6))
def test_a_known_title_wins_unless_its_column_contradicts_it(columns) -> None:
    for column, field in zip(columns, recognise(columns), strict=True):
        if column.fixed:
            assert field is (column.said or Field.NOTE)
        elif column.said is not None and field is not column.said:
            assert any(column.holds(content, CERTAIN) for content in CONTACTS)


@pytest.mark.parametrize(
    ("column", "field"),
    [
        (seen(Content.EMAIL, LIKELY), Field.EMAIL),
        (seen(Content.EMAIL, 0.69), Field.NOTE),
        (seen(Content.PHONE, said=Field.NAME), Field.PHONE),
        (seen(Content.PHONE, 0.89, said=Field.NAME), Field.NAME),
        (seen(Content.EMAIL, said=Field.PHONE), Field.EMAIL),
        (seen(Content.PHONE, said=Field.TELEGRAM), Field.TELEGRAM),
        (seen(Content.PHONE, said=Field.SOURCE_ID), Field.SOURCE_ID),
        (seen(Content.EMAIL, said=Field.RESPONSIBLE), Field.RESPONSIBLE),
        (seen(Content.EMAIL, said=Field.NOTE), Field.NOTE),
        (seen(Content.COMING), Field.TASK),
        (seen(Content.NAME), Field.NAME),
        (seen(Content.WORDS), Field.NOTE),
        (seen(Content.WORDS, has_title=False), Field.NAME),
        (Evidence(), Field.NOTE),
    ],
)
def test_one_column(column: Evidence, field: Field) -> None:
    assert recognise([column]) == [field]


def test_of_two_that_are_alike_none_is_the_task() -> None:
    assert recognise([seen(Content.COMING), seen(Content.COMING)]) == [Field.NOTE, Field.NOTE]
    found = recognise([seen(Content.COMING, 0.8), seen(Content.COMING, 0.9)])
    assert found == [Field.NOTE, Field.TASK]
    assert recognise([Evidence(Field.TASK), seen(Content.COMING)]) == [Field.TASK, Field.NOTE]


def test_colleagues_are_the_clients_only_where_nobody_else_is() -> None:
    colleague = Evidence(shares={Content.COLLEAGUE: 1.0, Content.NAME: 1.0})
    assert recognise([colleague, Evidence(Field.NAME)]) == [Field.RESPONSIBLE, Field.NAME]
    assert recognise([colleague, seen(Content.NAME)]) == [Field.RESPONSIBLE, Field.NAME]
    assert recognise([colleague, Evidence(Field.PHONE)]) == [Field.NAME, Field.PHONE]
    often = Evidence(shares=colleague.shares, repeats=True)
    assert recognise([often, Evidence(Field.PHONE)]) == [Field.RESPONSIBLE, Field.PHONE]
