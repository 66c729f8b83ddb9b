"""Every tap has a handler, and every command of the menu as well."""

from collections.abc import Iterator

from aiogram import Router
from aiogram.filters import Command

from bot.handlers.routers import dispatcher
from bot.method.terms import Role
from bot.services.outbox_kinds import KINDS
from bot.telegram.filters import tapped
from bot.telegram.render import kinds
from bot.views.menu import commands_of
from bot.views.taps import all_taps
from bot.views.words import Words

import bot.wiring  # noqa: F401  isort: skip -- registers the renderers


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


def handled_commands() -> set[str]:
    """The names of all commands that some router takes."""
    return {
        str(command)
        for router in ALL
        for handler in router.message.handlers
        for one in handler.filters or ()
        if isinstance(one.callback, Command)
        for command in one.callback.commands
    }


def test_every_command_of_the_menu_has_a_handler() -> None:
    for role in Role:
        names = {name for name, _ in commands_of(role, Words("ru"))}
        assert names <= handled_commands()


def test_every_kind_of_message_can_be_rendered() -> None:
    assert kinds() == KINDS.keys() - {"menu"}
