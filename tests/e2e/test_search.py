"""Finding a client in every spelling that people use; a head the team's, a colleague nothing."""

from tests.world import World

EVERY_WAY = (
    "алён",
    "Алена Ёлкина",
    "ЕЛКИНА",
    "8 916 123 45 67",
    "+7 (916) 123-45-67",
    "4567",
    "alyona@example.com",
    "@alyona_e",
    "вымпел",
    "елкена",
    "лкина",
    "1",
    "Белова Ирина",
    "903 555",
)


async def ready(office: World) -> None:
    """Anna has a client with every kind of contact and a person inside, and another one."""
    anna = office.people.anna
    await anna.writes("/new Ёлкина Алёна Вымпел +7 916 123-45-67 alyona@example.com @alyona_e")
    await anna.taps("Завтра")
    for label in ("👤 Карточка", "✏️ Изменить", "👥 Люди", "➕ Человек"):
        await anna.taps(label)
    await anna.writes("Ирина Белова, бухгалтер, +7 903 555-01-02")
    await anna.taps("принимает решения")
    await anna.writes("/new Зайцев Пётр")
    await anna.taps("Завтра")


async def test_one_client_in_every_spelling(office: World) -> None:
    await ready(office)
    anna, igor = office.people.anna, office.people.igor
    for typed in EVERY_WAY:
        await anna.writes(f"/find {typed}")
        shown = anna.screen.text + " ".join(anna.screen.labels)
        assert "Ёлкина" in shown, typed
        assert "Зайцев" not in shown, typed
    await igor.writes("/find елкина")
    assert "Ответственный: Анна Петрова" in igor.screen.text


async def test_a_colleague_finds_nothing_in_any_spelling(office: World) -> None:
    await ready(office)
    boris = office.people.boris
    for typed in EVERY_WAY:
        await boris.writes(f"/find {typed}")
        assert "никого не нашлось" in boris.screen.text, typed
        assert boris.screen.labels == ["➕ Новое", "🔍 Найти"], typed


async def test_the_phone_of_a_person_inside_is_not_offered_to_other_chats(office: World) -> None:
    await ready(office)
    (found,) = await office.people.anna.asks_inline("белова")
    message = found["input_message_content"]["message_text"]
    assert "+7 916 123-45-67" in message
    assert "+7 903 555-01-02" not in message


async def test_the_list_shows_dates_and_only_what_is_wanted(office: World) -> None:
    await ready(office)
    anna = office.people.anna
    await anna.writes("/clients")
    assert [one for one in anna.screen.labels if "Зайцев" in one] == ["Зайцев Пётр · вт 24.11"]
    await anna.taps("⚪️ Без дела")
    assert "Таких сейчас нет" in anna.screen.text
    await anna.taps("✅ ⚪️ Без дела")
    await anna.taps("🏭 Поставщики")
    await anna.taps("✅ 🏭 Поставщики")
    await anna.taps("Зайцев Пётр · вт 24.11")
    assert "Зайцев Пётр" in anna.screen.text
    await anna.taps("◀️ Назад")
    assert "Зайцев Пётр · вт 24.11" in anna.screen.labels


async def test_all_that_fit_are_turned_and_a_number_finds(office: World) -> None:
    anna = office.people.anna
    for number in range(1, 11):
        await anna.writes(f"/new Иванов {'АБВГДЕЖЗИК'[number - 1]}")
        await anna.taps("Завтра")
    await anna.writes("/cancel")
    await anna.writes("иванов")
    await anna.sees("нашлось 10 клиентов")
    await anna.taps("▶️")
    assert "Иванов К" in " ".join(anna.screen.labels)
    await anna.writes("№3")
    await anna.sees("👤 Иванов В")
