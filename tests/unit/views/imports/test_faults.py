"""What is wrong with a row or a cell, as people read it."""

import pytest

from bot.method.imports.rows import CellProblem
from bot.views.imports.faults import cell_alone, cell_said, faults_said, row_said
from bot.views.words import LOCALES, Words

ROWS = ("row-empty", "row-nameless", "row-held", "row-lost", "row-phone")
CELLS = ("cell-date", "cell-amount", "cell-currency", "cell-email", "cell-long", "cell-formula")
RU = Words("ru")
NO_DATE = CellProblem("cell-date", "Следующее дело", "31.02.2026")


def test_a_cell_is_told_by_its_row_and_column() -> None:
    said = "«Следующее дело»: такой даты нет (31.02.2026)."
    assert cell_said(RU.plain, RU, 4, NO_DATE) == f"Строка 4, {said}"
    assert cell_alone(RU, NO_DATE) == said


def test_a_table_without_titles_has_no_empty_quotes() -> None:
    cell = CellProblem("cell-date", "", "31.02.2026")
    assert cell_said(RU.plain, RU, 4, cell) == "Строка 4: такой даты нет (31.02.2026)."
    assert cell_alone(RU, cell) == "такой даты нет (31.02.2026)."


@pytest.mark.parametrize("locale", LOCALES)
def test_no_sentence_has_two_colons(locale: str) -> None:
    words = Words(locale)
    said = [row_said(words.plain, words, 4, code) for code in ROWS]
    said += [cell_said(words.plain, words, 4, CellProblem(code, "T", "x")) for code in CELLS]
    for sentence in said:
        assert sentence.count(":") == 1 and sentence.endswith(".") and "{" not in sentence


def test_both_stand_in_the_order_of_the_file_and_what_is_left_is_counted() -> None:
    said = faults_said(RU, [(3, "row-empty"), (9, "row-empty")], [(2, NO_DATE)], 2)
    assert [line[:8] for line in said] == ["Строка 2", "Строка 3", "… и ещё "]
