"""Killed at the worst moment: nothing is lost, nothing has an effect twice."""

import sys
from datetime import timedelta

import pytest

from demo.stage import environment, free_port
from sandbox import BotProcess
from tests.e2e.test_outage import asked
from tests.world import World


async def restart(office: World) -> None:
    await office.stage.bot.kill()
    office.stage.box.faults.clear()
    await office.stage.bot.start()
    await office.stage.rest()


async def test_killed_between_inbox_and_effect(office: World) -> None:
    """The update is stored, its effect is not: after the restart it happens, once."""
    anna, bot = office.people.anna, office.stage.bot
    await anna.writes("/new Ромашка +7 916 123-45-67")
    await anna.taps("Завтра")
    await anna.taps("👤 Карточка")
    await anna.taps("звонок")
    await bot.kill()
    # Taps wait at Telegram while nobody fetches them; the kill comes again and again in between.
    await anna.taps("✅ Поговорили", wait=False)
    await anna.taps("✅ Поговорили", wait=False)
    for _ in range(3):
        await bot.start()
        await bot.kill()
    await bot.start()
    await office.stage.box.settle()
    await office.stage.rest()
    assert await office.count("timeline", "event = 'task_done'") == 1
    assert await office.count("tasks", "status = 'open'") == 0
    assert await office.count("inbox", "handled_at IS NULL") == 0


async def test_killed_between_claim_and_mark(office: World) -> None:
    """Telegram has the reminder, the bot does not know: once more, silently, marked."""
    boris, box = office.people.boris, office.stage.box
    await boris.writes("/new Котов +7 495 765-43-21")
    await office.at("2026-11-23 09:30")
    box.faults.fail_next("sendMessage", 1, "hang", chat_id=boris.id)
    office.stage.clock.at("2026-11-23 14:00")
    await box.wait(lambda: box.faults.hanging)
    assert await office.count("outbox", "status = 'claimed'") == 1
    await restart(office)
    reminders = [message for message in boris.messages if "Напоминание" in message.text]
    assert len(reminders) == 2
    assert "повтор" in reminders[-1].text
    assert reminders[-1].silent
    assert await office.count("outbox", "status = 'sent' AND kind = 'nudge'") == 1


async def test_a_server_error_is_in_doubt_too(office: World) -> None:
    boris, box = office.people.boris, office.stage.box
    await boris.writes("/new Котов +7 495 765-43-21")
    await office.at("2026-11-23 09:30")
    box.faults.fail_next("sendMessage", 1, "502_html", chat_id=boris.id)
    office.stage.clock.at("2026-11-23 14:00")
    await asked(office, 1)
    office.stage.clock.move(timedelta(seconds=2))
    await boris.sees("(повтор)")


async def test_a_429_waits_and_repeats_without_a_mark(office: World) -> None:
    boris, box = office.people.boris, office.stage.box
    await boris.writes("/new Котов +7 495 765-43-21")
    await office.at("2026-11-23 09:30")
    box.faults.fail_next("sendMessage", 1, "429", chat_id=boris.id)
    await office.at("2026-11-23 14:00")
    shown = await boris.sees("Напоминание")
    assert "повтор" not in shown.text


async def test_killed_while_messages_wait_for_their_turn(office: World) -> None:
    """What waits behind a 429 is certainly not sent: it comes later, and as if nothing had been."""
    people, box = office.people, office.stage.box
    for person in (people.anna, people.boris):
        await person.writes(f"/new Клиент {person.name}")
    # A little later than the other: nothing of his is under way while Telegram answers her.
    await people.boris.writes("/me")
    await people.boris.taps("☀️ Время сводки")
    await people.boris.writes("9:10")
    box.faults.fail_next("sendMessage", 1, "429", chat_id=people.anna.id, retry_after=3600)
    office.stage.clock.at("2026-11-24 09:00")
    await office.has("outbox", "error = '429'", count=1)
    office.stage.clock.at("2026-11-24 09:10")
    await office.has("outbox", "kind = 'digest' AND status = 'pending'", count=2)
    await restart(office)
    for person in (people.anna, people.boris):
        (digest,) = [message for message in person.messages if "Доброе утро" in message.text]
        assert "повтор" not in digest.text
        assert not digest.silent


async def test_sigterm_ends_with_zero(office: World) -> None:
    assert await office.stage.bot.stop() == 0


async def test_a_second_process_is_kept_out(office: World) -> None:
    port = free_port()
    env = environment(office.stage.folder, office.stage.box.url, port)
    second = BotProcess([sys.executable, "-m", "bot", "run"], env, f"http://127.0.0.1:{port}/ready")
    with pytest.raises(AssertionError, match="Бот запущен"):
        await second.start()
    assert second.returncode == 1


async def test_poison_is_parked_and_holds_nobody_back(office: World) -> None:
    """An update that can not be read is tried five times, then put aside: the chat goes on, the
    person and the admins get the id of the error, and the log says nothing of what was in it."""
    anna, olga, box = office.people.anna, office.people.olga, office.stage.box
    await anna.writes("/today")
    chat = {"id": anna.id, "type": "private", "first_name": "Анна"}
    poison = {"message_id": "не число", "date": 0, "chat": chat, "text": "Тайна +79161234567"}
    assert box.state.updates.add("message", {**poison, "from": anna.user_json()}) is not None
    await anna.writes("/new Ромашка +7 916 123-45-67", wait=False)
    await anna.sees("Код для админа")
    await anna.sees("Когда следующий контакт?")
    ((tries, error_id),) = await office.rows(
        "SELECT tries, error_id FROM inbox WHERE parked_at IS NOT NULL"
    )
    assert tries == 5
    anna_told = next(message.text for message in anna.messages if "Код для админа" in message.text)
    assert error_id in anna_told
    # As docs/operator.md tells: the code leads to the lines of the log.
    (line,) = [each for each in office.stage.bot.output.splitlines() if error_id in each]
    assert "update failed" in line
    await office.at("2026-11-23 09:00")
    assert error_id in (await olga.sees("отложено")).text
    assert "Тайна" not in office.stage.bot.output
    assert "79161234567" not in office.stage.bot.output
