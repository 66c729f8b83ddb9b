"""What people are told of vacations, and of colleagues whom no message reaches."""

from bot.services.core.going_up import go_up
from bot.services.core.work import Act
from bot.services.day.substitutes_day import vacation_notice
from bot.services.people import notices, parting, people, presence, roles
from bot.services.people.ahead import ahead_notice
from bot.services.people.messages import (
    AloneMessage,
    BlockedMessage,
    JoinedMessage,
    PartedMessage,
    PlaceMessage,
    SilentMessage,
    UnledMessage,
    VacationAheadMessage,
    VacationMessage,
)
from bot.telegram.render.renderer import Renderer, Table
from bot.views.core.notices import blocked_screen
from bot.views.people.parting import parted_screen
from bot.views.people.roles import joined_screen, place_screen, silent_screen, unled_screen
from bot.views.people.vacation import ahead_screen, alone_screen, notice_screen
from bot.views.screen import Screen
from bot.views.words import Words


async def vacation(act: Act, about: VacationMessage, words: Words) -> Screen | None:
    """It has begun, or it is over."""
    notice = await vacation_notice(act, act.actor, about.person, about.code)
    return None if notice is None else notice_screen(words, notice)


async def alone(act: Act, about: AloneMessage, words: Words) -> Screen | None:
    """Nobody stands in for somebody."""
    card = await notices.alone(act, about)
    return None if card is None else alone_screen(words, about.code, card)


async def blocked(act: Act, about: BlockedMessage, words: Words) -> Screen:
    """A colleague is not reached any more."""
    return blocked_screen(words, await notices.blocked_name(act, about))


async def ahead(act: Act, about: VacationAheadMessage, words: Words) -> Screen | None:
    """A vacation to come, for who stands in and for the heads."""
    notice = await ahead_notice(act, about)
    return None if notice is None else ahead_screen(words, notice)


async def place(act: Act, about: PlaceMessage, words: Words) -> Screen:
    """Another role or team, or other people to lead."""
    return place_screen(words, await roles.place_notice(act, about))


async def unled(act: Act, about: UnledMessage, words: Words) -> Screen | None:
    """Managers without a head; nothing once all have one again."""
    people_left = await roles.still_unled(act, about)
    return unled_screen(words, people_left) if people_left else None


async def parted(act: Act, about: PartedMessage, words: Words) -> Screen:
    """Somebody's access is closed, or all clients are somebody else's."""
    return parted_screen(words, await parting.parted(act, about))


async def silent(act: Act, about: SilentMessage, words: Words) -> Screen | None:
    """A colleague has not touched the bot for days; nothing once he has."""
    name = await presence.still_silent(act, about)
    return (
        None if name is None else silent_screen(words, name, about.person, about.since, act.today)
    )


async def joined(act: Act, about: JoinedMessage, words: Words) -> Screen:
    """Somebody has followed the reader's invite."""
    return joined_screen(words, await people.joined(act, about))


RENDERERS: Table = (
    Renderer(VacationMessage, vacation),
    Renderer(AloneMessage, alone, go_up),
    Renderer(BlockedMessage, blocked, go_up),
    Renderer(VacationAheadMessage, ahead),
    Renderer(PlaceMessage, place),
    Renderer(UnledMessage, unled),
    Renderer(PartedMessage, parted, go_up),
    Renderer(SilentMessage, silent, go_up),
    Renderer(JoinedMessage, joined),
)
