"""What counts as an answer to a form: one's own text, and a voice where the form takes one."""

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any, cast

import pytest
from aiogram.types import Chat, Message, MessageOriginHiddenUser, Voice

from bot.services.core.work import Act
from bot.telegram.context import Context
from bot.telegram.filters import answers
from bot.views.taps.tasks import AskComment, AskNote
from bot.views.words import Words

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
VOICE = Voice(file_id="FILE-7", file_unique_id="u7", duration=12)
FORWARD = MessageOriginHiddenUser(date=NOW, sender_user_name="Кто-то")


def message(**values: Any) -> Message:
    return Message(message_id=1, date=NOW, chat=Chat(id=1, type="private"), **values)


def asked(form: dict[str, Any] | None) -> Context:
    act = SimpleNamespace(actor=SimpleNamespace(form=form))
    return Context(cast(Act, act), Words("ru"), "moidela_bot")


COMMENT = asked({"name": "comment", "task": 12})
BY_TAP = asked(None)
BY_TAP.ask(AskComment(12))


@pytest.mark.parametrize(
    ("said", "text_form", "voice_form"),
    [
        (message(text="Просит счёт"), True, True),
        (message(voice=VOICE), False, True),
        (message(voice=VOICE, forward_origin=FORWARD), False, False),
        (message(text="Просит счёт", forward_origin=FORWARD), False, False),
        (message(text="/cancel"), False, False),
        (message(caption="без голоса"), False, False),
    ],
)
async def test_who_is_answered(said: Message, text_form: bool, voice_form: bool) -> None:
    for form, expected in (
        (answers("comment"), text_form),
        (answers("comment", voice=True), voice_form),
    ):
        taken = await form(said, COMMENT)
        assert taken == ({"form": COMMENT.act.actor.form} if expected else False)


async def test_only_the_form_that_was_asked_for() -> None:
    for ctx in (asked(None), asked({"name": "new"}), BY_TAP, None):
        assert not await answers("comment", voice=True)(message(voice=VOICE), ctx)


async def test_the_tap_that_asked_comes_with_the_answer() -> None:
    said = message(text="Просит счёт")
    assert await answers(AskComment)(said, BY_TAP) == {"asked": AskComment(12)}
    assert not await answers(AskNote)(said, BY_TAP)
    assert not await answers(AskComment)(said, COMMENT)


async def test_a_tap_of_another_version_asks_nothing() -> None:
    gone = asked({"name": "tap", "tap": "never:12"})
    assert not await answers(AskComment)(message(text="Просит счёт"), gone)
