"""A screen that did not arrive is asked again when Telegram answers, and no picture is left by an
edit that can not be."""

import asyncio
from datetime import timedelta

import pytest

from sandbox import Person
from sandbox.faults import FaultKind
from tests.world import World

UNANSWERED = "kind = 'unanswered' AND status IN ('pending', 'claimed')"
ASKED = "🟢 Входящее, Некто"
PAUSES = (2, 10)
"""Seconds from one try to the next one."""


async def missed(office: World, times: int = 1) -> None:
    """Wait until Telegram has failed so often, and the bot has taken that in."""
    box = office.stage.box
    await box.wait(lambda: len(box.faults.happened) >= times)
    await office.stage.rest()


async def until_seen(office: World, person: Person, text: str) -> None:
    """The pauses of the gateway pass one by one, each try taken in before the next begins."""
    box = office.stage.box
    for tries, pause in enumerate(PAUSES, start=2):
        office.stage.clock.move(timedelta(seconds=pause))
        await box.wait(lambda: len(box.faults.happened) >= tries or person.find(text))  # noqa: B023
        await office.stage.rest()
    await person.sees(text)


@pytest.mark.parametrize("kind", ["502_html", "drop_before"])
async def test_a_question_is_asked_when_telegram_answers(office: World, kind: FaultKind) -> None:
    """Telegram is ill for five seconds: two tries are in vain."""
    anna, box = office.people.anna, office.stage.box
    box.faults.fail_next("sendMessage", 2, kind, chat_id=anna.id)
    await anna.writes("/new Ромашка", wait=False)
    await missed(office)
    await until_seen(office, anna, "Когда следующий контакт?")
    assert len([one for one in anna.messages if "следующий контакт" in one.text]) == 1
    await anna.taps("Завтра")
    await anna.sees("Ромашка")


@pytest.mark.parametrize("kind", ["502_html", "drop_before"])
async def test_whose_message_it_is_is_asked_when_telegram_answers(
    office: World, kind: FaultKind
) -> None:
    anna, box = office.people.anna, office.stage.box
    box.faults.fail_next("sendMessage", 2, kind, chat_id=anna.id)
    await anna.forwards("Пришлите счёт", origin="Некто", wait=False)
    await missed(office)
    assert await office.count("outbox", UNANSWERED) == 1
    await until_seen(office, anna, ASKED)
    assert await office.count("outbox", UNANSWERED) == 0
    await nothing_more_comes(office, anna)


async def test_it_is_asked_after_an_outage_of_ten_minutes(office: World) -> None:
    """The gateway tries for a minute, then the sender asks with growing pauses."""
    anna, box = office.people.anna, office.stage.box
    box.faults.fail_next("sendMessage", 1_000_000, "502_html", chat_id=anna.id)
    await anna.forwards("Пришлите счёт", origin="Некто", wait=False)
    await missed(office)
    for minutes in (1, 2, 7):
        before = len(box.faults.happened)
        office.stage.clock.move(timedelta(minutes=minutes))
        await missed(office, before + 1)
    box.faults.clear()
    office.stage.clock.move(timedelta(minutes=15))
    asked = await anna.sees(ASKED)
    assert "повтор" in asked.text and asked.silent
    await nothing_more_comes(office, anna)
    await anna.taps("➕ Новый клиент")
    await anna.sees("Входящее записано")


@pytest.mark.parametrize(("kind", "seen"), [("502_html", 0), ("hang", 1)])
async def test_killed_right_after_the_effect_it_is_asked(
    office: World, kind: FaultKind, seen: int
) -> None:
    """Nobody knows whether the screen was shown: it comes silently and marked."""
    anna, box = office.people.anna, office.stage.box
    box.faults.fail_next("sendMessage", 1, kind, chat_id=anna.id)
    await anna.forwards("Пришлите счёт", origin="Некто", wait=False)
    await box.wait(lambda: box.faults.happened)
    await office.stage.bot.kill()
    box.faults.clear()
    assert len([one for one in anna.messages if ASKED in one.text]) == seen
    await office.stage.bot.start()
    await office.stage.rest()
    office.stage.clock.move(timedelta(minutes=1))
    asked = await anna.sees("повтор")
    assert ASKED in asked.text and asked.silent
    await nothing_more_comes(office, anna)
    await anna.taps("➕ Новый клиент", asked)
    await anna.sees("Входящее записано")


async def test_killed_right_after_an_act_its_question_comes_all_the_same(office: World) -> None:
    """No tap has done something for which nothing is shown, and what was shown comes once."""
    anna, boris, box = office.people.anna, office.people.boris, office.stage.box
    await boris.writes("/new Котов")
    box.faults.fail_next("sendMessage", 1, "hang_before", chat_id=anna.id)
    await anna.writes("/new Ромашка", wait=False)
    await box.wait(lambda: box.faults.hanging)
    before = len(boris.messages)
    await office.stage.bot.kill()
    box.faults.hang_up()
    assert anna.find("следующий контакт") is None
    await office.stage.bot.start()
    asked = await anna.sees("Когда следующий контакт?")
    assert "повтор" in asked.text and asked.silent
    await anna.taps("Завтра", asked)
    assert await office.count("tasks") == 1
    await office.stage.bot.kill()
    await office.stage.bot.start()
    await office.stage.rest()
    assert len(boris.messages) == before
    assert await office.count("inbox", "show_at IS NOT NULL") == 0


async def test_a_question_that_nobody_answers_stays_in_sight(office: World) -> None:
    anna = office.people.anna
    await anna.forwards("Пришлите счёт", origin="Некто")
    await anna.presses("Мои дела")
    assert "Ждут вашего ответа: 1" in anna.screen.text
    await office.at("2026-11-23 09:00")
    await anna.sees("Доброе утро")
    assert "Ждут вашего ответа: 1" in anna.screen.text
    await office.at("2026-11-23 18:00")
    await anna.sees("🌙")
    await anna.taps("❓ Некто")
    await anna.sees(ASKED)
    await anna.taps("🗑 Не нужно")
    await anna.sees("Убрано")
    await anna.taps_data("iask:1")
    await anna.writes("/today")
    assert "Ждут вашего ответа" not in anna.screen.text


async def nothing_more_comes(office: World, person: Person) -> None:
    before = [message.text for message in person.messages]
    office.stage.clock.move(timedelta(minutes=30))
    await office.stage.rest()
    await asyncio.sleep(0.6)
    assert [message.text for message in person.messages] == before
    assert await office.count("outbox", UNANSWERED) == 0


@pytest.mark.parametrize(
    ("typed", "shown", "times"),
    [("/new Ромашка", "Когда следующий контакт?", 4), ("/today", "", 2)],
)
async def test_a_question_outlives_ten_minutes_and_a_list_does_not(
    office: World, typed: str, shown: str, times: int
) -> None:
    anna, box = office.people.anna, office.stage.box
    before = len(anna.messages)
    box.faults.fail_next("sendMessage", 1_000_000, "502_html", chat_id=anna.id)
    await anna.writes(typed, wait=False)
    await missed(office)
    for tried, minutes in enumerate((1, 2, 7), start=2):
        office.stage.clock.move(timedelta(minutes=minutes))
        await missed(office, min(tried, times))
        await asyncio.sleep(0.6)
    assert len(box.faults.happened) == times
    box.faults.clear()
    office.stage.clock.move(timedelta(minutes=15))
    if shown:
        await anna.sees(shown)
    await nothing_more_comes(office, anna)
    assert len(anna.messages) == before + bool(shown)


async def test_an_edit_that_fails_is_a_new_message(office: World) -> None:
    anna, box = office.people.anna, office.stage.box
    await anna.writes("/new Ромашка")
    question = anna.screen
    box.faults.fail_next("editMessageText", 1_000, "502_html", chat_id=anna.id)
    await anna.taps("Завтра", wait=False)
    await missed(office)
    office.stage.clock.move(timedelta(seconds=2))
    await box.wait(lambda: anna.screen.id != question.id)
    assert "следующий контакт с клиентом" in anna.screen.text
    assert await office.count("tasks") == 1


async def test_a_later_screen_is_not_covered_by_an_older_one(office: World) -> None:
    """Nor does anybody else wait while one screen is lost."""
    anna, boris, box = office.people.anna, office.people.boris, office.stage.box
    await anna.writes("/new Ромашка")
    box.faults.fail_next("editMessageText", 1, "502_html", chat_id=anna.id)
    await anna.taps("Завтра", wait=False)
    await missed(office)
    await boris.writes("/today")
    await boris.sees("Мои дела")
    await anna.taps("Через 3 дня")
    shown = [message.text for message in anna.messages]
    office.stage.clock.move(timedelta(seconds=30))
    await asyncio.sleep(1.2)
    assert [message.text for message in anna.messages] == shown


async def test_a_picture_is_left_without_a_refused_edit(office: World) -> None:
    """Whatever is tapped below a picture, Telegram is not asked for what can not be."""
    anna, box = office.people.anna, office.stage.box
    await anna.writes("/new Ромашка")
    await anna.taps("Завтра")
    await anna.writes("/plan")
    picture = anna.screen
    assert picture.media is not None and picture.media.kind == "photo"
    left = []
    for button in (one for row in picture.rows for one in row):
        await anna.taps_button(picture, button)
        if anna.screen.id != picture.id:
            left.append(button.label)
    assert left
    assert [call for call in box.log if call.status >= 400] == []
