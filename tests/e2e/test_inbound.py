"""Whose message is it: own, a colleague's, the pool's, nobody's, hidden, twice, in parts."""

from tests.world import World

PHONE = "+7 916 123-45-67"


async def ready(office: World) -> None:
    """Anna has a client with a phone and a plan."""
    await office.people.anna.writes(f"/new ООО «Ромашка» {PHONE}")
    await office.people.anna.taps("Завтра")


async def test_a_phone_in_the_text_finds_the_client(office: World) -> None:
    await ready(office)
    anna = office.people.anna
    await anna.forwards(f"Перезвоните: {PHONE}", origin="Кто-то")
    await anna.sees("Входящее записано")
    assert "Ромашка" in anna.screen.text
    assert await office.count("tasks", "direction = 'inbound' AND status = 'open'") == 1


async def test_a_hidden_sender_is_asked_about_once_and_then_known(office: World) -> None:
    await ready(office)
    anna = office.people.anna
    await anna.forwards("Добрый день", origin="Секретарь Ромашки")
    await anna.sees("Кто это?") if anna.find("Кто это?") else await anna.taps("🔍 Найти")
    if anna.find("Кого ищем?"):
        await anna.writes("ромашка")
    await anna.taps("ООО «Ромашка»")
    await anna.sees("Входящее записано")
    await anna.taps("✅ Обработано")
    await office.at("2026-11-23 09:30")
    await anna.forwards("И ещё вопрос", origin="Секретарь Ромашки")
    assert "Входящее записано" in anna.screen.text


async def test_planning_the_next_task_is_an_answer_and_may_be_taken_back(office: World) -> None:
    await ready(office)
    anna = office.people.anna
    await anna.forwards(f"Перезвоните: {PHONE}", origin="Кто-то")
    await anna.taps("📅 Запланировать")
    await anna.taps("🤝")
    await anna.taps("📅 Дата")
    await anna.taps("◀️ Назад")
    await anna.writes("в пятницу в 15:00")
    await anna.sees("входящее разобрано, следующий контакт с клиентом — пт 27.11 в 15:00 · встреча")
    still = "direction = 'inbound' AND status = 'open'"
    assert await office.count("tasks", still) == 0
    await anna.taps("↩️ Отменить")
    assert "↩️ Отменено: новое дело" in anna.screen.text
    assert await office.count("tasks", still) == 1
    await anna.taps("📅 Запланировать")
    await anna.taps("Через 3 дня")
    await anna.sees("входящее разобрано")
    assert await office.count("tasks", still) == 0
    assert await office.count("tasks", "status = 'open'") == 2


async def test_a_colleagues_client_tells_the_surname_and_is_passed_on(office: World) -> None:
    await ready(office)
    boris, anna = office.people.boris, office.people.anna
    await boris.forwards(f"Мой номер {PHONE}", origin="Кто-то")
    await boris.sees("закреплён за коллегой: Петрова")
    assert "Ромашка" not in "".join(message.text for message in boris.messages)
    await boris.taps("📨 Передать")
    await boris.sees("Передано: Петрова")
    await office.at("2026-11-23 09:05")
    await anna.sees("Входящие 1")
    assert await office.count("tasks", "direction = 'inbound'") == 1
    await anna.forwards(f"Мой номер {PHONE}", origin="Кто-то")
    assert await office.count("tasks", "direction = 'inbound'") <= 2


async def test_several_parts_within_a_minute_are_one_task(office: World) -> None:
    anna, marina = office.people.anna, office.people.marina
    await anna.forwards("Здравствуйте!", origin=marina)
    await anna.taps("➕ Новый клиент")
    await anna.forwards("Нужны столы", origin=marina)
    await anna.sees("Добавлено к тому же входящему")
    await anna.forwards("", origin=marina, photo=b"\x89PNG", album="7", wait=False)
    await office.stage.rest()
    assert await office.count("tasks", "direction = 'inbound'") == 1
    assert await office.count("clients") == 1


async def test_a_shared_contact_is_a_client_in_one_tap(office: World) -> None:
    anna = office.people.anna
    await anna.shares_contact("79261234567", "Олег", "Кузнецов")
    await anna.taps("➕ Новый клиент «Олег Кузнецов»")
    await anna.sees("Входящее записано")
    assert await office.rows("SELECT value FROM contact_points") == [("+79261234567",)]


async def test_a_shared_contact_brings_its_whole_card(office: World) -> None:
    anna = office.people.anna
    card = "\n".join(
        (
            "BEGIN:VCARD",
            "VERSION:3.0",
            "FN:Олег Кузнецов",
            "ORG:ООО «Вымпел»",
            "TEL:+7 495 765-43-21",
            "EMAIL:oleg@example.com",
            "END:VCARD",
        )
    )
    await anna.shares_contact("89261234567", "Олег", vcard=card)
    await anna.taps("➕ Новый клиент «Олег»")
    await anna.sees("Входящее записано")
    assert await office.rows("SELECT value FROM contact_points ORDER BY id") == [
        ("+79261234567",),
        ("+74957654321",),
        ("oleg@example.com",),
    ]
    assert await office.rows("SELECT company FROM clients") == [("ООО «Вымпел»",)]


async def test_who_comes_back_from_the_pool_may_be_taken(office: World) -> None:
    await ready(office)
    anna, boris = office.people.anna, office.people.boris
    await anna.taps("👤 Карточка")
    await anna.taps("📥 В отстойник")
    await anna.taps("😴 Не активный")
    await boris.forwards(f"Это снова я, {PHONE}", origin="Кто-то")
    await boris.sees("Сам вернулся!")
    await boris.taps("🙋 Взять себе")
    await boris.sees("Входящее записано")
    assert boris.screen.text.count("Это снова я") == 1
    assert await office.rows("SELECT status, owner_id FROM clients") == [("active", 4)]


async def test_who_let_the_client_go_does_not_take_it_back(office: World) -> None:
    await ready(office)
    anna, igor = office.people.anna, office.people.igor
    await anna.taps("👤 Карточка")
    await anna.taps("📥 В отстойник")
    await anna.taps("😴 Не активный")
    await anna.forwards(f"Это снова я, {PHONE}", origin="Кто-то")
    await anna.sees("РОП уже знает")
    await office.at("2026-11-23 09:05")
    await igor.sees("снова пишет")
    # The weekly hand-out of that very morning may have given it to somebody else.
    assert await office.count("clients", "owner_id = 3") == 0


async def test_the_head_decides_about_a_lost_one_who_writes_on_the_message(office: World) -> None:
    await ready(office)
    anna, boris, igor = office.people.anna, office.people.boris, office.people.igor
    await igor.writes("/lost Ромашка")
    await igor.taps("☠️ Подтвердить")
    await anna.forwards(f"Это снова я, {PHONE}", origin="Кто-то")
    await anna.sees("закрыт как потерянный")
    await office.at("2026-11-23 09:05")
    await igor.sees("Потерянный клиент")
    await igor.taps("🌱 ООО «Ромашка»")
    await igor.taps("🌱 Вернуть")
    await igor.taps("Борис Сидоров ·")
    await office.at("2026-11-23 09:07")
    await boris.sees("Входящее клиента ждёт ответа")
    await boris.taps("🟢 Открыть")
    assert "Это снова я" in boris.screen.text
    await boris.taps("✅ Обработано")


async def test_whose_owner_is_away_is_passed_on_to_the_head(office: World) -> None:
    await ready(office)
    anna, boris, igor = office.people.anna, office.people.boris, office.people.igor
    await anna.writes("/me")
    await anna.taps("🏖 Отпуск")
    await anna.writes("23.11-11.12")
    await anna.taps("Без заместителя")
    await office.at("2026-11-23 09:05")
    await boris.forwards(f"Мой номер {PHONE}", origin="Кто-то")
    await boris.taps("📨 Передать")
    await boris.sees("Петрова в отпуске до пт 11.12 — передано РОПу: ")
    await igor.sees("решаете вы")
    await igor.taps("🟢 Открыть")
    await igor.taps("✅ Обработано")
    await igor.sees("обработано")


async def test_a_call_is_logged_by_hand(office: World) -> None:
    await ready(office)
    anna = office.people.anna
    await anna.writes("/call")
    await anna.taps("📞 Звонок")
    await anna.writes(f"{PHONE} просит счёт")
    await anna.sees("Входящее записано")
    assert await office.rows("SELECT kind FROM tasks WHERE direction = 'inbound'") == [("call",)]


async def test_a_voice_without_a_sender_asks(office: World) -> None:
    anna = office.people.anna
    await anna.forwards("", origin="Аноним", voice=b"OggS")
    assert "Входящее" in anna.screen.text
    assert await office.count("inbox", "parked_at IS NOT NULL") == 0


async def test_find_in_any_spelling(office: World) -> None:
    await ready(office)
    anna = office.people.anna
    for typed in ("ромаш", "РОМАШКА", "8 (916) 123 45 67", "1234567", "1"):
        await anna.writes(f"/find {typed}")
        assert "ООО «Ромашка»" in anna.screen.text, typed
    await anna.writes("/find ромошка")
    assert "Похожие" in anna.screen.text
    await anna.writes("/find ничегонетакого")
    assert "никого не нашлось" in anna.screen.text


async def test_many_parts_of_somebody_unknown_are_asked_about_once_and_all_kept(
    office: World,
) -> None:
    anna = office.people.anna
    await anna.forwards("Здравствуйте!", origin="Некто")
    question = anna.screen
    for text in ("Нужны столы", "И стулья"):
        await anna.forwards(text, origin="Некто")
        await anna.sees("Добавлено к тому же входящему")
    await anna.taps("➕ Новый клиент", question)
    await anna.sees("Здравствуйте!\nНужны столы\nИ стулья")
    await anna.forwards("Срочно", origin="Некто")
    assert await office.rows("SELECT text FROM tasks") == [
        ("Здравствуйте!\nНужны столы\nИ стулья\nСрочно",)
    ]


async def test_an_album_is_answered_once(office: World) -> None:
    anna = office.people.anna
    await anna.forwards("Вот наш склад", origin="Некто", photo=b"\x89PNG", album="7")
    shown = len(anna.messages)
    for part in range(3):
        photo = b"\x89PNG%d" % part
        await anna.forwards("", origin="Некто", photo=photo, album="7", wait=False)
    await office.stage.rest()
    assert len([one for one in anna.messages[shown:] if one.buttons]) == 0
    await anna.taps("➕ Новый клиент")
    await anna.sees("Вот наш склад")
    assert await office.count("tasks", "direction = 'inbound'") == 1


async def test_a_wrong_choice_is_mended_and_the_next_forward_goes_right(office: World) -> None:
    await ready(office)
    anna = office.people.anna
    await anna.writes("/new ООО «Лютик»")
    await anna.taps("Завтра")
    await anna.forwards("Добрый день", origin="Секретарь")
    await anna.taps("🔍 Найти")
    await anna.writes("ромашка")
    await anna.taps("ООО «Ромашка»")
    await anna.sees("Входящее записано")
    wrong = anna.screen
    (button,) = [one for row in wrong.rows for one in row if one.label == "🔄 Другой клиент"]
    await anna.taps("🔄 Другой клиент")
    await anna.sees("Снято с клиента: ООО «Ромашка»")
    assert "➕ Новый клиент «Секретарь»" in anna.screen.labels
    assert await office.count("tasks", "direction = 'inbound' AND status = 'open'") == 0
    await anna.taps("🔍 Найти")
    await anna.writes("лютик")
    await anna.taps("ООО «Лютик»")
    await anna.sees("Входящее записано")
    assert "Лютик" in anna.screen.text
    await anna.taps_button(wrong, button)
    await anna.sees("С этим сообщением уже разобрались")
    await office.at("2026-11-23 09:30")
    await anna.forwards("И ещё вопрос", origin="Секретарь")
    await anna.sees("Добавлено к открытому входящему")
    assert "Лютик" in anna.screen.text
    assert await office.rows(
        "SELECT clients.name, tasks.status FROM tasks JOIN clients ON clients.id = client_id"
        " WHERE direction = 'inbound' ORDER BY tasks.id"
    ) == [
        ("ООО «Ромашка»", "cancelled"),
        ("ООО «Лютик»", "open"),
    ]


async def test_a_shared_number_is_read_as_the_country_dials_it(office: World) -> None:
    anna = office.people.anna
    for phone, name in (
        ("88005553535", "Колл-центр"),
        ("375291234567", "Минск"),
        ("0000000000", "Олег Заглушкин"),
    ):
        await anna.shares_contact(phone, name)
        await anna.taps("➕ Новый клиент")
        await anna.sees("Входящее записано")
    kept = "SELECT value FROM contact_points WHERE kind = 'phone' ORDER BY value"
    assert await office.rows(kept) == [("+375291234567",), ("+78005553535",)]
    assert "0000000000" in anna.screen.text
    await anna.shares_contact("0000000000", "Кто-то другой")
    await anna.sees("Кто-то другой. Такого клиента пока нет")
