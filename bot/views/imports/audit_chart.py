"""What an audit has found at each responsible person, as a picture (R3, R4)."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.method.core.terms import GapReason
from bot.method.core.texts import clean
from bot.method.imports.audit_cards import Audit, AuditShare
from bot.views.imports.audit import responsible_text
from bot.views.parts.figure import legend_above, png_of
from bot.views.words import Words

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_WIDTH, _ROW, _FRAME = 9.0, 0.62, 1.9
"""Inches, inches a person, inches around."""
_COLORS = {
    "covered": "#8fd3a8",
    GapReason.NO_TASK: "#e5484d",
    GapReason.NO_DATE: "#f08a8d",
    GapReason.OVERDUE: "#f5a623",
    GapReason.BEYOND_HORIZON: "#ffdf8a",
    GapReason.TASK_ON_CONTACT: "#b9c2cc",
}
_MOST, _LONGEST = 12, 22


@dataclass(frozen=True)
class AuditBar:
    """One person: how many are covered, and how many are not, by why; both in the order of the
    legend."""

    name: str
    counts: tuple[int, ...]


@dataclass(frozen=True)
class AuditChart:
    """What the process that draws is told: the language, and the people."""

    locale: str
    bars: tuple[AuditBar, ...]


def bars_of(words: Words, found: Audit) -> tuple[AuditBar, ...]:
    """Those with the most to plan; none where the file says nothing of tasks."""
    if not found.has_tasks:
        return ()
    return tuple(
        AuditBar(clean(responsible_text(words, share.responsible), _LONGEST), _counts(share))
        for share in found.people[:_MOST]
    )


def audit_png(words: Words, bars: tuple[AuditBar, ...]) -> bytes:
    """A bar a person, its parts by what covers and what does not.

    Takes a second and much memory: for a process of its own.
    """
    size = (_WIDTH, _FRAME + _ROW * len(bars))
    return png_of(size, 14, lambda axes: _draw(axes, words, bars))


def _counts(share: AuditShare) -> tuple[int, ...]:
    both = (share.deals, share.alone)
    covered = sum(part.covered for part in both)
    reasons = (sum(part.reasons.get(reason, 0) for part in both) for reason in GapReason)
    return (covered, *reasons)


def _draw(axes: "Axes", words: Words, bars: tuple[AuditBar, ...]) -> None:
    widest = max(sum(bar.counts) for bar in bars) or 1
    for line, bar in enumerate(bars):
        start = 0
        for count, color in zip(bar.counts, _COLORS.values(), strict=True):
            if not count:
                continue
            axes.barh(line, count, 0.72, start, color=color)
            if count / widest > 0.03:
                axes.text(
                    start + count / 2, line, str(count), ha="center", va="center", fontsize=12
                )
            start += count
    axes.set_yticks(range(len(bars)), [bar.name for bar in bars])
    axes.set_ylim(len(bars) - 0.4, -0.6)
    axes.set_xlim(0, widest * 1.02)
    axes.set_xticks([])
    axes.tick_params(length=0)
    for side in axes.spines.values():
        side.set_visible(False)
    _legend(axes, words, bars)
    axes.set_title(words.plain("audit-chart"), loc="left", weight="bold", pad=44)


def _legend(axes: "Axes", words: Words, bars: tuple[AuditBar, ...]) -> None:
    labels = [words.plain("audit-row-covered"), *(words.plain(f"reason-{r}") for r in GapReason)]
    there = [any(counts) for counts in zip(*(bar.counts for bar in bars), strict=True)]
    shown = zip(_COLORS.values(), labels, there, strict=True)
    legend_above(axes, [(color, label) for color, label, is_there in shown if is_there], columns=3)
