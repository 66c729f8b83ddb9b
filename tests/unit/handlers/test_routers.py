"""Every tap has a handler, and every command of the menu as well."""

from typing import cast

import pytest
from aiogram import Bot
from aiogram.dispatcher.event.handler import HandlerObject

from bot.handlers.by_tap import ByTap
from bot.handlers.routers import dispatcher
from bot.method.core.terms import Role
from bot.telegram.filters import tapped
from bot.telegram.render.rendering import RENDERERS, joined
from bot.views.core.menu import commands_of
from bot.views.taps.base import Tap, all_taps
from bot.views.words import Words
from tests.handled import command_filters, handled_commands, routers

ALL = routers()


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


def test_a_tap_is_for_one_handler_that_is_found_by_its_class() -> None:
    """Or it would be found by the order of the routers, and by its class another one."""
    found = ByTap(dispatcher()).handlers
    asked = [handler for router in ALL for handler in router.callback_query.handlers]
    assert [found.get(cls) for handler in asked for cls in _classes(handler)] == [
        handler for handler in asked if _classes(handler)
    ]
    others = [handler.callback.__name__ for handler in asked if not _classes(handler)]
    assert others == ["unasked", "refuse_tap"]


def _classes(handler: HandlerObject) -> list[type[Tap]]:
    called = [each.callback for each in handler.filters or ()]
    return [each.cls for each in called if isinstance(each, tapped)]


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
