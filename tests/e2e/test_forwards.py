"""What people forward, as Telegram really sends it: in parts, hidden, with fields missing."""

from datetime import timedelta
from typing import Any

from sandbox.person import Person
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
