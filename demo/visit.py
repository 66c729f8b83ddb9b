"""Taking part: the company at work, a page to look at it and a console beside it."""

import asyncio

from demo.company import open_for_business
from demo.stage import Stage
from demo.tour import tour
from sandbox import Sandbox
from sandbox.chat import ChatSite
from sandbox.console import HELP, Console, typed_lines

_CLIENTS_FROM = 2000
"""Ids from here on are those of clients."""


async def stay(stage: Stage) -> None:
    """Until «выход» is typed, or the process is told to end: the page needs no console."""
    company = await open_for_business(stage)
    site = ChatSite(stage.box, outside(stage.box), tour(stage.box, company))
    address = await site.start()
    try:
        print(f"\n{HELP}\n\nОткройте в браузере: {address}\n", flush=True)
        if not await Console(stage.box).run(typed_lines("> ")):
            print("Консоль закрыта, страница открыта. Завершить: Ctrl+C", flush=True)
            await asyncio.Event().wait()
    finally:
        await site.stop()


def outside(box: Sandbox) -> list[int]:
    """Ids of those who are clients, not colleagues."""
    return [person.id for person in box.people if person.id > _CLIENTS_FROM]
