"""The morning digest, the evening check, reminders of tasks, and short notices to admins."""

from datetime import datetime

from bot.models.base import JsonDict
from bot.models.user import User
from bot.services.core.work import Act, Work
from bot.services.day.day import day, morning
from bot.services.gaps.neglect import asked_gaps
from bot.services.tasks.reminders import reminded
from bot.telegram.render.renderer import Renderer
from bot.views.day.digest import digest_screen
from bot.views.day.evening import evening_screen
from bot.views.screen import Screen
from bot.views.tasks.reminder import reminder_screen
from bot.views.words import Words


async def digest(work: Work, person: User, payload: JsonDict, words: Words) -> Screen | None:
    """Only on the day it was decided for: a late one would speak of another day."""
    act = Act.by(person, work)
    if payload.get("date") != act.today.isoformat():
        return None
    return digest_screen(words, await morning(act), person.name, await asked_gaps(act))


async def evening(work: Work, person: User, payload: JsonDict, words: Words) -> Screen | None:
    """Only on its own day, and only what is still left."""
    act = Act.by(person, work)
    if payload["date"] != act.today.isoformat():
        return None
    return evening_screen(words, await day(act, 0))


async def reminder(work: Work, person: User, payload: JsonDict, words: Words) -> Screen | None:
    """Only while the task is open, at that very time."""
    due_at = datetime.fromisoformat(payload["due"])
    told = await reminded(work, person, payload["task"], due_at)
    return None if told is None else reminder_screen(words, told)


async def parked(work: Work, person: User, payload: JsonDict, words: Words) -> Screen:
    """An update was put aside after five tries."""
    return Screen(words("parked", error=str(payload["error"])))


RENDERERS: dict[str, Renderer] = {
    "digest": digest,
    "evening": evening,
    "reminder": reminder,
    "parked": parked,
}
