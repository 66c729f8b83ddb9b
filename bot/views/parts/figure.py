"""The sheet that every picture is drawn on."""

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.axes import Axes

INK, QUIET, PAPER, PALE = "#1f2933", "#7b8794", "#ffffff", "#eef1f4"
_DPI, _PAD = 120, 0.2
"""Dots an inch, inches."""
_FONT = "DejaVu Sans"
"""Comes with matplotlib and knows Cyrillic."""


def png_of(size: tuple[float, float], letters: int, draw: Callable[["Axes"], None]) -> bytes:
    """What `draw` puts on a sheet of so many inches, with letters of so many points.

    Takes a second and much memory: for a process of its own.
    """
    from matplotlib import rc_context
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from matplotlib.layout_engine import ConstrainedLayoutEngine

    with rc_context({"font.family": _FONT, "font.size": letters, "text.color": INK}):
        layout = ConstrainedLayoutEngine(w_pad=_PAD, h_pad=_PAD)
        figure = Figure(figsize=size, dpi=_DPI, facecolor=PAPER, layout=layout)
        FigureCanvasAgg(figure)
        draw(figure.add_subplot())
        made = BytesIO()
        figure.savefig(made, format="png")
    return made.getvalue()


def legend_above(axes: "Axes", colors: Sequence[tuple[str, str]], columns: int) -> None:
    """What each color says, between the title and the drawing; in their order line by line."""
    from matplotlib.patches import Patch

    # A legend is filled column by column.
    by_column = [entry for column in range(columns) for entry in colors[column::columns]]

    axes.legend(
        handles=[Patch(facecolor=color, label=label) for color, label in by_column],
        loc="lower left",
        bbox_to_anchor=(-0.012, 1.0),
        ncols=columns,
        frameon=False,
        fontsize=12.5,
        labelcolor=QUIET,
        handlelength=0.9,
        handleheight=0.9,
        columnspacing=1.1,
        handletextpad=0.4,
        borderaxespad=0.2,
    )
