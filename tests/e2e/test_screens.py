"""A screen that did not arrive is asked again when Telegram answers, and no picture is left by an
edit that can not be."""

import asyncio
from datetime import timedelta

import pytest

from sandbox import Person
from sandbox.faults import FaultKind
from tests.world import World


async def missed(office: World, times: int = 1) -> None:
    """Wait until Telegram has failed so often, and the bot has taken that in."""
    box = office.stage.box
    await box.wait(lambda: len(box.faults.happened) >= times)
    await office.stage.rest()


async def until_seen(office: World, person: Person, text: str, *, within: int = 120) -> None:
    """The clock goes on second by second until it is there."""
    for _ in range(within):
        if person.find(text) is not None:
            break
        office.stage.clock.move(timedelta(seconds=1))
        await asyncio.sleep(0.1)
    await person.sees(text)
    await office.stage.rest()


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
