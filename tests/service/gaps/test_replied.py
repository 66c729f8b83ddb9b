"""Telegram's reply to a head's question is the answer to it, whatever else is asked (R5)."""

from dataclasses import replace

from aiogram.methods import SendMessage

from bot.services.gaps.questions import ask_owner
from bot.telegram.keyboard import plain_keys
from bot.views.screen import Screen
from bot.views.taps.base import pack
from bot.views.taps.tasks import AskNote
from tests.builders import Firm
from tests.service import seen
from tests.service.chats import sent, text
from tests.service.gaps.test_questions import team
from tests.service.gateway import Json, Listener, gateway, sender, tapped, written

BOT = {"id": 1, "is_bot": True, "first_name": "Бот"}


def replied(chat: int, screen: Screen, said: str, number: int = 7, by: Json = BOT) -> Json:
    """Written as an answer to the message with this screen."""
    update = written(chat, said)
    place = {"message_id": number, "date": 0, "chat": update["message"]["chat"], "from": by}
    answered = place | {"text": screen.text, "reply_markup": plain_keys(screen)}
    return {"message": update["message"] | {"message_id": 9, "reply_to_message": answered}}


def written_by(telegram: Listener) -> list[str]:
    return [call.text for call in telegram.heard if isinstance(call, SendMessage)]


async def test_it_is_the_answer_also_while_something_else_is_asked(firm: Firm) -> None:
    igor, _, client = await team(firm)
    async with firm.act(igor) as act:
        await ask_owner(act, client, "Что решили?")
    question = await sent(firm, "owner_asked")
    assert question is not None
    telegram = Listener()
    number = firm.ids["Анна Петрова"]
    async with gateway(firm, telegram) as door:
        await door.stores(tapped(number, pack(AskNote(client))))
        await door.stores(replied(number, question, "Ждут до пятницы"))
        assert await door.deals() == (0, 0)
    assert "Ответ отправлен: Игорь Ропов" in written_by(telegram)[-1]
    assert not any("📝 Записано" in text for text in written_by(telegram))
    (told,) = await seen.messages(firm, "owner_answered")
    assert told.user_id == igor
    assert "Ждут до пятницы" in text(await sent(firm, "owner_answered"))


async def test_a_reply_to_anything_else_is_for_the_open_form(firm: Firm) -> None:
    """To what somebody else has written, to the form's own message, and where it is not plain to
    which of several questions."""
    igor, anna, client = await team(firm)
    other = await firm.client(anna, "Лютик")
    async with firm.act(igor) as act:
        await ask_owner(act, client, "Что решили?")
        await ask_owner(act, other, "А здесь?")
    question, second = await sent(firm, "owner_asked", 0), await sent(firm, "owner_asked", 1)
    assert question is not None and second is not None
    number = firm.ids["Анна Петрова"]
    both = replace(question, rows=(*question.rows, *second.rows))
    for said, reply in {
        "Чужое": replied(number, question, "Чужое", by=sender(number)),
        "Форма": replied(number, question, "Форма", number=1),
        "Оба": replied(number, both, "Оба"),
    }.items():
        telegram = Listener()
        async with gateway(firm, telegram) as door:
            door.last = firm.ids.setdefault("update", 0)
            await door.stores(tapped(number, pack(AskNote(client))), reply)
            assert await door.deals() == (0, 0)
            firm.ids["update"] = door.last
        (noted,) = [text for text in written_by(telegram) if "📝 Записано" in text]
        assert said in noted
    assert await seen.messages(firm, "owner_answered") == []
