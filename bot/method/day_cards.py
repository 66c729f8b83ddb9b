"""What the messages of the day say: the reminder of a task, the evening check (R10)."""

from dataclasses import dataclass
from datetime import date

from bot.method.cards import Contacts, TaskLine


@dataclass(frozen=True)
class Reminded:
    """A task whose time comes in so many `minutes`; nothing or less: it is there."""

    line: TaskLine
    contacts: Contacts
    minutes: int
    today: date
