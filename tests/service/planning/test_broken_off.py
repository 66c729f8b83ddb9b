"""A plan for a whole base is looked up beside everybody else, and goes on after the end of the
process in the middle of it; so does taking it back."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from aiogram.methods import EditMessageText
from aiogram.types import InlineKeyboardMarkup

from bot.handlers.core import undo as undo_handler
from bot.models.walk import count_uncovered
from bot.services.planning import spreading
from bot.views.taps.base import Tap, pack, unpack
from bot.views.taps.planning.walk import PreviewSpread, SpreadNow
from bot.views.taps.undo import Undo
from tests.builders import Firm
from tests.service.gateway import Listener, gateway, tapped

COUNT = 3 * spreading.PORTION + 5
Part = Callable[..., Awaitable[Any]]


async def dealt_with(firm: Firm, telegram: Listener, tap: Tap, number: int) -> tuple[int, int]:
    """One life of the process, in which this tap comes as the update of that number."""
    async with gateway(firm, telegram) as door:
        door.last = number - 1
        await door.stores(tapped(101, pack(tap)))
        return await door.deals()


async def left(firm: Firm, anna: int) -> int:
    async with firm.database.reading() as session:
        return await count_uncovered(session, anna)


def shown(telegram: Listener) -> EditMessageText:
    return [call for call in telegram.heard if isinstance(call, EditMessageText)][-1]


def offered(telegram: Listener, wanted: type[Tap]) -> Tap:
    """The button of that kind on the last screen."""
    markup = shown(telegram).reply_markup
    assert isinstance(markup, InlineKeyboardMarkup)
    buttons = [button for row in markup.inline_keyboard for button in row]
    taps = [unpack(button.callback_data) for button in buttons if button.callback_data]
    return next(tap for tap in taps if isinstance(tap, wanted))


def ends_at(number: int, part: Part) -> Part:
    """The process ends in the middle of that part."""
    calls = 0

    async def ended(*args: Any) -> Any:
        nonlocal calls
        calls += 1
        result = await part(*args)
        if calls == number:
            raise asyncio.CancelledError
        return result

    return ended


async def previewed(firm: Firm, telegram: Listener) -> Tap:
    await dealt_with(firm, telegram, PreviewSpread(), 1)
    return offered(telegram, SpreadNow)


async def test_a_plan_goes_on_after_a_restart_and_is_taken_back_as_a_whole(
    firm: Firm, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna, telegram = await firm.person("Анна"), Listener()
    await firm.clients(anna, COUNT)
    go = await previewed(firm, telegram)
    with monkeypatch.context() as patched:
        patched.setattr(spreading, "carry_out", ends_at(3, spreading.carry_out))
        assert await dealt_with(firm, telegram, go, 2) == (1, 0)
    assert await left(firm, anna) == COUNT - 2 * spreading.PORTION

    async with gateway(firm, telegram) as door:
        assert await door.deals() == (0, 0)
    assert await left(firm, anna) == 0
    assert f"Разложено: {COUNT}." in shown(telegram).text

    back = offered(telegram, Undo)
    with monkeypatch.context() as patched:
        patched.setattr(undo_handler, "take_back_more", ends_at(2, undo_handler.take_back_more))
        assert await dealt_with(firm, telegram, back, 3) == (1, 0)
    assert 0 < await left(firm, anna) < COUNT
    async with gateway(firm, telegram) as door:
        assert await door.deals() == (0, 0)
    assert await left(firm, anna) == COUNT
    assert "Отменено" in shown(telegram).text
    offered(telegram, SpreadNow)


async def test_a_second_tap_says_what_the_first_has_planned(firm: Firm) -> None:
    anna, telegram = await firm.person("Анна"), Listener()
    await firm.clients(anna, COUNT)
    go = await previewed(firm, telegram)
    await dealt_with(firm, telegram, go, 2)
    await dealt_with(firm, telegram, go, 3)
    assert f"Уже разложено: {COUNT}." in shown(telegram).text
    await dealt_with(firm, telegram, offered(telegram, Undo), 4)
    assert await left(firm, anna) == COUNT


async def test_others_write_while_the_plan_is_looked_up(
    firm: Firm, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Looking while the writer was held, this would wait for ever."""
    anna, telegram = await firm.person("Анна"), Listener()
    await firm.clients(anna, 3)
    go = await previewed(firm, telegram)
    planned = spreading.planned

    async def beside(act: Any) -> Any:
        made = await planned(act)
        await asyncio.wait_for(firm.client(anna, "Новый", due=firm.in_days(2)), 60)
        return made

    monkeypatch.setattr(spreading, "planned", beside)
    await dealt_with(firm, telegram, go, 2)
    assert await left(firm, anna) == 0 and "Разложено: 3." in shown(telegram).text
