"""Anna keeps a card in order: fields, contacts, the people inside; the search finds them."""

from tests.world import World


async def test_a_card_is_kept_in_order(office: World) -> None:
    anna, boris = office.people.anna, office.people.boris
    await anna.writes("/new ООО «Ромашка» +7 916 123-45-67")
    await anna.taps("Завтра")
    await anna.taps("👤 Карточка")
    await anna.taps("✏️ Изменить")
    await anna.taps("🏢 Компания")
    await anna.writes("Холдинг «Сад»")
    await anna.sees("🏢 Холдинг «Сад»")
    await anna.taps("A")
    await anna.sees("Класс: A")
    await anna.taps("🔁 Это поставщик")
    await anna.sees("Кто это: поставщик")
    await anna.taps("📞 Телефоны и почта (1)")
    await anna.taps("➕ Телефон или почта")
    await anna.writes("просто слова")
    await anna.sees("Не нашёл здесь ни телефона")
    await anna.writes("sad@example.com")
    await anna.taps("+7 916 123-45-67")
    await anna.sees("Телефоны и почта: ООО «Ромашка»")
    await anna.taps("◀️ Назад")
    await anna.taps("👥 Люди (0)")
    await anna.taps("➕ Человек")
    await anna.writes("Ирина Белова, бухгалтер, +7 903 555-01-02")
    await anna.taps("принимает решения")
    await anna.sees("Ирина Белова: принимает решения, бухгалтер, +7 903 555-01-02")
    await anna.writes("/find белова")
    card = await anna.sees("👤 ООО «Ромашка»")
    assert "Класс A" in card.text
    assert "🏭 Поставщик" in card.text
    await anna.taps("🕘 История")
    await anna.sees("изменено: люди — Ирина Белова")
    for data in ("ce:1", "cet:1:name", "cel:1:A", "cer:1:1", "cei:1", "ceix:1:1"):
        await boris.writes("/today")
        await boris.taps_data(data)
        assert "нет" in boris.alert + boris.toast, data
    assert await office.count("persons") == 1


async def test_two_cards_become_one(office: World) -> None:
    anna = office.people.anna
    await anna.writes("/new ООО «Ромашка» +7 916 123-45-67")
    await anna.taps("Завтра")
    await anna.writes("/new Ромашка Плюс +7 903 555-01-02")
    await anna.taps("Через неделю")
    await anna.taps("👤 Карточка")
    await anna.taps("✏️ Изменить")
    await anna.taps("🔗 Объединить")
    await anna.writes("ромашка")
    await anna.taps("ООО «Ромашка»")
    await anna.sees("Две карточки — один клиент")
    await anna.taps("🔁 Имя: ООО «Ромашка»")
    await anna.sees("Имя: ООО «Ромашка»")
    await anna.taps("🔗 Объединить")
    card = await anna.sees("👤 ООО «Ромашка»")
    assert "+7 916 123-45-67" in card.text
    assert "+7 903 555-01-02" in card.text
    assert await office.count("clients") == 1
    assert await office.count("tasks", "status = 'open'") == 2
