"""Who decided what: an owner asks the journal, and nobody has to be asked."""

import io

from openpyxl import load_workbook

from tests.world import World


async def test_an_owner_finds_out_who_moved_a_client_and_who_took_it_back(office: World) -> None:
    people = office.people
    anna, igor, olga = people.anna, people.igor, people.olga
    await anna.writes("/new Ромашка +7 916 123-45-67")
    await anna.taps("Завтра")
    await igor.writes("/find Ромашка")
    await igor.taps("🔀 Передать")
    await igor.taps("Борис Сидоров")
    await olga.writes("/audit")
    await olga.sees("🔀 «Ромашка»: Анна Петрова → Борис Сидоров")
    await igor.taps("↩️ Отменить")
    await olga.writes("/audit")
    await olga.sees("↩️ Отменено. 🔀 «Ромашка»: Борис Сидоров → Анна Петрова")
    await olga.taps("⚙️ Правила")
    await olga.sees("Таких записей нет")
    await olga.taps("👥 Клиенты")
    await olga.taps("👤 Один человек")
    await olga.taps("Борис Сидоров")
    await olga.sees("Показано: 👥 Клиенты · Борис Сидоров")
    await olga.taps("📅 Один день")
    await olga.taps("Назад")
    await olga.taps("📤 Таблицей")
    await office.stage.rest()
    await olga.sees("🧾 Журнал: 2 записи")
    (file,) = [message.content for message in olga.messages if message.content]
    rows = list(load_workbook(io.BytesIO(file)).active.iter_rows(values_only=True))
    assert [row[1] for row in rows[1:]] == ["Игорь Ропов"] * 2


async def test_what_a_head_reads_is_of_the_own_people_and_a_manager_reads_nothing(
    office: World,
) -> None:
    people = office.people
    await people.olga.writes("/audit")
    buttons = [button for row in people.olga.screen.rows for button in row]
    (take,) = [button.data for button in buttons if "Таблицей" in button.label]
    assert take is not None
    await people.igor.writes("/audit")
    await people.igor.sees("Решения ваши и ваших людей")
    await people.anna.writes("/audit")
    assert "Такой команды нет" in people.anna.screen.text
    await people.anna.taps_data(take)
    assert "Такой команды нет" in people.anna.alert + people.anna.screen.text


async def test_an_admin_asks_how_the_bot_does(office: World) -> None:
    people = office.people
    await people.olga.writes("/status")
    await people.olga.sees("✅ Всё, что приходит, разбирается сразу.")
    await people.olga.taps("🔄 Обновить")
    await people.olga.sees("✅ Сообщения уходят вовремя.")
    await people.igor.writes("/status")
    assert "Такой команды нет" in people.igor.screen.text
