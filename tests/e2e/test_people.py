"""Coming in, strangers, roles, blocking."""

from tests.world import World


async def test_a_stranger_hears_one_polite_sentence_and_nothing_else(office: World) -> None:
    stranger = office.stage.box.person("Чужой", 9001)
    for said in ("/start", "/pool", "/users", "Привет", "/start не-тот-код"):
        await stranger.writes(said)
    texts = {message.text for message in stranger.messages}
    assert all("приглашени" in text.lower() for text in texts), texts
    assert stranger.commands == []
    assert await office.count("users") == 4


async def test_whoever_set_it_up_learns_the_number_that_makes_the_admin(office: World) -> None:
    await office.change("UPDATE users SET role = 'manager' WHERE role = 'admin'")
    owner = office.stage.box.person("Хозяйка", 9001)
    await owner.writes("/start")
    await owner.sees("нет админа")
    assert "ADMIN_IDS=9001" in owner.screen.text
    assert await office.count("users") == 4


async def test_an_invite_works_once(office: World) -> None:
    first = office.stage.box.person("Первый", 9001)
    second = office.stage.box.person("Второй", 9002)
    igor = office.people.igor
    await igor.writes("/invite")
    code = igor.screen.text.split("start=")[1].split()[0]
    await first.writes(f"/start {code}")
    await first.sees("Ваша роль: менеджер, «Продажи»")
    await second.writes(f"/start {code}")
    await second.sees("Приглашение не подходит")
    assert await office.count("users") == 5
    await first.writes("/start")
    await first.sees("Клиенты под присмотром")


async def test_guessing_codes_has_an_end(office: World) -> None:
    stranger = office.stage.box.person("Чужой", 9001)
    for number in range(7):
        await stranger.writes(f"/start code{number}")
    await stranger.sees("Слишком много попыток")


async def test_the_menu_holds_what_the_role_may_do(office: World) -> None:
    people = office.people
    assert "pool_assign" in people.igor.commands
    assert "pool" not in people.anna.commands
    assert "users" in people.olga.commands


async def test_commands_of_a_higher_role_do_not_exist(office: World) -> None:
    anna = office.people.anna
    for command in ("/pool", "/pool_assign 5", "/lost 1", "/restore 1", "/invite", "/users"):
        await anna.writes(command)
        assert "Такой команды нет" in anna.screen.text, command


async def test_whoever_leaves_says_first_where_everything_goes(office: World) -> None:
    olga, anna, boris = office.people.olga, office.people.anna, office.people.boris
    await anna.writes("/new Ромашка +7 916 123-45-67")
    await anna.writes("/new Котов +7 916 123-45-68")
    await anna.writes("/today")
    await olga.writes("/users")
    await olga.taps("Анна Петрова")
    await olga.taps("🚫 Закрыть доступ")
    await olga.sees("Сейчас ведёт: 2 клиента")
    await olga.taps("👤 Одному человеку")
    await olga.taps("Борис Сидоров")
    await olga.sees("Борис Сидоров получит: 2 клиента")
    await olga.taps("🚫 Передать и закрыть доступ")
    await olga.sees("Передано клиентов: 2")
    await olga.sees("Доступ закрыт")
    await anna.writes("/today")
    await anna.sees("Ваш доступ закрыт")
    await office.at("2026-11-23 09:30")
    told = [message for message in boris.messages if "передаёт вам клиентов: 2" in message.text]
    assert len(told) == 1
    await office.people.igor.sees("закрывает доступ: Анна Петрова")
    assert await office.rows("SELECT count(*) FROM clients WHERE owner_id = 4") == [(2,)]
    await olga.writes("/users")
    await olga.taps("Анна Петрова")
    await olga.taps("✅ Вернуть доступ")
    await anna.sees("Ваш доступ снова открыт")


async def test_a_closed_access_is_taken_back_with_everything(office: World) -> None:
    olga, anna = office.people.olga, office.people.anna
    await anna.writes("/new Ромашка +7 916 123-45-67")
    await olga.writes("/users")
    await olga.taps("Анна Петрова")
    await olga.taps("🚫 Закрыть доступ")
    await olga.taps("📥 В отстойник")
    await olga.sees("В отстойник: 1 клиент")
    await olga.taps("🚫 Передать и закрыть доступ")
    await olga.taps("↩️ Отменить")
    await olga.sees("закрытие доступа")
    await anna.writes("/find Ромашка")
    await anna.sees("Ромашка")
    assert await office.count("clients", "status = 'active' AND owner_id = 3") == 1


async def test_a_manager_who_becomes_a_head_is_asked_about(office: World) -> None:
    olga, anna, igor = office.people.olga, office.people.anna, office.people.igor
    await anna.writes("/new Ромашка +7 916 123-45-67")
    await igor.writes("/users")
    await olga.writes("/users")
    await olga.taps("Анна Петрова")
    await olga.taps("🎖 Роль")
    await olga.taps("РОП")
    await olga.sees("Роль РОПа: Анна Петрова")
    await olga.taps("💼 Оставить этому же человеку")
    await olga.sees("РОП, «Продажи»")
    await olga.writes("/users")
    await olga.taps("Игорь Ропов")
    await olga.taps("🎖 Роль")
    await olga.taps("Менеджер")
    await igor.taps("🔑 Пригласить")
    assert "Эта кнопка для другой роли" in igor.alert


async def test_who_blocks_the_bot_is_named_to_the_head_once(office: World) -> None:
    boris, igor = office.people.boris, office.people.igor
    await boris.writes("/new Котов +7 495 765-43-21")
    boris.blocks()
    await office.at("2026-11-23 10:00")
    await office.at("2026-11-23 12:00")
    await igor.sees("не получает сообщения")
    told = [message for message in igor.messages if "не получает сообщения" in message.text]
    assert len(told) == 1


async def test_who_does_not_touch_the_bot_is_named_to_the_head_once(office: World) -> None:
    boris, igor = office.people.boris, office.people.igor
    for day in (23, 24, 25, 26, 27):
        await office.at(f"2026-11-{day} 10:00")
        for person in (igor, office.people.anna, office.people.olga):
            await person.writes("/today")
    told = [message for message in igor.messages if "не открывает бота" in message.text]
    assert len(told) == 1
    assert "Борис Сидоров" in told[0].text
    await igor.writes("/users")
    await igor.sees("😶 не открывает бота")
    await boris.writes("/today")
    await igor.writes("/users")
    assert "😶" not in igor.screen.text
