"""Times of day from their numbers."""

from datetime import time

from bot.method.tasks.phrases.pieces import Impossible, Piece, SaidHour


def either_half(hours: str, minutes: int = 0) -> tuple[time, ...]:
    """An hour up to eleven, written without a zero, may be either half of the day."""
    hour = int(hours)
    if hour > 23:
        return ()
    here = time(hour, minutes)
    return (here, time(hour + 12, minutes)) if 1 <= hour <= 11 and hours[0] != "0" else (here,)


def clock_of(hours: str, minutes: int, text: str, *, sure: bool = True) -> Piece:
    """A time written with its minutes; there may be none such."""
    if len(hours) > 2 or int(hours) > 23 or minutes > 59:
        return Impossible("time-impossible", text, sure)
    # With its minutes an hour of two digits is said on the clock of 24 hours.
    one_digit = len(hours) == 1
    times = either_half(hours, minutes) if one_digit else (time(int(hours), minutes),)
    return SaidHour(times, text=text, sure=sure)
