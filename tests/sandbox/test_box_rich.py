"""Rich messages and buttons that can not be tapped: read, kept, shown and refused."""

from typing import Any

import pytest
from aiogram import Bot
from aiogram.types import (
    DisabledButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputRichMessage,
    Message,
)

from sandbox import Person, Sandbox
from sandbox.chat.shown import post_json
from tests.sandbox.conftest import Raw

TABLE = (
    "<p><b>Отчёт</b> · вчера<br>Два человека</p>"
    '<table bordered striped compact><tr><th align="left">Кто</th><th align="right">План</th></tr>'
    '<tr><td align="left">Анна &amp; Ко</td><td align="right">🟢 <b>95</b></td></tr></table>'
)


async def test_a_table_is_read_as_a_person_reads_it(bot: Bot, anna: Person, box: Sandbox) -> None:
    sent = await bot.send_rich_message(anna.id, InputRichMessage(html=TABLE))
    assert anna.screen.text == "Отчёт · вчера\nДва человека\nКто | План\nАнна & Ко | 🟢 95"
    assert isinstance(sent, Message)
    assert sent.rich_message is not None
    table = sent.rich_message.blocks[1]
    assert table.cells[1][1].text[1].text == "95"  # type: ignore[union-attr, index]
    first, drawn = post_json(box.state, anna.screen)["blocks"]
    assert first["parts"][0] == {"text": "Отчёт", "marks": ["bold"]}
    assert [cell["align"] for cell in drawn["rows"][1]] == ["left", "right"]
    assert [cell["header"] for cell in drawn["rows"][0]] == [True, True]


async def test_it_is_edited_to_words_and_back(bot: Bot, anna: Person) -> None:
    sent = await bot.send_rich_message(anna.id, InputRichMessage(html=TABLE))
    chat_id, number, rich = anna.id, sent.message_id, InputRichMessage(html=TABLE)
    await bot.edit_message_text("Просто слова", chat_id=chat_id, message_id=number)
    assert (anna.screen.text, anna.screen.blocks) == ("Просто слова", ())
    await bot.edit_message_text(rich_message=rich, chat_id=chat_id, message_id=number)
    assert len(anna.screen.blocks) == 2


async def test_the_same_table_is_no_change(raw: Raw, anna: Person) -> None:
    sent = await raw.result("sendRichMessage", chat_id=anna.id, rich_message={"html": TABLE})
    said = await raw.refused(
        "editMessageText",
        chat_id=anna.id,
        message_id=sent["message_id"],
        rich_message={"html": TABLE},
    )
    assert "message is not modified" in said


@pytest.mark.parametrize(
    ("wanted", "complaint"),
    [
        ({}, "exactly one of"),
        ({"html": "x", "markdown": "x"}, "exactly one of"),
        ({"html": " "}, "message text is empty"),
        ({"html": "<table></table>"}, "a table has no cells"),
        ({"html": "<tr><td>1</td></tr>"}, 'tag "tr" is not allowed here'),
        ({"html": "<table><tr><td>1</td></tr>"}, 'start tag "table"'),
        ({"html": "<table><tr>1<td>2</td></tr></table>"}, "text is not allowed"),
        ({"html": '<table><tr><td align="top">1</td></tr></table>'}, "wrong alignment"),
        ({"html": "<p><div>1</div></p>"}, "Unsupported start tag"),
        ({"html": f"<table><tr>{'<td>1</td>' * 21}</tr></table>"}, "COLUMNS_TOO_MUCH"),
        ({"html": f"<table>{'<tr><td>1</td></tr>' * 500}</table>"}, "BLOCKS_TOO_MUCH"),
        ({"html": f"<p>{'я' * 32_769}</p>"}, "message is too long"),
    ],
)
async def test_what_telegram_does_not_take(
    raw: Raw, anna: Person, wanted: dict[str, Any], complaint: str
) -> None:
    said = await raw.refused("sendRichMessage", chat_id=anna.id, rich_message=wanted)
    assert said.startswith("400")
    assert complaint in said


async def test_a_dead_button_calls_nobody(bot: Bot, anna: Person, box: Sandbox) -> None:
    dead = InlineKeyboardButton(text="🔒30", disabled=DisabledButton())
    markup = InlineKeyboardMarkup(inline_keyboard=[[dead]])
    await bot.send_message(anna.id, "Когда?", reply_markup=markup)
    (button,) = anna.screen.rows[0]
    assert (button.dead, button.data) == (True, None)
    assert post_json(box.state, anna.screen)["rows"][0][0]["dead"]
    with pytest.raises(AssertionError, match="calls nobody"):
        await anna.taps_button(anna.screen, button)


@pytest.mark.parametrize(
    ("button", "complaint"),
    [
        ({"disabled": True}, "must be of type Object"),
        ({"disabled": {}, "callback_data": "x"}, "BUTTON_TYPE_INVALID"),
    ],
)
async def test_a_dead_button_is_nothing_else(
    raw: Raw, anna: Person, button: dict[str, Any], complaint: str
) -> None:
    markup = {"inline_keyboard": [[{"text": "🔒"} | button]]}
    said = await raw.refused("sendMessage", chat_id=anna.id, text="Когда?", reply_markup=markup)
    assert complaint in said
