"""Clients found from any chat by the bot's name: whose, how many at once, and what is chosen."""

from typing import Any

from tests.world import World

PHONE = "+7 916 123-45-67"


def titles(results: list[dict[str, Any]]) -> list[str]:
    return [one["title"] for one in results]


async def ready(office: World) -> None:
    """Anna has a client with a plan for tomorrow."""
    await office.people.anna.writes(f"/new ООО «Ромашка» {PHONE}")
    await office.people.anna.taps("Завтра")


async def test_an_own_client_is_found_and_sent_and_opens(office: World) -> None:
    await ready(office)
    anna = office.people.anna
    (found,) = await anna.asks_inline("рома")
    assert found["title"] == "ООО «Ромашка»"
    assert "завтра" in found["description"]
    message = found["input_message_content"]["message_text"]
    assert "+7 916 123-45-67" in message and "завтра" not in message
    await anna.chooses_inline(found)
    assert "Ответственный: вы" in anna.screen.text
    assert "📥 В отстойник" in anna.screen.labels


async def test_a_head_finds_the_teams_and_a_colleague_nothing(office: World) -> None:
    await ready(office)
    people = office.people
    (found,) = await people.igor.asks_inline("ромашка")
    assert "Петрова" in found["description"]
    for typed in ("ромашка", "рамашка", PHONE, "1"):
        assert await people.boris.asks_inline(typed) == []
    # What was found by one and sent by another opens nothing: the number proves nothing.
    await people.boris.chooses_inline(found)
    assert "Ромашка" not in people.boris.screen.text
    await people.igor.chooses_inline(found)
    assert "Ответственный: Анна Петрова" in people.igor.screen.text


async def test_strangers_and_who_has_left_get_nothing(office: World) -> None:
    await ready(office)
    anna, stranger = office.people.anna, office.stage.box.person("Чужой", 9001)
    answer = await stranger.types_inline("ромашка")
    assert (answer.results, answer.button) == ([], None)
    assert len(await anna.asks_inline("ромашка")) == 1
    await office.change("UPDATE users SET active = 0 WHERE telegram_id = :id", id=anna.id)
    for typed in ("ромашка", ""):
        answer = await anna.types_inline(typed)
        assert (answer.results, answer.button) == ([], None)


async def test_without_a_text_today_and_without_today_a_way_to_search(office: World) -> None:
    await ready(office)
    anna = office.people.anna
    answer = await anna.types_inline("")
    assert answer.results == [] and answer.button is not None
    await anna.writes(f"/start {answer.button['start_parameter']}")
    await anna.sees("Кого ищем?")
    await anna.writes("ромаш")
    await anna.sees("Ответственный: вы")
    await office.at("2026-11-24 09:30")
    assert titles(await anna.asks_inline(" ")) == ["ООО «Ромашка»"]


async def test_many_come_in_pages(office: World) -> None:
    anna = office.people.anna
    for number in range(23):
        await anna.writes(f"/new Клиент {number:02}")
    first = await anna.types_inline("клиент")
    rest = await anna.types_inline("клиент", first.next_offset)
    assert (len(first.results), len(rest.results), rest.next_offset) == (20, 3, "")
    assert len({*titles(first.results), *titles(rest.results)}) == 23
    forged = await anna.types_inline("клиент", "²")
    assert forged.results == first.results


async def test_of_a_burst_the_last_letters_are_answered(office: World) -> None:
    await ready(office)
    anna, box = office.people.anna, office.stage.box
    before = box.calls["answerInlineQuery"]
    burst = [await anna.types_inline("ромашка"[:length], wait=False) for length in range(1, 7)]
    last = await anna.types_inline("ромашка")
    assert titles(last.results) == ["ООО «Ромашка»"]
    assert box.calls["answerInlineQuery"] - before <= len(burst) + 1
    assert await office.count("inbox", "handled_at IS NULL") == 0


async def test_typing_stores_nothing_that_is_sent_or_changed(office: World) -> None:
    await ready(office)
    anna = office.people.anna
    before = [await office.count(table) for table in ("timeline", "outbox", "tasks", "arrivals")]
    await anna.asks_inline("ромашка")
    await anna.asks_inline("совсемничего")
    after = [await office.count(table) for table in ("timeline", "outbox", "tasks", "arrivals")]
    assert after == before
