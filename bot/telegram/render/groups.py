"""The evening's totals to the chats of departments, and what admins hear of these (R12)."""

import re

from bot.method.core.refusals import NotFound
from bot.services.core.messages import End, Ending
from bot.services.core.work import Act, Work
from bot.services.report import groups
from bot.services.report.messages import GroupEndedMessage, GroupLinkedMessage, TotalsMessage
from bot.telegram.render.renderer import Renderer, Table
from bot.views.report.groups import ended_screen, group_screen, totals_screen
from bot.views.screen import Screen
from bot.views.words import Words

_BECAME = re.compile(r"supergroup with id (-\d+)")
"""How a refusal says what has become of a group."""


async def totals(act: Act, about: TotalsMessage, words: Words) -> Screen | None:
    """To the chat of a department, whoever keeps it."""
    found = await groups.totals(act, about)
    return None if found is None else totals_screen(words, found)


async def totals_ended(work: Work, about: TotalsMessage, end: End) -> None:
    """A chat that has become another one gets them again, one that takes nothing has ended."""
    if end.ending is not Ending.REFUSED:
        return
    became = _BECAME.search(end.row.error or "")
    if became is not None:
        await groups.post_again(work, about.chat, int(became[1]))
    else:
        await groups.lost(work, about.chat)


async def linked(act: Act, about: GroupLinkedMessage, words: Words) -> Screen | None:
    """Whose totals does the chat get?"""
    try:
        line = await groups.group(act, about.group)
    except NotFound:
        return None
    return group_screen(words, line, await groups.team_choices(act))


async def ended(act: Act, about: GroupEndedMessage, words: Words) -> Screen | None:
    """A chat gets no totals any more."""
    title = await groups.ended_title(act, about)
    return None if title is None else ended_screen(words, title)


RENDERERS: Table = (
    Renderer(TotalsMessage, totals, totals_ended),
    Renderer(GroupLinkedMessage, linked),
    Renderer(GroupEndedMessage, ended),
)
