"""What the routers take, as they themselves say."""

from collections.abc import Iterator

from aiogram import Router
from aiogram.filters import Command

from bot.handlers.routers import dispatcher


def routers() -> list[Router]:
    """All of them, to the bottom."""

    def below(root: Router) -> Iterator[Router]:
        for router in root.sub_routers:
            yield router
            yield from below(router)

    return list(below(dispatcher()))


def command_filters() -> list[Command]:
    """The filters of all commands that some router takes."""
    return [
        one.callback
        for router in routers()
        for handler in router.message.handlers
        for one in handler.filters or ()
        if isinstance(one.callback, Command)
    ]


def handled_commands() -> set[str]:
    """The names of those commands."""
    return {str(command) for one in command_filters() for command in one.commands}
