"""A slip of the finger is taken back within a minute, and everybody sees things as before."""

from sandbox import Person
from tests.world import World


def offers(person: Person, label: str) -> bool:
    """Whether the person's screen has this button."""
    return any(button.label == label for row in person.screen.rows for button in row)


async def ready(office: World) -> None:
    """Anna has a client with a task for today."""
    anna = office.people.anna
    await anna.writes("/new ООО «Ромашка» +7 916 123-45-67")
    await anna.taps("Завтра")
    await office.at("2026-11-24 09:05")
    await anna.presses("📋 Мои дела")
    await anna.taps("ООО «Ромашка»")


async def test_the_outcome_is_taken_back(office: World) -> None:
    await ready(office)
    anna = office.people.anna
    await anna.taps("✅ Поговорили")
    assert await office.count("tasks", "status = 'open'") == 0
    undo = anna.screen.rows[-1][0]
    await anna.taps("↩️ Отменить")
    assert "↩️ Отменено: итог дела" in anna.screen.text
    assert offers(anna, "✅ Поговорили"), "the same card is open again"
    assert not offers(anna, "↩️ Отменить")
    assert await office.rows("SELECT status, outcome FROM tasks") == [("open", None)]
    await anna.taps_button(anna.screen, undo)
    assert "уже отменено" in anna.screen.text
    assert await office.count("timeline", "event = 'undone'") == 1


async def test_another_kind_keeps_what_was_done_and_the_way_back(office: World) -> None:
    await ready(office)
    anna = office.people.anna
    await anna.taps("✅ Поговорили")
    await anna.taps("🤝")
    assert "✅ ООО «Ромашка»: поговорили." in anna.screen.text
    assert offers(anna, "✓ 🤝")
    await anna.taps("✉️")
    await anna.taps("↩️ Отменить")
    assert "↩️ Отменено: итог дела" in anna.screen.text
    assert offers(anna, "✅ Поговорили")
    await anna.taps("✅ Поговорили")
    await office.at("2026-11-24 09:07")
    await anna.taps("🤝")
    assert "✅ ООО «Ромашка»: поговорили." in anna.screen.text
    assert not offers(anna, "↩️ Отменить"), "the minute is over"


async def test_the_way_back_from_the_month_keeps_what_was_done(office: World) -> None:
    await ready(office)
    anna = office.people.anna
    await anna.taps("✅ Поговорили")
    await anna.taps("🤝")
    await anna.taps("📅 Дата")
    await anna.taps("24")
    await anna.taps("◀️ Назад")
    await anna.taps("◀️ Назад")
    assert "✅ ООО «Ромашка»: поговорили." in anna.screen.text
    assert offers(anna, "✓ 🤝")
    await anna.taps("↩️ Отменить")
    assert offers(anna, "✅ Поговорили")
    await anna.taps("👤 Карточка")
    await anna.taps("📅 Запланировать")
    assert "поговорили" not in anna.screen.text


async def test_the_plan_and_then_the_outcome(office: World) -> None:
    await ready(office)
    anna = office.people.anna
    await anna.taps("✅ Поговорили")
    await anna.taps("Через 3 дня")
    await anna.taps("↩️ Отменить")
    assert "↩️ Отменено: новое дело" in anna.screen.text
    assert "✅ ООО «Ромашка»: поговорили." in anna.screen.text
    assert "Когда следующий контакт?" in anna.screen.text
    await office.stage.bot.stop()
    await office.stage.bot.start()
    await anna.taps("🤝")
    await anna.taps("↩️ Отменить")
    assert "↩️ Отменено: итог дела" in anna.screen.text
    assert not offers(anna, "↩️ Отменить")
    assert offers(anna, "✅ Поговорили")
    assert await office.count("tasks", "status = 'open'") == 1
    assert await office.count("gaps", "closed_at IS NULL") == 0


async def test_after_a_minute_it_is_too_late(office: World) -> None:
    await ready(office)
    anna = office.people.anna
    await anna.taps("✅ Поговорили")
    await office.at("2026-11-24 09:06")
    await anna.taps("↩️ Отменить")
    assert "Отменить можно только сразу" in anna.screen.text
    assert await office.rows("SELECT status FROM tasks") == [("done",)]


async def test_a_client_let_go_is_back_and_nobody_was_told(office: World) -> None:
    await ready(office)
    anna = office.people.anna
    others = (office.people.boris, office.people.igor, office.people.olga)
    told = [len(person.messages) for person in others]
    await anna.taps("👤 Карточка")
    await anna.taps("📥 В отстойник")
    await anna.taps("😴 Не активный")
    assert await office.rows("SELECT status FROM clients") == [("pool",)]
    await anna.taps("↩️ Отменить")
    assert "ООО «Ромашка»" in anna.screen.text
    assert await office.rows("SELECT status, owner_id FROM clients") == [("active", 3)]
    # Before the report of the morning comes to the heads.
    await office.at("2026-11-24 09:29")
    assert [len(person.messages) for person in others] == told


async def test_wants_to_buy_is_taken_back_or_only_the_reminder(office: World) -> None:
    await ready(office)
    anna = office.people.anna
    await anna.taps("💼 Хочет купить")
    await anna.taps("Завтра")
    assert await office.rows("SELECT status FROM deals") == [("open",)]
    assert "💼 Сделка" in anna.screen.labels
    await anna.taps("↩️ Отменить")
    assert await office.count("deals") == 0
    assert await office.rows("SELECT status FROM tasks") == [("open",)]

    await anna.taps("👤 Карточка")
    await anna.taps("💼 Хочет купить")
    await anna.taps("Завтра")
    await anna.taps("↩️ Вернуть прежнее дело")
    assert "Дело снова в плане" in anna.toast
    assert "💼 Сделка" in anna.screen.labels, "the deal stays"
    ((deal,),) = await office.rows("SELECT id FROM deals")
    assert await office.rows("SELECT status, deal_id FROM tasks ORDER BY id") == [
        ("open", None),
        ("open", deal),
    ]


async def test_what_a_client_has_written_before_he_is_back_is_his_owners(office: World) -> None:
    anna, igor = office.people.anna, office.people.igor
    await office.at("2026-11-23 09:05")
    await anna.writes("/new Ромашка +7 916 123-45-67")
    await anna.writes("/find Ромашка")
    await anna.taps("📥 В отстойник")
    await anna.taps("📵 Не отвечает")
    gone = anna.screen
    await anna.forwards("Это Ромашка, +7 916 123-45-67: готовы заказать", origin="Ромашка")
    await office.stage.rest()
    await igor.sees("Решите, кому достанется клиент")
    asked = igor.screen
    await anna.taps_button(gone, gone.rows[-1][-1])
    await anna.sees("Пока не было ответственного, пришло сообщение")
    await office.stage.rest()
    now = next(one for one in igor.messages if one.id == asked.id)
    assert "Ответственный уже есть, входящее передано" in now.text
    inbound = "SELECT owner_id, status, text FROM tasks WHERE direction = 'inbound'"
    (task,) = await office.rows(inbound)
    assert task[:2] == (3, "open") and "готовы заказать" in task[2]
