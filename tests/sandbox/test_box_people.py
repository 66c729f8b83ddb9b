"""People act, an aiogram bot answers: what they see, and what a transcript says of it."""

import asyncio
import contextlib
from datetime import timedelta

import pytest
import pytest_asyncio
from aiogram import Bot, Dispatcher, F
from aiogram.client.default import DefaultBotProperties
from aiogram.filters import Command
from aiogram.types import (
    BotCommand,
    BotCommandScopeChat,
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQuery,
    InlineQueryResultArticle,
    InputTextMessageContent,
    KeyboardButton,
    Message,
    ReplyKeyboardMarkup,
)

from sandbox import render_all

pytestmark = pytest.mark.asyncio


def keys(*labels: str) -> InlineKeyboardMarkup:
    row = [InlineKeyboardButton(text=label, callback_data=f"d:{label}") for label in labels]
    return InlineKeyboardMarkup(inline_keyboard=[row])


def small_bot() -> Dispatcher:
    dispatcher = Dispatcher()

    @dispatcher.message(Command("start"))
    async def start(message: Message, bot: Bot) -> None:
        menu = [[KeyboardButton(text="📋 Мои дела"), KeyboardButton(text="☰ Ещё")]]
        await message.answer("Здравствуйте", reply_markup=ReplyKeyboardMarkup(keyboard=menu))
        command = BotCommand(command="today", description="Мои дела")
        await bot.set_my_commands([command], scope=BotCommandScopeChat(chat_id=message.chat.id))

    @dispatcher.message(F.text == "📋 Мои дела")
    async def today(message: Message) -> None:
        await message.answer(
            "<b>Дела &amp; люди</b>", reply_markup=keys("✅ Поговорили", "✅ Поговорили позже")
        )

    @dispatcher.message(F.document)
    async def file(message: Message, bot: Bot) -> None:
        content = await bot.download(message.document)
        await message.answer_document(
            BufferedInputFile(content.read().upper(), "назад.txt"), caption="готово"
        )

    @dispatcher.message(F.text == "тихо")
    async def silent(message: Message) -> None:
        pass

    @dispatcher.callback_query(F.data == "d:✅ Поговорили")
    async def done(query: CallbackQuery) -> None:
        await query.message.edit_text("Записано", reply_markup=keys("↩️ Отменить"))
        await query.answer("Готово")

    @dispatcher.callback_query()
    async def other(query: CallbackQuery) -> None:
        await query.answer(f"Старая кнопка {query.data}", show_alert=True)
        await query.answer("второй ответ ничего не меняет")

    @dispatcher.inline_query()
    async def inline(query: InlineQuery) -> None:
        content = InputTextMessageContent(message_text="x")
        article = InlineQueryResultArticle(id="1", title="x", input_message_content=content)
        await query.answer([article])

    return dispatcher


@pytest_asyncio.fixture
async def running(bot):
    bot.default = DefaultBotProperties(parse_mode="HTML")
    dispatcher = small_bot()
    polling = asyncio.ensure_future(
        dispatcher.start_polling(bot, handle_signals=False, close_bot_session=False)
    )
    yield dispatcher
    with contextlib.suppress(RuntimeError):
        await dispatcher.stop_polling()
    await polling


async def test_a_conversation(box, running):
    anna = box.person("Анна", user_id=101)
    await anna.writes("/start")
    await box.wait(lambda: anna.commands == ["today"])
    assert anna.keyboard == [["📋 Мои дела", "☰ Ещё"]]

    await anna.presses("📋")
    assert (anna.screen.text, anna.screen.html) == ("Дела & люди", "<b>Дела &amp; люди</b>")
    assert anna.screen.buttons == [["✅ Поговорили", "✅ Поговорили позже"]]

    assert await anna.taps("✅ Поговорили") == "Готово" == anna.toast
    assert anna.screen.text == "Записано" and len(anna.messages) == 2
    anna.does_not_see("Дела & люди")
    assert (await anna.sees("Записано")).id == anna.screen.id

    box.clock.move(timedelta(minutes=1))
    assert await anna.taps("Отмен") == "Старая кнопка d:↩️ Отменить" == anna.alert
    assert anna.toast == ""
    await anna.taps_data("forged:data")
    assert anna.alert == "Старая кнопка forged:data"
    await box.wait(lambda: box.calls["answerCallbackQuery"] == 5)
    assert anna.alert == "Старая кнопка forged:data"

    assert render_all(box.transcript) == (
        "09:00 Анна → /start\n"
        "09:00 Анна ← бот\n"
        "      Здравствуйте\n"
        "09:00 Анна → 📋 Мои дела\n"
        "09:00 Анна ← бот\n"
        "      Дела & люди\n"
        "      [✅ Поговорили] [✅ Поговорили позже]\n"
        "09:00 Анна → тап [✅ Поговорили]\n"
        "09:00 Анна ← бот изменил\n"
        "      Записано\n"
        "      [↩️ Отменить]\n"
        "09:00 Анна ← всплывающее: Готово\n"
        "──── пн 23.11.2026 09:01 ────\n"
        "09:01 Анна → тап [↩️ Отменить]\n"
        "09:01 Анна ← окно: Старая кнопка d:↩️ Отменить\n"
        "09:01 Анна → тап [forged:data]\n"
        "09:01 Анна ← окно: Старая кнопка forged:data"
    )


async def test_files_go_there_and_back(box, running):
    anna = box.person("Анна", user_id=101)
    await anna.sends_file("туда.txt", b"abc" * 70_000)
    assert (anna.screen.file_name, anna.screen.text) == ("назад.txt", "готово")
    assert anna.screen.content == b"ABC" * 70_000
    assert box.calls["download"] == 1
    assert render_all(box.transcript) == (
        "09:00 Анна → 📎 туда.txt\n09:00 Анна ← бот\n      📎 назад.txt\n      готово"
    )


async def test_a_file_over_20_mb_is_not_given_to_the_bot(box, raw):
    anna = box.person("Анна", user_id=101)
    await anna.sends_file("big.bin", bytes(20 * 1024 * 1024 + 1), wait=False)
    file_id = anna.history[-1].media.file.file_id
    assert await raw.refused("getFile", file_id=file_id) == "400 Bad Request: file is too big"
    assert await raw.refused("getFile", file_id="x") == "400 Bad Request: invalid file_id"


async def test_what_is_not_a_picture_is_no_photo(box, anna, bot):
    with pytest.raises(Exception, match="IMAGE_PROCESS_FAILED"):
        await bot.send_photo(anna.id, BufferedInputFile(b"text", "a.png"))
    with pytest.raises(Exception, match="file must be non-empty"):
        await bot.send_document(anna.id, BufferedInputFile(b"", "a.txt"))
    sent = await bot.send_photo(anna.id, BufferedInputFile(b"\x89PNG...", "a.png"))
    assert sent.photo and anna.screen.content == b"\x89PNG..."
    assert (await bot.send_voice(anna.id, BufferedInputFile(b"OggS", "v.ogg"))).voice


async def test_inline_queries_have_an_answer(box, running):
    anna = box.person("Анна", user_id=101)
    [result] = await anna.asks_inline("иван")
    assert result["title"] == "x"


async def test_silence_is_a_failure_with_the_story(box, running):
    anna = box.person("Анна", user_id=101)
    box.patience = 0.05
    with pytest.raises(AssertionError, match="did not answer Анна") as failure:
        await anna.writes("тихо")
    assert "09:00 Анна → тихо" in str(failure.value)
    with pytest.raises(AssertionError, match="does not see 'чудо'"):
        await anna.sees("чудо")


async def test_buttons_that_cannot_be_tapped(box, anna, raw):
    with pytest.raises(AssertionError, match="no message from the bot"):
        _ = anna.screen
    link = {"inline_keyboard": [[{"text": "Сайт", "url": "https://x.ru"}]]}
    await raw.result("sendMessage", chat_id=anna.id, text="?", reply_markup=link)
    with pytest.raises(AssertionError, match="no button 'Да'"):
        await anna.taps("Да")
    with pytest.raises(AssertionError, match="calls nobody"):
        await anna.taps("Сайт")
    with pytest.raises(AssertionError, match="sees"):
        anna.does_not_see("?")
    anna.blocks()
    with pytest.raises(AssertionError, match="cannot write"):
        await anna.writes("hi")


async def test_the_newest_message_with_the_label_is_tapped(box, anna, raw):
    for text, label in (("old", "Завтра"), ("new", "Завтра утром"), ("newest", "Нет")):
        markup = {"inline_keyboard": [[{"text": label, "callback_data": text}]]}
        await raw.result("sendMessage", chat_id=anna.id, text=text, reply_markup=markup)
    await anna.taps("Завтра", wait=False)
    await anna.taps("Завтра", message=anna.messages[0], wait=False)
    taps = [u["callback_query"]["data"] for u in box.state.updates.waiting[1:]]
    assert taps == ["new", "old"]


async def test_after_each_action_the_bot_may_be_asked_whether_it_rests(box, running):
    anna = box.person("Анна", user_id=101)
    asked = []

    async def ask():
        asked.append(box.unconfirmed)

    box.after_action = ask
    await anna.writes("/start")
    assert asked == [0]


async def test_silent_messages_and_the_default_menu(box, anna, bot):
    await bot.send_message(anna.id, "тсс", disable_notification=True)
    assert anna.screen.silent
    await bot.set_my_commands([BotCommand(command="help", description="x")])
    assert anna.commands == ["help"]
    scope = BotCommandScopeChat(chat_id=anna.id)
    await bot.set_my_commands([BotCommand(command="today", description="x")], scope=scope)
    assert anna.commands == ["today"]
    assert [c.command for c in await bot.get_my_commands(scope=scope)] == ["today"]
    await bot.delete_my_commands(scope=scope)
    assert anna.commands == ["help"]
    await bot.send_chat_action(anna.id, "typing")
    assert anna.chat.actions == ["typing"]


async def test_a_voice_comes_back_by_its_id_and_lasts_as_long(box, anna, bot, raw):
    await anna.sends_voice(b"OggS1", 12, wait=False)
    [update] = [u for u in await raw.result("getUpdates") if "voice" in u["message"]]
    voice = update["message"]["voice"]
    assert (voice["duration"], voice["mime_type"]) == (12, "audio/ogg")
    again = await bot.send_voice(anna.id, voice["file_id"])
    assert (again.voice.file_id, again.voice.duration) == (voice["file_id"], 12)
    assert anna.screen.content == b"OggS1"


async def test_a_file_goes_out_again_only_as_what_it_is(anna, raw):
    await anna.sends_voice(wait=False)
    voice = anna.history[-1].media.file.file_id
    await anna.sends_photo(wait=False)
    photo = anna.history[-1].media.file.file_id
    where = {"chat_id": anna.id}
    assert await raw.refused("sendVoice", **where, voice=photo) == (
        "400 Bad Request: can't use file of type Photo as VoiceNote"
    )
    assert await raw.refused("sendDocument", **where, document=voice) == (
        "400 Bad Request: type of file mismatch"
    )
    assert await raw.refused("sendVoice", **where, voice="gone") == (
        "400 Bad Request: wrong file identifier/HTTP URL specified"
    )
    anna.refuses_voices()
    assert await raw.refused("sendVoice", **where, voice=voice) == (
        "400 Bad Request: VOICE_MESSAGES_FORBIDDEN"
    )
