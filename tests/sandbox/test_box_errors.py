"""Telegram's own checks, in Telegram's own words."""

from datetime import timedelta

import aiohttp
import pytest

pytestmark = pytest.mark.asyncio

LONGEST = "я" * 4096


def inline(*labels_and_data):
    row = [{"text": label, "callback_data": data} for label, data in labels_and_data]
    return {"inline_keyboard": [row]}


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"text": ""}, "400 Bad Request: message text is empty"),
        ({"text": " \n "}, "400 Bad Request: message text is empty"),
        ({"text": "<b></b>", "parse_mode": "HTML"}, "400 Bad Request: message text is empty"),
        ({"text": LONGEST + "я"}, "400 Bad Request: message is too long"),
        ({"text": "🙂" * 2049}, "400 Bad Request: message is too long"),
        (
            {"text": "hi", "reply_markup": inline(("a", "я" * 33))},
            "400 Bad Request: BUTTON_DATA_INVALID",
        ),
        ({"text": "hi", "reply_markup": inline(("a", ""))}, "400 Bad Request: BUTTON_DATA_INVALID"),
        (
            {"text": "hi", "reply_markup": {"inline_keyboard": [[{"text": "a"}]]}},
            "400 Bad Request: text buttons are unallowed in the inline keyboard",
        ),
        (
            {
                "text": "hi",
                "reply_markup": {"inline_keyboard": [[{"text": "a", "url": "tel:+79990000000"}]]},
            },
            "400 Bad Request: inline keyboard button URL 'tel:+79990000000' is invalid: "
            "Unsupported URL protocol",
        ),
        (
            {"text": "hi", "reply_parameters": {"message_id": 999}},
            "400 Bad Request: message to be replied not found",
        ),
        ({"text": "hi", "parse_mode": "BBCode"}, "400 Bad Request: unsupported parse_mode"),
    ],
)
async def test_a_wrong_message_is_refused(raw, anna, values, words):
    assert await raw.refused("sendMessage", chat_id=anna.id, **values) == words
    assert anna.messages == []


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<b>hi", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<p>hi</p>", 'Unsupported start tag "p" at byte offset 0'),
        ("я<p>", 'Unsupported start tag "p" at byte offset 2'),
        ("1 < 2", "Unclosed start tag at byte offset 2"),
        ("hi</b>", "Unexpected end tag at byte offset 2"),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
async def test_broken_html_is_refused(raw, anna, html, words):
    got = await raw.refused("sendMessage", chat_id=anna.id, text=html, parse_mode="HTML")
    assert got == f"400 Bad Request: can't parse entities: {words}"


async def test_html_becomes_text_and_entities(raw, anna):
    html = (
        '🙂<b>Иван &lt;1&gt;</b> <a href="https://example.org/?a=1&amp;b=2">сайт</a>'
        '<pre><code class="language-py">x</code></pre><blockquote expandable>q</blockquote>'
        '<span class="tg-spoiler">s</span><tg-spoiler>t</tg-spoiler>'
    )
    sent = await raw.result("sendMessage", chat_id=anna.id, text=html, parse_mode="HTML")
    assert sent["text"] == "🙂Иван <1> сайтxqst"
    assert sent["entities"] == [
        {"type": "bold", "offset": 2, "length": 8},
        {"type": "text_link", "offset": 11, "length": 4, "url": "https://example.org/?a=1&b=2"},
        {"type": "pre", "offset": 15, "length": 1, "language": "py"},
        {"type": "expandable_blockquote", "offset": 16, "length": 1},
        {"type": "spoiler", "offset": 17, "length": 1},
        {"type": "spoiler", "offset": 18, "length": 1},
    ]
    assert anna.screen.html == html


async def test_limits_count_what_is_left_after_parsing(raw, anna):
    html = f"  <b>{LONGEST}</b>  "
    sent = await raw.result("sendMessage", chat_id=anna.id, text=html, parse_mode="html")
    assert len(sent["text"]) == 4096
    edge = inline(("a", "я" * 32))
    await raw.result("sendMessage", chat_id=anna.id, text="hi", reply_markup=edge)


async def test_a_caption_has_its_own_limit(raw, anna, box):
    await anna.sends_photo(wait=False)
    photo = anna.history[-1].media.file.file_id
    words = await raw.refused("sendPhoto", chat_id=anna.id, photo=photo, caption="я" * 1025)
    assert words == "400 Bad Request: message caption is too long"
    await raw.result("sendPhoto", chat_id=anna.id, photo=photo, caption="я" * 1024)
    assert await raw.refused("sendPhoto", chat_id=anna.id, photo="nothing") == (
        "400 Bad Request: wrong file identifier/HTTP URL specified"
    )


async def test_who_cannot_be_written_to(raw, anna, box):
    boris = box.person("Борис", user_id=102)

    async def send(chat_id):
        return await raw.refused("sendMessage", chat_id=chat_id, text="hi")

    assert await send(999) == "400 Bad Request: chat not found"
    assert await send("@somebody") == "400 Bad Request: chat not found"
    assert await send(boris.id) == "403 Forbidden: bot can't initiate conversation with a user"
    anna.blocks()
    assert await send(anna.id) == "403 Forbidden: bot was blocked by the user"
    anna.unblocks()
    await raw.result("sendMessage", chat_id=anna.id, text="hi")
    anna.deactivates()
    assert await send(anna.id) == "403 Forbidden: user is deactivated"


async def test_an_edit_must_change_something(raw, anna):
    keys = inline(("Да", "y"))
    sent = await raw.result("sendMessage", chat_id=anna.id, text="hi", reply_markup=keys)
    where = {"chat_id": anna.id, "message_id": sent["message_id"]}
    same = "400 Bad Request: message is not modified: specified new message content and reply "
    same += "markup are exactly the same as a current content and reply markup of the message"

    assert await raw.refused("editMessageText", **where, text="hi", reply_markup=keys) == same
    html = {"text": " hi ", "parse_mode": "HTML"}
    assert await raw.refused("editMessageText", **where, **html, reply_markup=keys) == same
    assert await raw.refused("editMessageReplyMarkup", **where, reply_markup=keys) == same

    edited = await raw.result("editMessageText", **where, text="hi")
    assert "reply_markup" not in edited and edited["edit_date"]
    bold = await raw.result("editMessageText", **where, text="<b>hi</b>", parse_mode="HTML")
    assert bold["entities"] == [{"type": "bold", "offset": 0, "length": 2}]
    await raw.result("editMessageReplyMarkup", **where, reply_markup=keys)
    assert anna.screen.buttons == [["Да"]] and anna.screen.text == "hi"


async def test_a_text_becomes_a_picture_but_no_picture_a_text(raw, anna):
    sent = await raw.result("sendMessage", chat_id=anna.id, text="hi")
    where = {"chat_id": anna.id, "message_id": sent["message_id"]}
    file = anna._media("photo", "a.png", "image/png", b"\x89PNG" + bytes(60)).file
    photo = {"type": "photo", "media": file.file_id, "caption": "<b>x</b>", "parse_mode": "HTML"}
    edited = await raw.result("editMessageMedia", **where, media=photo)
    assert edited["photo"] and edited["caption"] == "x" and "text" not in edited
    assert anna.screen.id == sent["message_id"] and anna.screen.media.kind == "photo"
    assert await raw.refused("editMessageText", **where, text="x") == (
        "400 Bad Request: there is no text in the message to edit"
    )
    assert await raw.refused("editMessageMedia", **where, media={"type": "poll"}) == (
        "400 Bad Request: wrong type of the media"
    )


async def test_what_cannot_be_edited_or_deleted(raw, anna, clock):
    own = anna.history[-1].id
    missing = {"chat_id": anna.id, "message_id": 999}
    assert await raw.refused("editMessageText", **missing, text="x") == (
        "400 Bad Request: message to edit not found"
    )
    assert await raw.refused("editMessageText", chat_id=anna.id, message_id=own, text="x") == (
        "400 Bad Request: message can't be edited"
    )
    assert await raw.refused("deleteMessage", **missing) == (
        "400 Bad Request: message to delete not found"
    )
    old = await raw.result("sendMessage", chat_id=anna.id, text="old")
    clock.move(timedelta(hours=48, seconds=1))
    where = {"chat_id": anna.id, "message_id": old["message_id"]}
    assert await raw.refused("deleteMessage", **where) == (
        "400 Bad Request: message can't be deleted for everyone"
    )
    await raw.result("editMessageText", **where, text="still editable")


async def test_a_tap_must_be_answered_in_time(raw, anna, clock, box):
    await raw.result("sendMessage", chat_id=anna.id, text="?", reply_markup=inline(("Да", "y")))
    too_old = (
        "400 Bad Request: query is too old and response timeout expired or query ID is invalid"
    )
    assert await raw.refused("answerCallbackQuery", callback_query_id="1") == too_old
    await anna.taps("Да", wait=False)
    query = box.state.updates.waiting[-1]["callback_query"]["id"]
    long = await raw.refused("answerCallbackQuery", callback_query_id=query, text="x" * 201)
    assert long == "400 Bad Request: MESSAGE_TOO_LONG"
    clock.move(timedelta(seconds=21))
    assert await raw.refused("answerCallbackQuery", callback_query_id=query) == too_old


async def test_commands_are_checked(raw, anna):
    def one(name, words):
        return [{"command": name, "description": words}]

    assert await raw.refused("setMyCommands", commands=one("Today", "x")) == (
        "400 Bad Request: BOT_COMMAND_INVALID"
    )
    assert await raw.refused("setMyCommands", commands=one("today", "")) == (
        "400 Bad Request: BOT_COMMAND_DESCRIPTION_INVALID"
    )
    stranger = {"type": "chat", "chat_id": 999}
    assert await raw.refused("setMyCommands", commands=one("today", "x"), scope=stranger) == (
        "400 Bad Request: chat not found"
    )


async def test_wrong_addresses(raw, box):
    assert await raw.refused("sendNothing") == "404 Not Found: method not found"
    async with aiohttp.ClientSession() as session:
        for path, status, words in (
            ("bot1:wrong/getMe", 401, "Unauthorized"),
            ("botnonsense/getMe", 404, "Not Found"),
            ("file/bot1:wrong/documents/x", 401, "Unauthorized"),
            ("file/bot1:sandbox/documents/x", 404, "Not Found"),
        ):
            async with session.get(f"{box.url}/{path}") as answer:
                body = await answer.json()
                assert (answer.status, body["description"]) == (status, words)
        async with session.post(
            f"{raw.base}/getMe", data="{", headers={"Content-Type": "application/json"}
        ) as answer:
            assert (await answer.json())["description"] == ("Bad Request: can't parse JSON request")
