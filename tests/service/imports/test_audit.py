"""The audit by the command line: a file in, the figures out, nothing kept."""

import io
import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from bot.__main__ import main
from bot.cli.auditing import run_audit
from bot.clock import FileClock, MovableClock
from bot.services.core.work import Company
from tests.exports import (
    AMO_CONTACT,
    AMO_DEAL,
    AMO_SAMPLE,
    BITRIX_COMPANY,
    BITRIX_CONTACT,
    BITRIX_DEAL,
    BITRIX_LEAD,
    BITRIX_PERSON,
    bitrix_csv,
    compound,
    four_bases,
    lined,
    plain_csv,
    xlsx,
)

NOW = datetime(2026, 11, 30, 9, tzinfo=UTC)
TABLE = (
    "Имя;Телефон;Сделка;Сумма;Следующее дело;Ответственный;Цвет\n"
    "Иванов;+79161112233;Окна;350 000;02.12.2026 звонок;Анна;синий\n"
    "Иванов;+79161112233;Рамы;100 000;;Анна;\n"
    "=Петров;+79161112234;Двери;900 000,50;31.02.2026;Борис;\n"
    "Сидоров;+79161112235;;;25.11.2026;Борис;\n"
    "Котова;+79161112236;;;26.11.2026;;\n"
    ";;;;;;красный\n"
)


async def audited(
    tmp_path: Path, content: bytes, capsys, *, locale: str = "ru", book: Path | None = None
) -> tuple[str, dict[str, object]]:
    path, clock = tmp_path / "base", tmp_path / "clock"
    path.write_bytes(content)
    clock.write_text(NOW.isoformat())
    company = Company("RU", "Europe/Moscow", locale)
    assert await run_audit(FileClock(clock), company, path, as_json=True, xlsx=book) == 0
    *said, last = capsys.readouterr().out.splitlines()
    return "\n".join(said), json.loads(last)


async def test_the_figures_of_a_small_base(tmp_path, capsys) -> None:
    book = tmp_path / "audit.xlsx"
    said, figures = await audited(tmp_path, TABLE.encode(), capsys, book=book)
    assert (figures["rows"], figures["clients"], figures["rejected"]) == (6, 4, 1)
    assert figures["deals"] == {
        "all": 3,
        "covered": 1,
        "uncovered": 2,
        "unknown": 0,
        "no_task": 2,
    }
    # 25.11 is three working days ago, 26.11 two: the grace.
    assert figures["clients_without_deal"] == {
        "all": 2,
        "covered": 1,
        "uncovered": 1,
        "unknown": 0,
        "overdue": 1,
    }
    assert figures["open_sums"] == {"RUB": 135000050}
    assert figures["at_risk"] == {"RUB": 100000050}
    assert (figures["unread_tasks"], figures["unknown_columns"]) == (1, ["Цвет"])
    assert figures["planned_by"] == "2026-11-30"
    assert [dear["client"] for dear in figures["dearest"]] == ["=Петров", "Иванов", "Сидоров"]
    assert "Клиентов: 4, открытых сделок: 3." in said
    assert "1. =Петров · Двери · 900\xa0000,50\xa0₽ · Борис · нет дела" in said
    assert "31.02.2026" in said
    sheets = load_workbook(book)
    assert len(sheets.sheetnames) == 4
    titles, first, *_ = sheets["Самые дорогие"].iter_rows(values_only=True)
    assert first[:4] == ("'=Петров", "Двери", 900000.5, "RUB")
    assert len(titles) == len(first)
    *_, by = next(sheets["Ответственные"].iter_rows(min_row=2))
    assert (by.value, by.number_format) == (datetime(2026, 11, 30), "dd.mm.yyyy")


async def test_the_same_in_english_has_no_russian_word_of_ours(tmp_path, capsys) -> None:
    content = b"Name;Phone;Next task\nJohn Smith;+79161112233;\n"
    said, figures = await audited(tmp_path, content, capsys, locale="en")
    assert figures["clients_without_deal"]["no_task"] == 1
    assert said.isascii() or not any("а" <= char.lower() <= "я" for char in said)


PERSON = {"Ответственный": "Анна", "Рабочий телефон": "+79161112233"}
EXPORTS = {
    **four_bases(3),
    "bitrix_contacts": bitrix_csv(lined(BITRIX_CONTACT, BITRIX_PERSON)),
    "bitrix_companies": bitrix_csv(lined(BITRIX_COMPANY, {"Название компании": "ООО", **PERSON})),
    "bitrix_deals": bitrix_csv(
        lined(BITRIX_DEAL, *[{"ID": "7", "Контакт: Имя": "Пётр", "Сумма": "5"}] * 2)
    ),
    "bitrix_leads": bitrix_csv(lined(BITRIX_LEAD, {"ID": "1", "Имя": "Пётр", **PERSON})),
    "amo_contacts": xlsx(lined(AMO_CONTACT, {"Наименование": "Пётр", **PERSON})),
    "amo_deals": plain_csv(lined(AMO_DEAL, {"ID": "1", "Название сделки": "Окна", **PERSON})),
    "amo_sample": plain_csv(lined(AMO_SAMPLE, {"Полное имя контакта": "Пётр", **PERSON})),
    "vcard": "BEGIN:VCARD\nVERSION:3.0\nFN:Пётр\nTEL:+79161112233\nEND:VCARD\n".encode(),
}
WITH_TASKS = {"amo.xlsx", "amo_contacts"}


@pytest.mark.parametrize("name", EXPORTS)
async def test_every_sample_export_is_audited(name, tmp_path, capsys) -> None:
    said, figures = await audited(tmp_path, EXPORTS[name], capsys)
    assert figures["clients"] == (3 if "." in name else 1)
    assert figures["has_tasks"] is (name in WITH_TASKS)
    assert ("В файле нет дел" in said) is (name not in WITH_TASKS)
    judged = figures["deals"]["all"] + figures["clients_without_deal"]["all"]
    assert judged == figures["to_plan"] == figures["clients"]


ODD = {
    "titles only": (b"", ["В файле нет ни одного клиента: считать нечего."], ["Правило", "все "]),
    "nameless": (
        b";;02.12.2026;;\n",
        ["считать нечего", "Строк, которые не посчитаны: 1."],
        ["Правило", "посчитаны открытыми"],
    ),
    "words instead of days": (
        "Пётр;;завтра;;\nИван;;звонок;;\nОлег;;нет;;\nИнна;;46357;;\n".encode(),
        ["понятной даты: 2.", "с делом в срок 1 (25\xa0%)", "Без дела в срок, первые в файле:"],
        ["Самые дорогие", "под угрозой"],
    ),
    "without a sum": (
        "Пётр;;02.12.2026;;Анна\nИван;;;;Анна\n".encode(),
        ["· Анна: клиентов 2, без дела в срок 1, по норме к"],
        ["под угрозой", "дорогие"],
    ),
    "dollars in front": (
        "Пётр;Окна;;$5,000;Анна\nИван;Рамы;;7;\n".encode(),
        ["под угрозой 5\xa0000\xa0$", "посчитаны в ₽.", "2. Пётр · Окна · 5\xa0000\xa0$"],
        ["RUB", "непонятная"],
    ),
}


@pytest.mark.parametrize("name", ODD)
async def test_an_odd_file_is_told_in_clear_words(name, tmp_path, capsys) -> None:
    rows, told, never = ODD[name]
    titles = "Имя;Сделка;Следующее дело;Сумма;Ответственный\n".encode()
    said, _ = await audited(tmp_path, titles + rows, capsys)
    assert [text for text in told if text not in said] == []
    assert [text for text in never if text in said] == []


async def test_a_sheet_that_was_not_counted_is_named(tmp_path, capsys) -> None:
    book, content = Workbook(), io.BytesIO()
    book.active.append(["Имя", "Следующее дело"])
    book.active.append(["Пётр", "02.12.2026"])
    prices = book.create_sheet("Прайс")
    prices.append(["Товар", "Цена"])
    prices.append(["Окно", 5])
    book.save(content)
    out = tmp_path / "audit.xlsx"
    said, figures = await audited(tmp_path, content.getvalue(), capsys, book=out)
    assert figures["sheets_left"] == ["Прайс"]
    told = "⚠️ Листы с другими столбцами не посчитаны: Прайс."
    assert told in said
    rows = load_workbook(out)["О файле"].iter_rows(values_only=True)
    assert told in [row[0] for row in rows]


BAD = {
    "rubbish": b"\x00\x01\x02" * 100,
    "empty": b"",
    "old": compound(encrypted=False),
    "titles": "Цвет;Размер\nсиний;5\n".encode(),
    "large": b"a" * (20 * 1024 * 1024 + 1),
}


@pytest.mark.parametrize("name", [*BAD, "missing"])
def test_a_bad_file_is_one_sentence(name, tmp_path, capsys, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "base"
    if name in BAD:
        path.write_bytes(BAD[name])
    assert main(["audit", str(path)]) == 1
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert list(tmp_path.iterdir()) == ([path] if name in BAD else [])


def test_wrong_use_ends_with_two() -> None:
    with pytest.raises(SystemExit) as ended:
        main(["audit"])
    assert ended.value.code == 2


async def test_figures_are_told_where_a_picture_can_not_be(tmp_path, capsys) -> None:
    path = tmp_path / "base.csv"
    path.write_text("Имя;Телефон\nИван;+79161112233\n", encoding="utf-8")
    company, clock = Company("RU", "Europe/Moscow", "ru"), MovableClock(NOW)
    png = tmp_path / "a.png"
    assert await run_audit(clock, company, path, as_json=True, png=png) == 1
    out, err = capsys.readouterr()
    assert json.loads(out.splitlines()[-1])["clients"] == 1
    assert err.startswith("Картинку не сделать")


def test_nobody_reads_to_the_end(tmp_path) -> None:
    path = tmp_path / "base.csv"
    path.write_text("Имя;Телефон\nИван;+79161112233\n", encoding="utf-8")
    command = [sys.executable, "-m", "bot", "audit", str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        said = process.stderr.read()
    assert (process.returncode, said) == (1, b"")
