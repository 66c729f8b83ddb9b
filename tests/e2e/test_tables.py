"""Tables for those who have switched them on, plain lines for all others and where Telegram takes
no tables; dates beyond the horizon that can not be tapped."""

from tests.e2e.test_outage import asked
from tests.world import World

RICH = "sendRichMessage"


async def test_the_digest_comes_with_tables_to_who_has_asked_for_them(office: World) -> None:
    anna, boris = office.people.anna, office.people.boris
    for person in (anna, boris):
        await person.writes("/new Ромашка")
        await person.taps("Завтра")
        await person.writes("/new Лютик")
    await anna.writes("/me")
    await anna.sees("📊 Таблицы в сводке и отчёте: выключены")
    await anna.taps("📊 Таблицы: включить")
    await anna.sees("📊 Таблицы в сводке и отчёте: включены")
    await office.at("2026-11-24 09:00")
    digest = await anna.sees("Доброе утро, Анна")
    assert "На сегодня | Сколько" in digest.text
    assert "🟡 Сегодня | 1" in digest.text
    assert "📆 Дальше | Дел | Время" in digest.text
    assert "Лютик — нет дела" in digest.text
    assert digest.labels[0] == "▶️ Начать день"
    plain = await boris.sees("Доброе утро, Борис")
    assert plain.blocks == ()
    await anna.taps("▶️ Начать день", digest)
    await anna.sees("Ромашка")


async def test_the_head_reads_report_and_team_as_tables(office: World) -> None:
    anna, igor = office.people.anna, office.people.igor
    await anna.writes("/new ООО «Ромашка» & Ко")
    await anna.taps("Завтра")
    await igor.writes("/me")
    await igor.taps("📊 Таблицы: включить")
    await office.at("2026-11-25 09:30")
    report = await igor.sees("📊 Отчёт")
    assert "Кто | Покрытие | Чистый день | Просрочка | Реакция | Переносы" in report.text
    assert "Анна Петрова | 🟢 100" in report.text
    await igor.writes("/team")
    first = igor.screen
    assert "Кто | Покрытие" in first.text
    await igor.taps("30 дней")
    assert (igor.screen.id, bool(igor.screen.blocks)) == (first.id, True)
    await igor.taps("Анна Петрова")
    await igor.sees("Покрытие: 100")
    assert (igor.screen.id, igor.screen.blocks) == (first.id, ())
    await igor.writes("/me")
    await igor.taps("📊 Таблицы: выключить")
    await igor.writes("/team")
    assert igor.screen.blocks == ()


async def test_where_telegram_takes_no_table_the_lines_come_and_an_admin_hears_it(
    office: World,
) -> None:
    anna, igor, olga = office.people.anna, office.people.igor, office.people.olga
    box = office.stage.box
    await anna.writes("/new Ромашка")
    for person in (anna, igor):
        await person.writes("/me")
        await person.taps("📊 Таблицы: включить")
    box.faults.fail_next(RICH, 99, kind="404")
    await office.at("2026-11-24 09:00")
    digest = await anna.sees("Доброе утро, Анна")
    assert "⚪️ Без дела 1" in digest.text
    await olga.sees("Telegram не принимает таблицы")
    await igor.writes("/team")
    await igor.sees("Покрытие · чистый день")
    await office.at("2026-11-25 09:00")
    assert sum("Доброе утро, Анна" in post.text for post in anna.history) == 2
    assert box.state.calls[RICH] == 1
    assert sum("не принимает таблицы" in post.text for post in olga.history) == 1


async def test_a_table_in_doubt_comes_again_marked_and_as_a_table(office: World) -> None:
    anna, box = office.people.anna, office.stage.box
    await anna.writes("/new Ромашка")
    await anna.writes("/me")
    await anna.taps("📊 Таблицы: включить")
    box.faults.fail_next(RICH, kind="502_after")
    office.stage.clock.at("2026-11-24 09:00")
    await asked(office, 1)
    await office.at("2026-11-24 09:01")
    first, again = (post for post in anna.history if "Доброе утро" in post.text)
    assert (bool(first.blocks), bool(again.blocks)) == (True, True)
    assert again.text == f"(повтор)\n{first.text}"
    assert again.silent
    assert await office.count("outbox", "kind = 'digest' AND status = 'sent'") == 1


async def test_a_date_beyond_the_horizon_is_dead_or_says_why(office: World) -> None:
    anna = office.people.anna
    await anna.writes("/new Ромашка +7 916 123-45-67")
    await anna.taps("📅 Дата")
    await anna.taps("▶️")
    locked = next(one for row in anna.screen.rows for one in row if "🔒" in one.label)
    assert locked.dead
    assert "🔒 — дальше 30 дн." in anna.screen.text
    office.stage.box.faults.fail_next("editMessageText", kind="400")
    await anna.taps("◀️")
    await anna.taps("▶️")
    await anna.taps("🔒")
    assert "Дальше 30 дней не планируем" in anna.alert
