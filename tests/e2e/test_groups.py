"""The department's chat: the evening's totals, and nothing that is one person's."""

from tests.world import World


async def test_a_head_brings_the_bot_and_the_evening_brings_the_totals(office: World) -> None:
    people, box = office.people, office.stage.box
    await people.anna.writes("/new Ромашка +7 916 123-45-67")
    await people.boris.writes("/new Котов +7 495 765-43-21")
    await people.boris.taps("Через 3 дня")
    chat = box.group("Отдел продаж")
    await chat.adds_bot(people.igor)
    assert "итоги: отдел «Продажи»" in chat.messages[-1].text
    await office.at("2026-11-23 18:05")
    said = chat.messages[-1].text
    assert "Итоги дня, пн 23.11 · отдел «Продажи»" in said
    assert "Анна Петрова: сделано 0, осталось 0, без дела 1" in said
    assert "Всего: сделано 0, осталось 0, без дела 1" in said
    assert "Ромашка" not in said and "Котов" not in said
    await office.at("2026-11-23 20:00")
    assert len([post for post in chat.messages if "Итоги дня" in post.text]) == 1
    await office.at("2026-11-24 18:05")
    assert len([post for post in chat.messages if "Итоги дня" in post.text]) == 2


async def test_whoever_else_brings_it_reads_one_sentence(office: World) -> None:
    people, box = office.people, office.stage.box
    stranger = box.person("Чужой", 9001)
    for number, by in enumerate((people.anna, stranger), 1):
        chat = box.group("Чат", -5000 - number)
        await chat.adds_bot(by)
        assert [post.text for post in chat.messages] == [
            "👋 Итоги дня присылаю в чат, только если меня добавляет РОП или админ."
            " Здесь буду молчать."
        ]
        await office.at(f"2026-11-2{3 + number} 18:05")
        assert len(chat.messages) == 1


async def test_a_command_does_nothing_in_a_group(office: World) -> None:
    people, box = office.people, office.stage.box
    await people.anna.writes("/new Ромашка +7 916 123-45-67")
    stranger = box.person("Чужой", 9001)
    chat = box.group("Отдел продаж")
    await chat.adds_bot(people.igor, "administrator")
    before = len(chat.messages)
    clients = await office.count("clients")
    for line in ("/find@moi_dela_bot Ромашка", "/new Тюльпан +7 916 000-00-01", "/pool", "/start"):
        await chat.writes(people.anna, line)
        said = people.anna.messages[-1].text
        assert "из общего чата не выполняю" in said and line.replace("@moi_dela_bot", "") in said
    await chat.writes(people.igor, "/lost Ромашка")
    assert "из общего чата не выполняю" in people.igor.messages[-1].text
    assert await office.count("clients") == clients
    # What was copied is what works.
    await people.anna.writes("/find Ромашка")
    await people.anna.sees("Ромашка")
    await chat.writes(people.anna, "/find@another_bot Ромашка")
    await chat.writes(people.anna, "Ромашка опять звонила, перезвоню завтра")
    assert len(chat.messages) == before
    assert await office.count("inbox", "raw LIKE '%перезвоню%'") == 0
    await chat.writes(stranger, "/today")
    assert "отвечу в личном чате" in chat.messages[-1].text
    assert chat.messages[-1].labels == ["💬 Открыть чат с ботом"]


async def test_a_supergroup_and_a_topic_keep_the_link(office: World) -> None:
    people, box = office.people, office.stage.box
    await people.anna.writes("/new Ромашка +7 916 123-45-67")
    chat = box.group("Отдел продаж")
    await chat.adds_bot(people.igor)
    await chat.upgrades(people.igor)
    await office.at("2026-11-23 18:05")
    assert "Итоги дня" in chat.messages[-1].text
    await chat.writes(people.igor, "/here", topic=77)
    assert chat.messages[-1].extra["message_thread_id"] == 77
    await office.at("2026-11-24 18:05")
    assert "Итоги дня" in chat.messages[-1].text
    assert chat.messages[-1].extra["message_thread_id"] == 77


async def test_a_supergroup_that_the_bot_was_not_told_of_gets_them_as_well(office: World) -> None:
    people, box = office.people, office.stage.box
    await people.anna.writes("/new Ромашка +7 916 123-45-67")
    chat = box.group("Отдел продаж")
    await chat.adds_bot(people.igor)
    await chat.upgrades(people.igor, tells=False)
    await office.at("2026-11-23 18:05")
    await office.at("2026-11-23 18:06")
    assert "Итоги дня" in chat.messages[-1].text


async def test_an_admin_chooses_whose_and_hears_once_that_it_has_ended(office: World) -> None:
    people, box = office.people, office.stage.box
    await people.anna.writes("/new Ромашка +7 916 123-45-67")
    chat = box.group("Вся компания")
    await chat.adds_bot(people.olga)
    await office.at("2026-11-23 09:01")
    await people.olga.sees("Чьи итоги присылать?")
    await people.olga.taps("Продажи")
    await people.olga.sees("Итоги: отдел «Продажи»")
    await chat.removes_bot(people.boris)
    await office.at("2026-11-23 09:10")
    told = [post for post in people.olga.messages if "Вся компания отключён" in post.text]
    assert len(told) == 1
    await people.olga.writes("/groups")
    await people.olga.sees("Ни один чат не подключён")
    assert len(chat.messages) == 1


async def test_rights_lost_or_unlinked_is_silence(office: World) -> None:
    people, box = office.people, office.stage.box
    await people.anna.writes("/new Ромашка +7 916 123-45-67")
    chat, other = box.group("Продажи"), box.group("Опт", -4002)
    await chat.adds_bot(people.igor)
    await other.adds_bot(people.olga)
    await chat.silences_bot(people.igor)
    await people.olga.writes("/groups")
    await people.olga.taps("Опт")
    await people.olga.taps("🔌 Отключить")
    await people.olga.taps("🔌 Да, отключить")
    await office.at("2026-11-23 18:05")
    assert len(chat.messages) == len(other.messages) == 1
    await people.anna.writes("/groups")
    await people.anna.sees("Такой команды нет")
