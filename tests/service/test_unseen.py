"""What is shown for an act outlives the process: it lies with its effect until it was shown."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import EditMessageText, SendMessage, TelegramMethod
from aiogram.methods.base import TelegramType
from sqlalchemy import select, update

from bot.method.core.terms import Outcome
from bot.models.inbox import InboxUpdate
from bot.views.taps.base import pack
from bot.views.taps.nav import OpenTask
from bot.views.taps.tasks import Finish
from tests.builders import Firm
from tests.service.gateway import Gateway, Listener, gateway, tapped, written

QUESTION = "Когда следующий контакт?"
ABANDONED = timedelta(minutes=3)
"""Another instance on PostgreSQL leaves a screen alone for as long as its process may live."""


class Dying(Listener):
    """Nothing that is shown gets an answer."""

    async def make_request(
        self, bot: Bot, method: TelegramMethod[TelegramType], timeout: int | None = None
    ) -> TelegramType:
        if isinstance(method, SendMessage | EditMessageText):
            raise TelegramNetworkError(method, "reset")
        return await super().make_request(bot, method, timeout)


def shown(telegram: Listener) -> list[Any]:
    return [one for one in telegram.heard if isinstance(one, SendMessage | EditMessageText)]


async def kept(firm: Firm) -> int:
    async with firm.database.reading() as session:
        rows = (await session.scalars(select(InboxUpdate).order_by(InboxUpdate.id))).all()
    assert all((row.screen is None) == (row.show_at is None) for row in rows)
    return sum(row.screen is not None for row in rows)


async def goes_on(firm: Firm, desk: Gateway) -> int:
    """What a new process does first; how many screens it takes over."""
    firm.clock.move(ABANDONED)
    screens = desk.workers.screens
    count = await screens.recover()
    screens.run_once()
    begun = [lost.task for lost in screens._lost.values() if lost.task is not None]
    await asyncio.gather(*begun)
    await screens.mark()
    return count


async def dies(firm: Firm, *updates: dict[str, Any], last: int = 0) -> None:
    """A process that deals with these and shows nothing for them."""
    async with gateway(firm, Dying()) as desk:
        desk.last = last
        await desk.stores(*updates)
        assert await desk.deals() == (0, 0)


async def test_a_question_is_asked_by_the_next_process_silently_and_marked(firm: Firm) -> None:
    await firm.person("Анна")
    await dies(firm, written(firm.ids["Анна"], "/new Ромашка"))
    assert await kept(firm) == 1
    telegram = Listener()
    async with gateway(firm, telegram) as desk:
        assert await goes_on(firm, desk) == 1
        (asked,) = shown(telegram)
        assert QUESTION in asked.text and "повтор" in asked.text
        assert asked.disable_notification
        assert asked.reply_markup.inline_keyboard
        assert await kept(firm) == 0
    async with gateway(firm, telegram) as desk:
        assert await goes_on(firm, desk) == 0
    assert len(shown(telegram)) == 1


async def test_the_message_under_the_tap_is_edited_without_a_mark(firm: Firm) -> None:
    anna = await firm.person("Анна")
    await firm.client(anna, "Ромашка", due=firm.in_days(0))
    await dies(firm, tapped(firm.ids["Анна"], pack(Finish(1, Outcome.TALKED))))
    telegram = Listener()
    async with gateway(firm, telegram) as desk:
        assert await goes_on(firm, desk) == 1
    (edited,) = shown(telegram)
    assert isinstance(edited, EditMessageText)
    assert "повтор" not in edited.text


async def test_what_was_shown_is_not_kept_and_what_was_looked_at_never_was(firm: Firm) -> None:
    anna = await firm.person("Анна")
    await firm.client(anna, "Ромашка", due=firm.in_days(0))
    await dies(firm, tapped(firm.ids["Анна"], pack(OpenTask(1))))
    assert await kept(firm) == 0
    async with gateway(firm, Listener()) as desk:
        desk.last = 1
        await desk.stores(written(firm.ids["Анна"], "/new Лютик"))
        await desk.deals()
        assert (await kept(firm), desk.workers.screens.unmarked) == (1, 1)
        await desk.workers.screens.mark()
        assert (await kept(firm), desk.workers.screens.unmarked) == (0, 0)


async def test_only_the_last_of_a_chat_comes_and_none_after_a_later_one(firm: Firm) -> None:
    await firm.person("Анна")
    anna = firm.ids["Анна"]
    await dies(firm, written(anna, "/new Ромашка"), written(anna, "/new Лютик"))
    telegram = Listener()
    async with gateway(firm, telegram) as desk:
        assert await goes_on(firm, desk) == 1
    (asked,) = shown(telegram)
    assert "Лютик" in asked.text
    await dies(firm, written(anna, "/new Пион"), last=2)
    telegram = Listener()
    async with gateway(firm, telegram) as desk:
        desk.last = 3
        await desk.stores(written(anna, "/today"))
        await desk.deals()
        assert await goes_on(firm, desk) == 0
    assert ["Пион" in one.text for one in shown(telegram)] == [False]
    assert await kept(firm) == 0


async def test_a_process_that_still_shows_it_is_left_alone(firm: Firm) -> None:
    """On PostgreSQL another one may live; on SQLite there is none."""
    await firm.person("Анна")
    async with gateway(firm, Dying()) as first, gateway(firm, Listener()) as second:
        await first.stores(written(firm.ids["Анна"], "/new Ромашка"))
        await first.deals()
        firm.clock.move(timedelta(minutes=1))
        found = await second.workers.screens.recover()
    assert found == (1 if firm.database.is_sqlite else 0)


@pytest.mark.parametrize("screen", [{}, {"text": "?", "rows": [[["?", "??", None, None, None]]]}])
async def test_one_of_another_version_is_put_away(firm: Firm, screen: dict[str, Any]) -> None:
    await firm.person("Анна")
    await dies(firm, written(firm.ids["Анна"], "/new Ромашка"))
    async with firm.work() as work:
        await work.session.execute(update(InboxUpdate).values(screen=screen))
    async with gateway(firm, Listener()) as desk:
        assert await goes_on(firm, desk) == 0
    assert await kept(firm) == 0
