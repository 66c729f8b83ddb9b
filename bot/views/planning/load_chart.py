"""The load of a person's days as a picture for a phone (R8)."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.method.planning.load import DayLoad, Load
from bot.views.parts.figure import INK, PALE, PAPER, QUIET, legend_above, png_of
from bot.views.words import Words

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_SIZE = (9.0, 6.6)
"""Inches."""
_PLANNED, _BEYOND, _OVERDUE, _INBOUND, _NORM = (
    "#4c8dff",
    "#f5a623",
    "#e5484d",
    "#30a46c",
    INK,
)


@dataclass(frozen=True)
class LoadChart:
    """What the process that draws is told: the language, and whose load."""

    locale: str
    load: Load


def load_png(words: Words, load: Load) -> bytes:
    """Bars of outbound tasks for each day, what waits today, the capacity, days off shaded.

    Takes a second and much memory: for a process of its own.
    """
    return png_of(_SIZE, 15, lambda axes: _draw(axes, words, load))


def _draw(axes: "Axes", words: Words, load: Load) -> None:
    top = max(load.capacity, *(_height(day, load) for day in load.days))
    for place, day in enumerate(load.days):
        if not day.working:
            axes.axvspan(place - 0.5, place + 0.5, color=PALE, zorder=0, linewidth=0)
        _bar(axes, place, day, load)
    axes.axhline(load.capacity, color=_NORM, linewidth=1.6, linestyle=(0, (5, 4)), zorder=3)
    axes.text(
        len(load.days) - 0.45,
        load.capacity + top * 0.012,
        words.plain("chart-norm", count=load.capacity),
        ha="right",
        va="bottom",
        fontsize=13,
        color=_NORM,
        zorder=5,
        bbox=_behind(PAPER if load.days[-1].working else PALE),
    )
    axes.set_xlim(-0.55, len(load.days) - 0.45)
    axes.set_ylim(0, top * 1.16)
    _dates(axes, words, load)
    _legend(axes, words, load)
    name = load.name or words.plain("chart-own")
    axes.set_title(f"{words.plain('chart-title')} · {name[:32]}", loc="left", weight="bold", pad=44)


def _height(day: DayLoad, load: Load) -> int:
    return day.outbound + (load.overdue + load.inbound if day.on == load.today else 0)


def _bar(axes: "Axes", place: int, day: DayLoad, load: Load) -> None:
    """What waits stands below: it is worked off first."""
    parts = [(min(day.outbound, load.capacity), _PLANNED)]
    parts.append((day.outbound - parts[0][0], _BEYOND))
    if day.on == load.today:
        parts = [(load.inbound, _INBOUND), (load.overdue, _OVERDUE), *parts]
    bottom = 0
    for height, color in parts:
        if height:
            axes.bar(place, height, 0.74, bottom, color=color, zorder=2)
            bottom += height
    if bottom:
        weight = "bold" if day.outbound > load.capacity else "normal"
        axes.annotate(
            str(bottom),
            (place, bottom),
            (0, 4),
            textcoords="offset points",
            ha="center",
            va="bottom",
            weight=weight,
            zorder=4,
            bbox=_behind(PAPER if day.working else PALE),
        )


def _behind(color: str) -> dict[str, str]:
    """Keeps lines and bars from crossing a text."""
    return {"boxstyle": "square,pad=0.08", "facecolor": color, "edgecolor": "none"}


def _dates(axes: "Axes", words: Words, load: Load) -> None:
    labels = [f"{words.weekday(day.on)}\n{day.on.day}" for day in load.days]
    axes.set_xticks(range(len(load.days)), labels, fontsize=13)
    for tick, day in zip(axes.get_xticklabels(), load.days, strict=True):
        tick.set_color(INK if day.working else QUIET)
        if day.on == load.today:
            tick.set_fontweight("bold")
    axes.tick_params(length=0)
    axes.set_yticks([])
    for side in ("top", "left", "right"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(QUIET)


def _legend(axes: "Axes", words: Words, load: Load) -> None:
    parts = [("chart-planned", _PLANNED)]
    if load.overfull:
        parts.append(("chart-beyond", _BEYOND))
    if load.overdue:
        parts.append(("chart-overdue", _OVERDUE))
    if load.inbound:
        parts.append(("chart-inbound", _INBOUND))
    parts.append(("chart-off", PALE))
    legend_above(axes, [(color, words.plain(key)) for key, color in parts], columns=len(parts))
