"""The morning's report to heads and admins (R12)."""

from bot.services.core.work import Act
from bot.services.report.messages import ReportMessage
from bot.services.report.reading import morning_report
from bot.telegram.render.renderer import Renderer, Table
from bot.views.report.morning import morning_screen
from bot.views.screen import Screen
from bot.views.words import Words


async def report(act: Act, about: ReportMessage, words: Words) -> Screen | None:
    """Only on the day it was decided for, to who still leads, and where there is anything."""
    if about.on != act.today:
        return None
    found = await morning_report(act, about.period)
    return None if found is None else morning_screen(words, found)


RENDERERS: Table = (Renderer(ReportMessage, report),)
