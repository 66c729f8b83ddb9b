"""Updates: the long poll, confirmation, allowed kinds, the webhook."""

import asyncio

import pytest
from aiogram.types import Update
from aiohttp import web

from sandbox import Community

pytestmark = pytest.mark.asyncio


async def test_updates_come_again_until_they_are_confirmed(raw, anna, box):
    await anna.writes("second", wait=False)
    first = await raw.result("getUpdates")
    again = await raw.result("getUpdates", timeout=0)
    assert [u["message"]["text"] for u in first] == ["/start", "second"]
    assert again == first and box.unconfirmed == 2

    rest = await raw.result("getUpdates", offset=first[0]["update_id"] + 1)
    assert [u["message"]["text"] for u in rest] == ["second"]
    assert await raw.result("getUpdates", offset=rest[0]["update_id"] + 1) == []
    assert box.unconfirmed == 0


async def test_limit_and_negative_offset(raw, anna):
    for number in range(5):
        await anna.writes(f"m{number}", wait=False)
    assert len(await raw.result("getUpdates", limit=2)) == 2
    last = await raw.result("getUpdates", offset=-2)
    assert [u["message"]["text"] for u in last] == ["m3", "m4"]
    assert await raw.result("getUpdates") == last


async def test_the_long_poll_wakes_for_a_new_update(raw, anna, box):
    [start] = await raw.result("getUpdates")
    async with asyncio.TaskGroup() as tasks:
        poll = tasks.create_task(
            raw.result("getUpdates", offset=start["update_id"] + 1, timeout=30)
        )
        await box.wait(lambda: not box.unconfirmed)
        assert not poll.done()
        await anna.writes("wake up", wait=False)
    assert [u["message"]["text"] for u in poll.result()] == ["wake up"]


async def test_a_second_poll_ends_the_first(raw, anna, box):
    offset = (await raw.result("getUpdates"))[-1]["update_id"] + 1
    async with asyncio.TaskGroup() as tasks:
        first = tasks.create_task(raw.refused("getUpdates", offset=offset, timeout=30))
        await box.wait(lambda: not box.unconfirmed)
        await raw.result("getUpdates", offset=offset)
    assert first.result().startswith("409 Conflict: terminated by other getUpdates request")


async def test_only_asked_kinds_come(raw, anna, box):
    await raw.result("getUpdates", allowed_updates=["message"])
    anna.blocks()
    anna.unblocks()
    assert box.unconfirmed == 1
    await raw.result("getUpdates", allowed_updates=[])
    anna.blocks()
    kinds = [next(k for k in u if k != "update_id") for u in await raw.result("getUpdates")]
    assert kinds == ["message", "my_chat_member"]


async def test_everything_a_person_sends_is_what_aiogram_reads(raw, anna, box, clock):
    boris = box.person("Борис", user_id=102, username="boris")
    options = {"wait": False}
    sent = clock.now()
    await anna.writes("Звоните +7 999 123-45-67, a@b.ru, https://x.ru /today", **options)
    await anna.forwards("от Бориса", origin=boris, date=sent, **options)
    await anna.forwards("от скрытого", origin="Скрытый", **options)
    await anna.forwards("из канала", origin=Community("Новости"), **options)
    await anna.forwards("из группы", origin=Community("Чат", kind="supergroup"), **options)
    await anna.forwards("альбом", origin=boris, album="a1", photo=b"\x89PNG1", **options)
    await anna.forwards(origin=boris, album="a1", document=("счёт.pdf", b"%PDF"), **options)
    await anna.forwards(origin=boris, voice=b"OggS", **options)
    await anna.shares_contact("+79991234567", "Иван", "Петров", 77, "BEGIN:VCARD", **options)
    await anna.sends_file("clients.csv", b"a;b", "импорт", **options)
    await anna.sends_voice(**options)
    await anna.sends_photo(**options)
    anna.blocks()
    anna.unblocks()
    updates = [Update.model_validate(u) for u in await raw.result("getUpdates")]
    assert len(updates) == 15
    found = [update.message for update in updates[1:13]]

    assert [e.type for e in found[0].entities] == ["phone_number", "email", "url", "bot_command"]
    assert found[1].forward_origin.sender_user.id == 102
    assert found[1].forward_origin.date == sent
    assert found[2].forward_origin.sender_user_name == "Скрытый"
    assert found[3].forward_origin.chat.title == "Новости"
    assert found[4].forward_origin.sender_chat.title == "Чат"
    assert (found[5].media_group_id, found[5].caption) == ("a1", "альбом") and found[5].photo
    assert found[6].document.file_name == "счёт.pdf" and found[7].voice
    assert (found[8].contact.user_id, found[8].contact.vcard) == (77, "BEGIN:VCARD")
    assert (found[9].document.file_size, found[9].caption) == (3, "импорт")
    assert found[10].voice and found[11].photo
    assert updates[13].my_chat_member.new_chat_member.status == "kicked"
    assert all(message.date == clock.now() for message in found)
    assert found[0].from_user.full_name == "Анна Петрова"


async def test_a_tap_on_a_message_that_is_gone(raw, anna):
    keys = {"inline_keyboard": [[{"text": "Да", "callback_data": "y"}]]}
    sent = await raw.result("sendMessage", chat_id=anna.id, text="?", reply_markup=keys)
    shown = anna.screen
    await anna.taps("Да", wait=False)
    await raw.result("deleteMessage", chat_id=anna.id, message_id=sent["message_id"])
    await anna.taps_data("y", message=shown, wait=False)
    here, gone = [Update.model_validate(u) for u in (await raw.result("getUpdates"))[1:]]
    assert here.callback_query.message.text == "?"
    assert gone.callback_query.message.date == 0


async def test_the_webhook_gets_updates_until_it_takes_them(raw, anna, box):
    got = []
    answers = [500, 200, 200]

    async def take(request):
        secret = request.headers["X-Telegram-Bot-Api-Secret-Token"]
        got.append((secret, (await request.json())["message"]["text"]))
        return web.Response(status=answers[len(got) - 1])

    app = web.Application()
    app.router.add_post("/hook", take)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    port = runner.addresses[0][1]
    try:
        url = f"http://127.0.0.1:{port}/hook"
        await raw.result("setWebhook", url=url, secret_token="s3")
        await anna.writes("next", wait=False)
        await box.wait(lambda: not box.unconfirmed)
        assert got == [("s3", "/start"), ("s3", "/start"), ("s3", "next")]
        assert (await raw.refused("getUpdates")).startswith("409 Conflict: can't use getUpdates")
        info = await raw.result("getWebhookInfo")
        assert (info["url"], info["pending_update_count"]) == (url, 0)
        await raw.result("deleteWebhook")
        assert await raw.result("getUpdates") == []
    finally:
        await runner.cleanup()


async def test_what_is_no_update_comes_once_and_before_the_others(box, anna, raw):
    box.state.updates.add_once(None, {"text": "\ud83d"})
    odd, first = await raw.result("getUpdates"), await raw.result("getUpdates")
    assert odd[:2] == [None, {"text": "\ud83d"}]
    assert odd[2:] == first
