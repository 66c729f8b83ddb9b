"""Trouble on order, and the limits."""

import asyncio
from datetime import timedelta

import aiohttp
import pytest
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)

pytestmark = pytest.mark.asyncio


@pytest.mark.parametrize(
    ("kind", "error", "sent"),
    [
        ("500", TelegramServerError, 0),
        ("500_after", TelegramServerError, 1),
        ("502_html", ClientDecodeError, 0),
        ("502_after", ClientDecodeError, 1),
        ("drop_before", TelegramNetworkError, 0),
        ("drop_after", TelegramNetworkError, 1),
        ("403", TelegramForbiddenError, 0),
        ("429", TelegramRetryAfter, 0),
    ],
)
async def test_what_a_fault_does_and_what_aiogram_says(box, anna, bot, kind, error, sent):
    box.faults.fail_next("sendMessage", 2, kind)
    for _ in range(2):
        with pytest.raises(error):
            await bot.send_message(anna.id, "hi")
    assert len(anna.messages) == sent * 2
    await bot.send_message(anna.id, "works again")
    assert box.faults.happened == [("sendMessage", kind)] * 2
    assert box.calls["sendMessage"] == 3


async def test_a_hanging_call_is_done_and_answered_when_released(box, anna, raw):
    box.faults.fail_next("sendMessage", 1, "hang")
    async with asyncio.TaskGroup() as tasks:
        call = tasks.create_task(raw.result("sendMessage", chat_id=anna.id, text="hi"))
        await box.wait(lambda: box.faults.hanging)
        assert anna.screen.text == "hi" and not call.done()
        box.faults.release()
    assert call.result()["text"] == "hi"


async def test_a_fault_may_be_for_one_chat_or_any_method(box, anna, raw):
    boris = box.person("Борис", user_id=102)
    await boris.writes("/start", wait=False)
    box.faults.fail_next("*", 1, "403", chat_id=boris.id)
    await raw.result("sendMessage", chat_id=anna.id, text="hi")
    assert (await raw.refused("sendMessage", chat_id=boris.id, text="hi")).startswith("403")
    box.faults.fail_next("*", 5, "drop_before")
    await raw.result("getUpdates")
    with pytest.raises(aiohttp.ClientError):
        await raw("getMe")
    box.faults.clear()
    await raw.result("getMe")
    with pytest.raises(ValueError, match="no such fault"):
        box.faults.fail_next("getMe", 1, "504")


async def test_a_call_that_hangs_before_it_is_done(box, anna, raw):
    box.faults.fail_next("sendMessage", 3, "hang_before")
    for end, arrived in ((box.faults.release, 1), (box.faults.hang_up, 0)):
        before = len(box.delivered)
        call = asyncio.create_task(raw.result("sendMessage", chat_id=anna.id, text="hi"))
        await box.wait(lambda: box.faults.hanging)
        assert len(box.delivered) == before
        end()
        await asyncio.wait([call])
        assert len(box.delivered) - before == arrived
        assert (call.exception() is None) == bool(arrived)


async def test_whoever_has_gone_is_not_served_when_it_is_released(box, anna):
    box.faults.fail_next("sendMessage", 1, "hang_before")
    async with aiohttp.ClientSession() as session:
        url, values = f"{box.url}/bot{box.token}/sendMessage", {"chat_id": anna.id, "text": "hi"}
        call = asyncio.create_task(session.post(url, json=values))
        await box.wait(lambda: box.faults.hanging)
        call.cancel()
        await asyncio.wait([call])
    await asyncio.sleep(0.05)
    box.faults.release()
    await box.wait(lambda: not box.faults.hanging)
    assert box.delivered == []


async def test_hanging_up_leaves_what_was_done(box, anna, raw):
    box.faults.fail_next("sendMessage", 1, "hang")
    call = asyncio.create_task(raw.result("sendMessage", chat_id=anna.id, text="hi"))
    await box.wait(lambda: box.faults.hanging)
    box.faults.hang_up()
    await asyncio.wait([call])
    assert isinstance(call.exception(), aiohttp.ClientError)
    assert [post.text for post in box.delivered] == ["hi"]


async def test_a_fault_may_last_from_one_moment_to_another(box, anna, raw, clock):
    since, until = clock.now() + timedelta(minutes=1), clock.now() + timedelta(hours=1)
    box.faults.fail_between(since, until, "429", method="sendMessage", retry_after=1800)
    for minutes, is_well in ((0, True), (1, False), (58, False), (1, True)):
        clock.move(timedelta(minutes=minutes))
        answer = await raw("sendMessage", chat_id=anna.id, text=str(minutes))
        assert answer["ok"] is is_well
        assert is_well or answer["parameters"] == {"retry_after": 1800}
        await raw.result("getMe")
    assert [post.text for post in box.delivered] == ["0", "1"]


async def test_what_was_delivered_is_kept_as_it_arrived(box, anna, raw):
    box.faults.fail_next("sendMessage", 1, "drop_after")
    with pytest.raises(aiohttp.ClientError):
        await raw("sendMessage", chat_id=anna.id, text="hi", disable_notification=True)
    (post,) = box.delivered
    number = {"chat_id": anna.id, "message_id": post.id}
    await raw.result("editMessageText", **number, text="bye")
    await raw.result("deleteMessage", **number)
    assert [(one.chat_id, one.text, one.silent) for one in box.delivered] == [(anna.id, "hi", True)]


async def test_downloads_fail_too(box, anna, raw, bot):
    await anna.sends_file("a.txt", b"abc", wait=False)
    file = await bot.get_file(anna.history[-1].media.file.file_id)
    box.faults.fail_next("download", 2, "drop_before")  # aiohttp tries a GET twice by itself
    with pytest.raises(aiohttp.ClientError):
        await bot.download_file(file.file_path)
    assert (await bot.download_file(file.file_path)).read() == b"abc"


async def test_the_limit_of_one_chat(box, anna, bot):
    boris = box.person("Борис", user_id=102)
    await boris.writes("/start", wait=False)
    now = [100.0]
    box.limits.monotonic = lambda: now[0]
    box.limits.per_chat_per_second = 2
    box.limits.retry_after = 3
    first = await bot.send_message(anna.id, "1")
    await bot.edit_message_text("1!", chat_id=anna.id, message_id=first.message_id)
    with pytest.raises(TelegramRetryAfter) as refused:
        await bot.send_message(anna.id, "3")
    assert refused.value.retry_after == 3 and box.limits.impatient == 0
    await bot.send_message(boris.id, "another chat")

    now[0] = 102.5
    with pytest.raises(TelegramRetryAfter) as refused:
        await bot.send_message(anna.id, "too early")
    assert refused.value.retry_after == 1 and box.limits.impatient == 1
    now[0] = 103.0
    await bot.send_message(anna.id, "3")
    assert [m.text for m in anna.messages] == ["1!", "3"]
    assert box.limits.refused == 2


async def test_the_limit_of_all_chats(box, anna, raw):
    boris = box.person("Борис", user_id=102)
    await boris.writes("/start", wait=False)
    now = [100.0]
    box.limits.monotonic = lambda: now[0]
    box.limits.per_second = 1
    await raw.result("sendMessage", chat_id=anna.id, text="1")
    answer = await raw("sendMessage", chat_id=boris.id, text="2")
    assert answer == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 1",
        "parameters": {"retry_after": 1},
    }
    now[0] = 101.0
    await raw.result("sendMessage", chat_id=boris.id, text="2")
    assert [call.status for call in box.log if call.method == "sendMessage"] == [200, 429, 200]


async def test_leaving_does_not_wait_for_polls_and_hanging_calls(box, anna, raw):
    offset = (await raw.result("getUpdates"))[-1]["update_id"] + 1
    box.faults.fail_next("getMe", 1, "hang")
    async with asyncio.TaskGroup() as tasks:
        poll = tasks.create_task(raw.result("getUpdates", offset=offset, timeout=50))
        hanging = tasks.create_task(raw.result("getMe"))
        await box.wait(lambda: box.faults.hanging and not box.unconfirmed)
        await box.close()
    assert poll.result() == [] and hanging.result()["id"] == 1
