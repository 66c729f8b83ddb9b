"""What people forward, as Telegram really sends it: in parts, hidden, with fields missing."""

from datetime import timedelta
from typing import Any

import pytest

from sandbox.person import Person
from tests.messages import KINDS
from tests.world import World

PHONE = "8 903 236-55-45"


async def later(office: World, seconds: int) -> None:
    office.stage.clock.move(timedelta(seconds=seconds))
    await office.stage.rest()


async def telegram_says(office: World, person: Person, **fields: Any) -> None:
    """A message in her chat as Telegram has it, word for word."""
    state = office.stage.box.state
    chat, user = {"id": person.id, "type": "private"}, person.user_json()
    stamp = int(state.clock.now().timestamp())
    number = state.next_message_id()
    body = {"message_id": number, "date": stamp, "chat": chat, "from": user}
    state.updates.add("message", body | fields)
    await office.stage.rest()


async def test_the_parts_of_a_hidden_guest_are_one_client(office: World) -> None:
    anna = office.people.anna
    await anna.forwards(f"мой номер {PHONE}", origin="Гость Второй")
    await later(office, seconds=20)
    await anna.forwards("и адрес: Ленина 5", origin="Гость Второй")
    await anna.sees("Добавлено к тому же входящему")
    await anna.taps("➕ Новый клиент «Гость Второй»")
    await anna.sees("Входящее записано")
    assert await office.rows("SELECT text FROM tasks") == [
        (f"мой номер {PHONE}\nи адрес: Ленина 5",)
    ]
    assert await office.rows("SELECT value FROM contact_points WHERE kind = 'phone'") == [
        ("+79032365545",)
    ]


async def test_a_forward_of_nobody_is_asked_about_with_its_phone(office: World) -> None:
    anna = office.people.anna
    await anna.forwards("перезвоните +7 916 555-66-77", origin="")
    await anna.sees("отправитель скрыт, +7 916 555-66-77")
    await anna.taps("➕ Новый клиент «+7 916 555-66-77»")
    await anna.sees("Входящее записано")
    assert await office.count("inbox", "parked_at IS NOT NULL") == 0


async def test_fields_that_nobody_needs_may_be_missing(office: World) -> None:
    anna = office.people.anna
    await telegram_says(office, anna, contact={"phone_number": "79165556677"})
    assert "+7 916 555-66-77" in anna.screen.text
    unknown = {"type": "hologram", "date": 1_422_450_181}
    await telegram_says(office, anna, forward_origin=unknown, text="Нужны столы")
    assert "отправитель скрыт" in anna.screen.text
    assert await office.count("inbox", "parked_at IS NOT NULL") == 0


async def test_what_telegram_says_by_itself_is_not_answered(office: World) -> None:
    anna = office.people.anna
    await anna.writes("/today")
    shown = len(anna.messages)
    pinned = office.stage.box.state.message_json(anna.chat, anna.screen)
    await telegram_says(office, anna, pinned_message=pinned)
    timer = {"message_auto_delete_time": 86400}
    await telegram_says(office, anna, message_auto_delete_timer_changed=timer)
    theme = {"type": "chat_theme", "theme_name": "🏠"}
    await telegram_says(office, anna, chat_background_set={"type": theme})
    assert len(anna.messages) == shown
    assert await office.count("inbox", "parked_at IS NOT NULL") == 0


async def test_a_dialogue_forwarded_at_once_is_one_inbound_of_the_client(office: World) -> None:
    anna = office.people.anna
    await anna.forwards("Есть шкаф?", origin="Гость", wait=False)
    await anna.forwards("Есть, белый", origin=anna, wait=False)
    await anna.forwards(f"Беру, {PHONE}", origin="Гость", wait=False)
    await office.stage.rest()
    assert not [one for one in anna.messages if "клиент «Анна" in "".join(one.labels)]
    await anna.taps("➕ Новый клиент «Гость»")
    await anna.sees("Входящее записано")
    ((text,),) = await office.rows("SELECT text FROM tasks")
    first, own, last = text.split("\n")
    assert (first, last) == ("Есть шкаф?", f"Беру, {PHONE}")
    assert own.endswith(": Есть, белый")
    assert await office.rows("SELECT name FROM clients") == [("Гость",)]
    assert await office.count("arrivals", "state <> 'done'") == 0


async def test_ones_own_account_may_be_hidden_as_well(office: World) -> None:
    anna = office.people.anna
    user = anna.user_json()
    name = " ".join(filter(None, (user["first_name"], user.get("last_name"))))
    await anna.forwards("Добрый день", origin=name)
    await anna.sees("Это написали вы")
    await anna.forwards("Здравствуйте", origin="Гость")
    await anna.taps("➕ Новый клиент «Гость»")
    assert "Добрый день\nЗдравствуйте" in anna.screen.text


async def test_what_the_bot_has_written_is_no_client(office: World) -> None:
    anna = office.people.anna
    await anna.writes("/today")
    me = office.stage.box.state.me
    origin = {"type": "user", "date": 1_422_450_181, "sender_user": me}
    await telegram_says(office, anna, forward_origin=origin, text="📋 Мои дела")
    await anna.sees("написал я")
    assert [*anna.screen.labels] == ["🔍 Найти", "🟢 Записать входящее"]
    assert await office.count("arrivals") == 0


@pytest.mark.parametrize("text", ["/today", "📋 Мои дела", "/start", "🔍 Найти"])
async def test_a_clients_words_are_no_command(office: World, text: str) -> None:
    anna = office.people.anna
    await anna.forwards(text, origin="Гость")
    await anna.sees("Входящее, Гость")


async def test_a_handle_in_the_words_is_somebody_elses(office: World) -> None:
    anna = office.people.anna
    await anna.forwards("По всем вопросам пишите @petrov_design", origin="Ольга С.")
    await anna.taps("➕ Новый клиент «Ольга С.»")
    await office.at("2026-11-23 10:00")
    petrov = {"id": 7778, "is_bot": False, "first_name": "Пётр", "username": "petrov_design"}
    origin = {"type": "user", "date": 1_422_450_181, "sender_user": petrov}
    await telegram_says(office, anna, forward_origin=origin, text="Готов макет")
    await anna.sees("Входящее, Пётр")
    await anna.taps("➕ Новый клиент «Пётр»")
    assert await office.rows(
        "SELECT name, value FROM contact_points JOIN clients ON clients.id = client_id"
        " WHERE contact_points.kind = 'handle'"
    ) == [("Пётр", "petrov_design")]


async def test_a_comment_comes_before_its_forward_and_becomes_the_plan(office: World) -> None:
    anna = office.people.anna
    await anna.writes("перезвонить ему завтра в 10", wait=False)
    await anna.forwards(f"Жду звонка, {PHONE}", origin="Гость", wait=False)
    await office.stage.rest()
    await anna.sees("Ваши слова при нём: перезвонить ему завтра в 10")
    await anna.taps("➕ Новый клиент «Гость»")
    card = await anna.sees("Входящее записано")
    assert "Ваши слова при нём: перезвонить ему завтра в 10" in card.text
    (plan,) = [one for row in card.rows for one in row if one.label.startswith("📅 завтра")]
    await anna.taps_button(card, plan)
    await anna.sees("входящее разобрано")
    assert await office.rows("SELECT name FROM clients") == [("Гость",)]
    assert await office.rows("SELECT status, outcome FROM tasks WHERE direction = 'inbound'") == [
        ("done", "planned")
    ]
    ((due,),) = await office.rows("SELECT due_at FROM tasks WHERE direction = 'outbound'")
    assert str(due).startswith("2026-11-24 07:00")
    assert await office.count("timeline", "event = 'comment'") == 1
    await anna.taps_button(card, plan)
    assert await office.count("tasks", "direction = 'outbound'") == 1


async def test_a_comment_that_waits_with_its_forward_is_not_answered_by_itself(
    office: World,
) -> None:
    """Both have come while the bot was down: the forward is answered, for both."""
    anna = office.people.anna
    await office.stage.bot.stop()
    await anna.writes("просит скидку", wait=False)
    await anna.forwards(f"Жду звонка, {PHONE}", origin="Гость", wait=False)
    await office.stage.bot.start()
    await office.stage.rest()
    assert "просит скидку" in anna.screen.text
    anna.does_not_see("Не понял")


async def test_the_preview_of_a_line_that_was_a_comment_is_over(office: World) -> None:
    anna = office.people.anna
    await anna.writes("Иванов завтра в 10 позвонить")
    preview = anna.screen
    await anna.forwards("Жду звонка", origin="Гость")
    await anna.taps("✅ Сохранить", preview)
    assert "уже записаны к пересланному" in anna.alert + anna.toast + anna.screen.text
    assert await office.count("clients") == 0


async def test_a_line_says_what_it_lacks(office: World) -> None:
    anna = office.people.anna
    await anna.writes("Иванов позвонить по КП")
    await anna.sees("Не понял, когда")
    await later(office, seconds=60)
    await anna.writes("перезвонить ему завтра в 10")
    await anna.sees("Не понял, о ком")
    await later(office, seconds=60)
    await anna.presses("➕ Новое")
    await anna.writes("перезвонить ему завтра в 10")
    assert "Не понял, о ком" in anna.screen.text
    await anna.writes("Иванов завтра в 10 позвонить")
    await anna.taps("✅ Сохранить")
    assert await office.rows("SELECT name FROM clients") == [("Иванов",)]


async def test_what_words_can_not_show_is_shown_again(office: World) -> None:
    anna = office.people.anna
    await anna.forwards(f"Такой же, {PHONE}", origin="Гость", photo=b"\x89PNG", wait=False)
    await anna.forwards(origin="Гость", voice=b"OggS", wait=False)
    await office.stage.rest()
    sent = anna.history[-3:-1] if anna.history[-1].from_bot else anna.history[-2:]
    await anna.taps("➕ Новый клиент «Гость»")
    await anna.taps("📎 Показать")
    assert [post.media for post in anna.messages[-2:]] == [post.media for post in sent]
    await anna.taps("🕘 История")
    for post in sent:
        del anna.chat.posts[post.id]
    await anna.taps("📎 Показать ·")
    await anna.sees("Показать не получается: сообщение удалено")


async def test_whatever_is_forwarded_keeps_its_words(office: World) -> None:
    anna = office.people.anna
    for kind, (content, _) in KINDS.items():
        guest = {"type": "hidden_user", "date": 1_422_450_181, "sender_user_name": f"Гость {kind}"}
        await telegram_says(office, anna, forward_origin=guest, **content)
    said = [words for (words,) in await office.rows("SELECT said FROM arrivals ORDER BY id")]
    assert said == [words for _, words in KINDS.values()]
    assert await office.count("inbox", "parked_at IS NOT NULL") == 0


async def test_what_a_colleague_has_said_waits_under_the_colleagues_name(office: World) -> None:
    anna, boris = office.people.anna, office.people.boris
    await boris.forwards("Клиент просит счёт", origin=anna)
    assert "от коллеги" in boris.screen.text
    await boris.writes("/today")
    assert "❓ Анна" in boris.screen.text and "отправитель скрыт" not in boris.screen.text
