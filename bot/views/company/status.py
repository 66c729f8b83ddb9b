"""How the bot itself does."""

from bot.method.company.status import Backlog, BotStatus
from bot.views.parts.rows import home_row
from bot.views.screen import Button, Row, Screen
from bot.views.taps.company.status import OpenStatus
from bot.views.taps.people import OpenPeople
from bot.views.words import Markup, Words


def status_screen(words: Words, status: BotStatus) -> Screen:
    """What waits, what was given up, whom no message reaches; each with what to do about it."""
    lines = [
        words("status-title"),
        _waiting(words, "updates", status.updates),
        _waiting(words, "messages", status.messages),
        _worked(words, status),
    ]
    if status.parked:
        lines.append(words("status-parked", count=status.parked))
    if status.unreachable:
        lines.append(words("status-unreachable", count=status.unreachable))
    if status.updates.is_stuck or status.messages.is_stuck:
        lines.append(words("status-stuck"))
    return Screen(Markup("\n".join(lines)), _rows(words, status))


def _rows(words: Words, status: BotStatus) -> tuple[Row, ...]:
    again = (Button(words.plain("status-again"), OpenStatus()),)
    people = ((Button(words.plain("command-users"), OpenPeople()),),)
    return (again, *(people if status.unreachable else ()), home_row(words))


def _waiting(words: Words, what: str, waiting: Backlog) -> Markup:
    if not waiting.is_late:
        return words(f"status-{what}-soon")
    mark = "late" if waiting.is_stuck else "waiting"
    longest = words.duration(waiting.longest)
    return words(f"status-{what}-{mark}", count=waiting.count, longest=longest)


def _worked(words: Words, status: BotStatus) -> Markup:
    if status.worked_at is None:
        return words("status-never")
    return words("status-worked", when=words.moment(status.worked_at, status.today))
