"""The morning digest, the morning of an absent colleague, the evening check, notices to admins."""

from bot.services.core.own_messages import ParkedMessage, TablesRefusedMessage
from bot.services.core.work import Act
from bot.services.course.course import course_left
from bot.services.day.day import day, morning
from bot.services.day.messages import DigestMessage, EveningMessage, SubstitutesDayMessage
from bot.services.day.missed import morning_ended
from bot.services.day.rounds import worked_today
from bot.services.day.substitutes_day import stand_in_morning
from bot.services.gaps.neglect import asked_gaps
from bot.services.gaps.reprieve_endings import to_decide
from bot.telegram.render.renderer import Renderer, Table
from bot.views.day.digest import digest_screen
from bot.views.day.evening import evening_screen
from bot.views.people.vacation import stand_in_screen
from bot.views.screen import Screen
from bot.views.words import Words


async def digest(act: Act, about: DigestMessage, words: Words) -> Screen | None:
    """Only on the day it was decided for: a late one would speak of another day."""
    if about.on != act.today:
        return None
    gaps = await asked_gaps(act, about.gaps)
    learning = await course_left(act)
    waits = await to_decide(act)
    return digest_screen(words, await morning(act), act.actor.name, gaps, learning, waits)


async def substitutes_day(act: Act, about: SubstitutesDayMessage, words: Words) -> Screen | None:
    """Like the digest only on its day, and only while the vacation lasts."""
    if about.on != act.today:
        return None
    shown = await stand_in_morning(act, about.absent, about.gaps)
    return None if shown is None else stand_in_screen(words, shown)


async def evening(act: Act, about: EveningMessage, words: Words) -> Screen | None:
    """Only on its own day, and only what is still left, with what was done."""
    if about.on != act.today:
        return None
    return evening_screen(words, await day(act, 0), await worked_today(act))


async def parked(act: Act, about: ParkedMessage, words: Words) -> Screen:
    """An update was put aside after five tries."""
    return Screen(words("parked", error=about.error))


async def no_tables(act: Act, about: TablesRefusedMessage, words: Words) -> Screen:
    """The Bot API server is too old for tables."""
    return Screen(words("tables-refused"))


RENDERERS: Table = (
    Renderer(DigestMessage, digest, morning_ended),
    Renderer(SubstitutesDayMessage, substitutes_day, morning_ended),
    Renderer(EveningMessage, evening),
    Renderer(ParkedMessage, parked),
    Renderer(TablesRefusedMessage, no_tables),
)
