"""Rubbish, forgery, old buttons, somebody else's numbers: a sentence, and nothing changes."""

import pytest

from tests.world import World

NASTY = "<b>Ром</b>&amp;\u202eашка\u200b <script>"


async def test_names_are_shown_as_they_are_and_hide_nothing(office: World) -> None:
    anna = office.people.anna
    await anna.writes(f"/new {NASTY} +7 916 123-45-67")
    assert await office.rows("SELECT name FROM clients") == [("<b>Ром</b>&amp;ашка <script>",)]
    await anna.taps("Завтра")
    await anna.sees("<b>Ром</b>&amp;ашка <script>")


@pytest.mark.parametrize(
    "data",
    [
        "t:999999",
        "xf:1:nope",
        "zzz",
        "t:1:2:3",
        "t:-1",
        "xp:1:~:19000101",
        "cl:1",
        "t:٣",
        "\x00",
        "t:\ud83d",
        pytest.param("t:" * 5000, id="long"),
    ],
)
async def test_forged_taps_are_answered_and_change_nothing(office: World, data: str) -> None:
    anna = office.people.anna
    await anna.writes("/today")
    before = await office.count("timeline")
    await anna.taps_data(data)
    assert anna.alert or anna.toast or anna.screen.text
    assert await office.count("timeline") == before
    assert await office.count("inbox", "parked_at IS NOT NULL") == 0


async def test_a_colleagues_numbers_are_no_numbers(office: World) -> None:
    anna, boris = office.people.anna, office.people.boris
    await anna.writes("/new Ромашка +7 916 123-45-67")
    await anna.taps("Завтра")
    await boris.writes("/today")
    for data in ("t:1", "cl:1", "hist:1:0", "xf:1:talked", "rel:1", "prel:1:not_active", "ask:1:~"):
        await boris.taps_data(data)
        assert "нет" in boris.alert + boris.toast, data
    assert "Ромашка" not in "".join(message.text for message in boris.messages)
    assert await office.count("tasks", "status = 'open'") == 1


async def test_a_second_tap_shows_what_the_first_has_done(office: World) -> None:
    anna = office.people.anna
    await anna.writes("/new Ромашка +7 916 123-45-67")
    await anna.taps("Завтра")
    await anna.taps("👤 Карточка")
    await anna.taps("звонок")
    card = anna.screen
    await anna.taps("✅ Поговорили", card)
    asked = card.text
    await anna.taps_data("xf:1:talked", card)
    await office.stage.rest()
    assert card.text == asked, "the question is still there"
    assert await office.count("timeline", "event = 'task_done'") == 1


@pytest.mark.parametrize("text", ["а" * 4096, "\u200b", "\u202e", "😀" * 1000, "/неткоманды", "{}"])
async def test_any_text_gets_an_answer(office: World, text: str) -> None:
    anna = office.people.anna
    await anna.writes(text)
    assert anna.screen.text
    await anna.presses("🔍 Найти")
    await anna.writes(text)
    await anna.presses("➕ Новое")
    await anna.writes(text)
    assert await office.count("inbox", "parked_at IS NOT NULL") == 0


async def test_a_date_beyond_the_horizon_is_refused_with_the_reason(office: World) -> None:
    anna = office.people.anna
    await anna.writes("/new Ромашка +7 916 123-45-67")
    await anna.taps_data("xp:1:~:20270601")
    assert "30" in anna.alert
    await anna.taps_data("xp:1:~:20201124")
    assert "прошла" in anna.alert
    assert await office.count("tasks") == 0


async def test_a_message_that_was_corrected_is_answered_and_changes_nothing(office: World) -> None:
    anna, box = office.people.anna, office.stage.box
    await anna.writes("/new Ромашка +7 916 123-45-67")
    sent = next(post for post in anna.history if not post.from_bot and "Ромашка" in post.text)
    corrected = box.state.message_json(anna.chat, sent) | {"text": "/new Ромашка +7 916 123-45-68"}
    box.state.updates.add("edited_message", corrected | {"edit_date": corrected["date"] + 5})
    await anna.sees("Правка ничего не меняет")
    anna.does_not_see("Эта кнопка устарела")
    assert await office.count("clients") == 1


async def test_a_command_in_a_group_is_answered_to_its_writer_and_a_correction_is_not(
    office: World,
) -> None:
    anna, box = office.people.anna, office.stage.box
    await anna.writes("/new Ромашка +7 916 123-45-67")
    group = {"id": -100123, "type": "supergroup", "title": "Продажи"}
    message = {"message_id": 5, "date": 1_795_000_000, "chat": group, "from": anna.user_json()}
    before = box.calls.total() - box.calls["getUpdates"]
    for text in ("/today@moi_dela_bot", "/new Котов +7 916 123-45-68", "/start"):
        box.state.updates.add("message", message | {"text": text})
        box.state.updates.add("edited_message", message | {"text": text, "edit_date": 1})
    await box.settle()
    assert box.calls.total() - box.calls["getUpdates"] == before + 3
    assert await office.count("clients") == 1
    assert await office.count("inbox", "handled_at IS NULL") == 0


async def test_a_number_in_a_name_is_no_part_of_the_phone(office: World) -> None:
    await office.people.anna.writes("/new Школа 57 +7 916 123-45-67")
    await office.people.anna.writes("/new ООО «Вектор 3», 8 (916) 123-45-68")
    names = await office.rows("SELECT name FROM clients ORDER BY id")
    assert names == [("Школа 57",), ("ООО «Вектор 3»",)]
