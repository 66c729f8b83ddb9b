"""What the weekly report says beside the numbers (R12)."""

from dataclasses import dataclass

from bot.method.report.sign_cards import SignsLine


@dataclass(frozen=True)
class WeekNotes:
    """Of whom there is something to be asked."""

    signs: tuple[SignsLine, ...] = ()


NO_NOTES = WeekNotes()
"""Those of a day."""
