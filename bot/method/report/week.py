"""What the weekly report says beside the numbers (R12)."""

from dataclasses import dataclass, field

from bot.method.report.gain_cards import GainTotals
from bot.method.report.sign_cards import SignsLine


@dataclass(frozen=True)
class WeekNotes:
    """Of whom there is something to be asked, and what the method brought in that week."""

    signs: tuple[SignsLine, ...] = ()
    gains: GainTotals = field(default_factory=GainTotals)


NO_NOTES = WeekNotes()
"""Those of a day."""
