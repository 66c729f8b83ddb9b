"""A base is judged in the chat before anything of it is imported (R3, R4)."""

import io

from openpyxl import load_workbook

from tests.world import World

BASE = (
    "Имя;Телефон;Сделка;Сумма;Следующее дело;Ответственный\n"
    "Иванов;+79161112233;Окна;350 000;02.12.2026 звонок;Анна Петрова\n"
    "Петров;+79161112234;Двери;900 000;;Анна Петрова\n"
    "Сидоров;+79161112235;;;;Борис\n"
)


async def test_an_admin_sees_who_has_no_task_before_importing(office: World) -> None:
    igor = office.people.igor
    await igor.sends_file("база.csv", BASE.encode())
    await igor.sees("📄 база.csv\n")
    await igor.taps("🔎 Аудит: кто без дела")
    await igor.sees("Считаю, у кого нет дела")
    told = await igor.sees("Открытые сделки (2): с делом в срок 1 (50\xa0%) · нет дела 1")
    assert told.media is not None and told.media.kind == "photo"
    assert "Под угрозой, без дела в срок: 900\xa0000\xa0₽" in told.text
    await office.stage.rest()
    book = load_workbook(io.BytesIO(igor.screen.content))
    assert book.sheetnames[:2] == ["Итог", "Ответственные"]
    assert await office.count("clients") == 0
    await igor.taps("👥 По людям и сделкам", told)
    shown = await igor.sees("Самые дорогие без дела в срок")
    assert "1. Петров · Двери · 900\xa0000\xa0₽ · Анна Петрова · нет дела" in shown.text
    await igor.taps("▶️ К импорту", told)
    await igor.taps("🔎 Аудит: кто без дела")
    await igor.sees("Самые дорогие без дела в срок")


async def test_other_columns_are_judged_anew_and_a_dropped_file_is_not(office: World) -> None:
    anna = office.people.anna
    await anna.sends_file("база.csv", BASE.encode())
    await anna.sees("📄 база.csv\n")
    await anna.taps("🔎 Аудит: кто без дела")
    told = await anna.sees("🔎 Аудит · база.csv")
    await anna.taps("▶️ К импорту", told)
    card = await anna.sees("📄 база.csv\n")
    await anna.taps("✋ Не надо", card)
    await anna.sees("ничего не загружаю")
    await anna.taps("👥 По людям и сделкам", told)
    await anna.sees("ничего не загружаю")
