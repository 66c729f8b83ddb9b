"""Every tap has a handler, and every command of the menu as well."""

from collections.abc import Iterator
from typing import cast

import pytest
from aiogram import Bot, Router
from aiogram.filters import Command

from bot.handlers.routers import dispatcher
from bot.method.core.terms import Role
from bot.telegram.filters import tapped
from bot.telegram.render.rendering import RENDERERS, joined
from bot.views.core.menu import commands_of
from bot.views.taps.base import all_taps
from bot.views.words import Words


def routers(root: Router) -> Iterator[Router]:
    for router in root.sub_routers:
        yield router
        yield from routers(router)


ALL = list(routers(dispatcher()))


def test_every_tap_has_a_handler() -> None:
    handled = {
        one.callback.cls
        for router in ALL
        for handler in router.callback_query.handlers
        for one in handler.filters or ()
        if isinstance(one.callback, tapped)
    }
    of_the_bot = {one for one in all_taps().values() if one.__module__.startswith("bot.")}
    assert of_the_bot - handled == set()


def command_filters() -> list[Command]:
    """The filters of all commands that some router takes."""
    return [
        one.callback
        for router in ALL
        for handler in router.message.handlers
        for one in handler.filters or ()
        if isinstance(one.callback, Command)
    ]


def handled_commands() -> set[str]:
    """The names of those commands."""
    return {str(command) for one in command_filters() for command in one.commands}


def test_every_command_of_the_menu_has_a_handler() -> None:
    for role in Role:
        names = {name for name, _ in commands_of(role, Words("ru"))}
        assert names <= handled_commands()


async def test_a_command_is_taken_in_any_case() -> None:
    (today,) = [one for one in command_filters() if one.commands == ("today",)]
    for typed in ("/today", "/Today", "/TODAY"):
        assert (await today.parse_command(typed, cast(Bot, None))).mention is None
    assert [one.commands for one in command_filters() if not one.ignore_case] == []


def test_no_kind_of_message_has_two_renderers() -> None:
    table = (RENDERERS["digest"],)
    with pytest.raises(ValueError, match="digest"):
        joined((table, table))
