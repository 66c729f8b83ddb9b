"""A question that is to be answered by typing goes once it is answered."""

from typing import Any

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import (
    DeleteMessage,
    EditMessageReplyMarkup,
    EditMessageText,
    SendMessage,
    TelegramMethod,
)
from aiogram.methods.base import TelegramType
from aiogram.types import InlineKeyboardMarkup

from bot.method.core.terms import Outcome
from bot.models import User
from bot.views.taps.base import Tap, pack
from bot.views.taps.clients import AskFind
from bot.views.taps.nav import OpenTask
from bot.views.taps.tasks import AskComment, Finish, PlanOn
from tests.builders import Firm
from tests.service import seen
from tests.service.core.test_cancel import open_forms
from tests.service.gateway import Gateway, Listener, gateway, tapped, written
from tests.service.test_unseen import dies, goes_on

TAPPED = 1
"""The message under every button that is tapped."""
FIRST = 101
"""The first message that is sent."""
UNDO = "↩️ Отменить"


class Old(Listener):
    """What was sent is too old to be deleted."""

    async def make_request(
        self, bot: Bot, method: TelegramMethod[TelegramType], timeout: int | None = None
    ) -> TelegramType:
        if isinstance(method, DeleteMessage):
            raise TelegramBadRequest(method, "message can't be deleted for everyone")
        return await super().make_request(bot, method, timeout)


class Chat:
    """Anna's chat with the bot: what she does, and which messages went for it."""

    def __init__(self, firm: Firm, desk: Gateway, telegram: Listener) -> None:
        self._firm, self._desk, self._telegram = firm, desk, telegram

    async def says(self, text: str) -> list[int]:
        return await self._gone(written(self._firm.ids["Анна"], text))

    async def taps(self, tap: Tap) -> list[int]:
        return await self._gone(tapped(self._firm.ids["Анна"], pack(tap)))

    async def _gone(self, update: dict[str, Any]) -> list[int]:
        self._telegram.heard.clear()
        await self._desk.stores(update)
        assert await self._desk.deals() == (0, 0)
        heard = self._telegram.heard
        gone = [call.message_id for call in heard if isinstance(call, DeleteMessage)]
        if gone:
            # Nothing goes before what stands for it is there.
            assert isinstance(heard[0], SendMessage)
        return gone


async def anna_calls(firm: Firm) -> int:
    """Anna, with a task for today; which."""
    client = await firm.client(await firm.person("Анна"), "Ромашка", due=firm.in_days(0))
    return (await seen.tasks(firm, client))[0].id


async def test_what_was_asked_in_a_message_of_its_own(firm: Firm) -> None:
    await anna_calls(firm)
    telegram = Listener()
    async with gateway(firm, telegram) as desk:
        anna = Chat(firm, desk, telegram)
        assert await anna.says("/find") == []
        assert await anna.says("Ромашка") == [FIRST]
        assert await anna.taps(AskFind()) == []
        assert await anna.says("Ромашка") == [FIRST + 2]


async def test_what_was_asked_under_a_button_and_asked_again(firm: Firm) -> None:
    task = await anna_calls(firm)
    telegram = Listener()
    async with gateway(firm, telegram) as desk:
        anna = Chat(firm, desk, telegram)
        await anna.taps(AskComment(task))
        assert await anna.says("Просил скидку") == [TAPPED]
        await anna.taps(Finish(task, Outcome.TALKED))
        # What is no date leaves the question and its dates.
        assert await anna.says("ждёт решения") == []
        assert await anna.says("завтра в 10") == [TAPPED, FIRST + 1]
        assert await anna.says("/today") == []


async def test_cancelled_it_goes_and_left_it_stays(firm: Firm) -> None:
    await anna_calls(firm)
    telegram = Listener()
    async with gateway(firm, telegram) as desk:
        anna = Chat(firm, desk, telegram)
        await anna.says("/find")
        assert await anna.says("/cancel") == [FIRST]
        await anna.says("/find")
        assert await anna.says("/today") == []
        assert await anna.says("/cancel") == []


async def test_a_date_that_was_tapped_is_no_question_any_more(firm: Firm) -> None:
    task = await anna_calls(firm)
    client = (await seen.client(firm, 1)).id
    telegram = Listener()
    async with gateway(firm, telegram) as desk:
        anna = Chat(firm, desk, telegram)
        await anna.taps(Finish(task, Outcome.TALKED))
        firm.moved(seconds=5)
        await anna.taps(PlanOn(client, None, firm.in_days(1)))
        assert await anna.says("Ромашка завтра в 15 обсудить договор") == []


async def test_every_question_goes_with_cancel(firm: Firm) -> None:
    anna, telegram = await firm.person("Анна"), Listener()
    await firm.client(anna, due=firm.in_days(0))
    async with gateway(firm, telegram) as desk:
        for number, form in enumerate(open_forms(), 1):
            async with firm.work() as work:
                person = await work.session.get_one(User, anna)
                person.form = form | {"prompts": [number, 900]}
            assert await Chat(firm, desk, telegram).says("/cancel") == [number, 900], form


async def test_one_that_is_too_old_to_go_loses_its_buttons(firm: Firm) -> None:
    task = await anna_calls(firm)
    telegram = Old()
    async with gateway(firm, telegram) as desk:
        anna = Chat(firm, desk, telegram)
        await anna.taps(AskComment(task))
        assert await anna.says("Просил скидку") == []
    (bare,) = [call for call in telegram.heard if isinstance(call, EditMessageReplyMarkup)]
    assert (bare.message_id, bare.reply_markup) == (TAPPED, None)


async def test_after_a_crash_it_goes_with_the_answer(firm: Firm) -> None:
    task = await anna_calls(firm)
    await dies(
        firm,
        tapped(firm.ids["Анна"], pack(Finish(task, Outcome.TALKED))),
        written(firm.ids["Анна"], "завтра в 10"),
    )
    telegram = Listener()
    async with gateway(firm, telegram) as desk:
        assert await goes_on(firm, desk) == 1
    assert [call.message_id for call in telegram.heard if isinstance(call, DeleteMessage)] == [1]


async def test_a_way_back_that_is_over_goes_with_the_next_screen(firm: Firm) -> None:
    task = await anna_calls(firm)
    telegram = Listener()
    async with gateway(firm, telegram) as desk:
        anna = Chat(firm, desk, telegram)
        await anna.taps(Finish(task, Outcome.TALKED))
        assert UNDO in labels(telegram)
        firm.moved(minutes=2)
        await anna.taps(OpenTask(task))
        assert UNDO not in labels(telegram)


async def test_a_way_back_that_is_over_is_not_shown_after_a_crash(firm: Firm) -> None:
    task = await anna_calls(firm)
    await dies(firm, tapped(firm.ids["Анна"], pack(Finish(task, Outcome.TALKED))))
    telegram = Listener()
    async with gateway(firm, telegram) as desk:
        await goes_on(firm, desk)
    assert labels(telegram)
    assert UNDO not in labels(telegram)


def labels(telegram: Listener) -> list[str]:
    """The buttons of the last screen."""
    shown = [call for call in telegram.heard if isinstance(call, SendMessage | EditMessageText)]
    markup = shown[-1].reply_markup
    assert isinstance(markup, InlineKeyboardMarkup)
    return [key.text for row in markup.inline_keyboard for key in row]
