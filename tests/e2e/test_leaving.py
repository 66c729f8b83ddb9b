"""Forms that are left, things that are no answer to a form, and the small ways of every day."""

from tests.world import World

# The story begins on Monday, 23 November 2026, at eight in the morning in Moscow.


async def note_asked(office: World) -> None:
    """Anna has been asked for the note of her only client."""
    await office.people.anna.writes("/find Ромашка")
    await office.people.anna.taps("✏️ Изменить")
    await office.people.anna.taps("📝 Заметка")


async def test_a_command_and_a_way_back_leave_the_form(office: World) -> None:
    anna = office.people.anna
    await anna.writes("/new Ромашка +7 916 123-45-67")
    for command in ("/clients", "/deals", "/plan", "/gaps", "/help"):
        await note_asked(office)
        await anna.writes(command)
        await anna.writes("это уже не заметка")
        assert await office.count("clients", "note IS NOT NULL") == 0, command
    await anna.writes("/find Ромашка")
    await anna.taps("📝 Комментарий")
    await anna.taps("◀️ Назад")
    await anna.writes("и это не комментарий")
    assert await office.count("timeline", "event = 'comment'") == 0


async def test_a_voice_is_no_answer_to_what_is_typed_and_the_form_stays(office: World) -> None:
    anna = office.people.anna
    await anna.writes("/new Ромашка +7 916 123-45-67")
    await note_asked(office)
    await anna.sends_voice(b"OggS said", 3)
    await anna.sees("Здесь нужен текст")
    await anna.writes("Платят в конце месяца")
    await anna.sees("Платят в конце месяца")
    await anna.writes("/такойнет")
    await anna.sees("Такой команды нет")


async def test_a_comment_from_the_clients_card(office: World) -> None:
    anna = office.people.anna
    await anna.writes("/new Ромашка +7 916 123-45-67")
    await anna.writes("/find Ромашка")
    await anna.taps("📝 Комментарий")
    await anna.writes("Просили прайс на почту")
    await anna.sees("📝 Записано.")
    await anna.taps("🕘 История")
    await anna.sees("📝 Просили прайс на почту")


async def test_a_logged_call_is_named_by_who_called(office: World) -> None:
    anna = office.people.anna
    for line, name in (
        ("Котов, хочет скидку", "Котов"),
        ("Мария Белова +7 916 555-55-55 зашла посмотреть", "Мария Белова"),
        ("+7 916 555-55-66 Пётр Иванов", "Пётр Иванов"),
    ):
        await anna.presses("☰ Ещё")
        await anna.taps("🟢 Записать входящее")
        await anna.taps("📞 Звонок")
        await anna.writes(line)
        assert f"➕ Новый клиент «{name}»" in anna.screen.labels


async def test_dots_are_nobodys_name(office: World) -> None:
    anna = office.people.anna
    await anna.writes("/new ...")
    await anna.sees("Не понял, кого добавить")
    assert await office.count("clients") == 0


async def test_another_language_brings_its_own_keys(office: World) -> None:
    anna = office.people.anna
    await anna.writes("/me")
    await anna.taps("🌐 English")
    assert anna.keyboard[0][0] == "📋 My tasks"
    await anna.presses("📋 My tasks")
    await anna.sees("You have no clients yet")
