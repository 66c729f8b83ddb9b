"""The sheet of the pictures."""

import pytest
from matplotlib.figure import Figure

from bot.views.parts.figure import legend_above


@pytest.mark.parametrize(
    ("columns", "column_by_column"), [(1, "abcde"), (2, "acebd"), (3, "adbec"), (5, "abcde")]
)
def test_a_legend_is_read_line_by_line(columns: int, column_by_column: str) -> None:
    axes = Figure().add_subplot()
    legend_above(axes, [("#ffffff", letter) for letter in "abcde"], columns)
    legend = axes.get_legend()
    assert legend is not None
    assert "".join(text.get_text() for text in legend.get_texts()) == column_by_column
