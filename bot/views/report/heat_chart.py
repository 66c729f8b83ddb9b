"""How the days of many people ended, as a picture for a phone (R12)."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.method.core.texts import clean
from bot.method.report.heat import HeatMap, Warmth
from bot.views.parts.figure import PALE, legend_above, png_of
from bot.views.words import Words

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_WIDTH, _ROW, _FRAME = 9.0, 0.52, 2.0
"""Inches, inches a person, inches around."""
_COLORS = {
    Warmth.CLEAN: "#b7e4c7",
    Warmth.FEW: "#ffe3a3",
    Warmth.MANY: "#f5a3a6",
    Warmth.NONE: PALE,
}
_LONGEST = 18


@dataclass(frozen=True)
class HeatChart:
    """What the process that draws is told: the language, and whose days."""

    locale: str
    heat: HeatMap


def heat_png(words: Words, heat: HeatMap) -> bytes:
    """A square for each person and day, with how much was left.

    Takes a second and much memory: for a process of its own.
    """
    size = (_WIDTH, _FRAME + _ROW * max(len(heat.rows), 1))
    return png_of(size, 14, lambda axes: _draw(axes, words, heat))


def _draw(axes: "Axes", words: Words, heat: HeatMap) -> None:
    from matplotlib.patches import Rectangle

    for line, row in enumerate(heat.rows):
        for place, cell in enumerate(row.cells):
            square = Rectangle((place - 0.46, line - 0.44), 0.92, 0.88)
            square.set_facecolor(_COLORS[cell.warmth])
            axes.add_patch(square)
            if cell.left:
                axes.text(place, line, str(cell.left), ha="center", va="center", fontsize=12)
    axes.set_xlim(-0.5, len(heat.days) - 0.5)
    axes.set_ylim(max(len(heat.rows), 1) - 0.5, -0.5)
    labels = [f"{words.weekday(day)}\n{day.day}" for day in heat.days]
    axes.set_xticks(range(len(heat.days)), labels, fontsize=12)
    axes.set_yticks(range(len(heat.rows)), [clean(row.name, _LONGEST) for row in heat.rows])
    axes.tick_params(length=0)
    for side in axes.spines.values():
        side.set_visible(False)
    colors = [(color, words.plain(f"heat-{warmth}")) for warmth, color in _COLORS.items()]
    legend_above(axes, colors, columns=len(colors))
    axes.set_title(words.plain("heat-title"), loc="left", weight="bold", pad=40)
