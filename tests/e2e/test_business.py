"""A client writes to a manager's own account, and the manager sees it in the bot."""

from sandbox.business import Account
from sandbox.person import Person
from tests.world import World


async def test_a_letter_an_answer_and_the_outcome(office: World) -> None:
    anna, box = office.people.anna, office.stage.box
    ivan = box.person("Иван", 70_001, username="ivan_stroy")
    await office.at("Mon 10:00")
    await anna.forwards("Здравствуйте, это Иван", origin=ivan)
    await anna.taps("➕ Новый клиент «Иван")
    await anna.taps("✅ Обработано")
    account = Account(box, anna)
    account.connects(can_reply=True)
    await anna.sees("Ваши чаты в Telegram подключены")
    first = account.hears(ivan, "Нужно 5 столов")
    card = await anna.sees("сообщение в вашем Telegram")
    assert "Нужно 5 столов" in card.text
    shown = len(anna.messages)
    # What has more to say is said on the same card, until it is opened.
    account.edits(first, "Нужно 50 столов")
    await anna.sees("✏️ Нужно 50 столов")
    account.writes(ivan, "Добрый день, завтра пришлю счёт")
    await anna.sees("вы ответили. Обработано?")
    assert len(anna.messages) == shown
    await anna.taps("📅")
    assert await office.count("tasks", "status = 'open' AND direction = 'outbound'") >= 1
    # In the chat with the client nothing was ever written.
    assert [call for call in box.log if call.values.get("business_connection_id")] == []
    assert ivan.messages == []
    account.disconnects()
    await anna.sees("отключены от бота")


async def is_asked_for_a_chat(anna: Person) -> None:
    """On the card of a client who is new."""
    await anna.writes("Нова Мебель +7 916 555-66-77")
    await anna.taps("➕")
    await anna.taps("👤 Карточка")
    await anna.taps("✏️ Изменить")
    await anna.taps("📞 Телефоны и почта")
    await anna.taps("💬 Выбрать чат")


async def test_a_chat_is_chosen_on_the_card(office: World) -> None:
    anna, box = office.people.anna, office.stage.box
    ivan = box.person("Иван", 70_002)
    await is_asked_for_a_chat(anna)
    await anna.chooses("💬 Выбрать чат", ivan)
    await anna.sees("чат связан")
    assert "💬 Выбрать чат" not in [key for row in anna.keyboard for key in row]


async def test_a_colleague_is_no_chat_of_a_client_and_the_key_goes_away(office: World) -> None:
    anna, boris = office.people.anna, office.people.boris
    await is_asked_for_a_chat(anna)
    await anna.chooses("💬 Выбрать чат", boris)
    assert "💬 Выбрать чат" not in [key for row in anna.keyboard for key in row]
    assert await office.count("contact_points", "kind = 'telegram'") == 0


async def test_the_inbound_is_there_with_the_first_update_and_no_tick(office: World) -> None:
    """Nothing waits for the clock: it stands still, and the card comes."""
    anna, box = office.people.anna, office.stage.box
    ivan = box.person("Иван", 70_009)
    await office.at("Mon 10:00")
    await anna.forwards("Здравствуйте, это Иван", origin=ivan)
    await anna.taps("➕ Новый клиент «Иван")
    await anna.taps("✅ Обработано")
    account = Account(box, anna)
    account.connects()
    await anna.sees("Ваши чаты в Telegram подключены")
    before, is_open = office.stage.clock.now(), "direction = 'inbound' AND status = 'open'"
    account.hears(ivan, "Пришлите счёт")
    await box.settle()
    assert await office.count("tasks", is_open) == 1
    assert await office.count("inbox", "handled_at IS NULL") == 0
    await anna.sees("сообщение в вашем Telegram")
    assert office.stage.clock.now() == before
