"""The head takes the report along, the admin that of a team; a manager sees the own numbers."""

import io

from openpyxl import load_workbook

from tests.world import World


async def test_the_report_as_a_file(office: World) -> None:
    anna, igor = office.people.anna, office.people.igor
    await anna.writes("/new ООО «Ромашка» +7 916 123-45-67")
    await anna.taps("Завтра")
    await anna.writes("/new ИП «Лютик» +7 916 123-45-68")
    await igor.writes("/team")
    await igor.sees("Анна Петрова")
    await igor.taps("30 дней")
    await igor.taps("📤 Excel")
    await igor.sees("Собираю отчёт в файл")
    await office.stage.rest()
    (file,) = [message for message in igor.messages if message.content]
    assert any("1 сотрудник: на первом листе" in message.text for message in igor.messages)
    book = load_workbook(io.BytesIO(file.content))
    assert book.sheetnames == [
        "Отдел",
        "Покрытие",
        "Чистый день",
        "Просрочка",
        "Реакция",
        "Переносы",
    ]
    assert [row[0].value for row in book["Отдел"]][1:] == ["Анна Петрова", "Всего", "Норма"]
    assert book["Отдел"]["C2"].value == 0.5
    assert len(book["Отдел"]._charts) == 5  # type: ignore[attr-defined]
    (line,) = book["Покрытие"].iter_rows(min_row=2, values_only=True)
    assert line[:2] == ("Анна Петрова", "ИП «Лютик»")


async def test_everybody_sees_what_is_theirs(office: World) -> None:
    anna, igor = office.people.anna, office.people.igor
    await anna.writes("/new ООО «Ромашка» +7 916 123-45-67")
    await anna.taps("Завтра")
    await anna.writes("/team")
    assert "Отдел" not in anna.screen.text
    await anna.writes("/me")
    await anna.taps("📊 Мои цифры")
    await anna.sees("Покрытие: 100")
    assert "📤 Excel" not in anna.screen.labels
    await igor.writes("/team")
    await igor.sees("Анна Петрова")
