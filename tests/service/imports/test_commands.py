"""Import and export on both databases, through the commands."""

import csv
import json
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.cli.exporting import run_export
from bot.cli.importing import run_import
from bot.models import Client
from bot.models.user import User
from bot.services.imports.portions import PORTION
from tests.builders import Firm
from tests.exports import BITRIX_DEAL, bitrix_csv, lined

FILE = (
    "Имя;Телефон\nИванов;8 916 111-22-33\n;\nПетров;'+7 (903) 222-33-44\n"
    "Без телефона;\nИванов П.;+79161112233\n"
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "clients.csv"
    path.write_text(FILE, encoding="cp1251")
    return path


async def bring_in(firm: Firm, file: Path, owner: int, dry: bool, capsys) -> dict[str, object]:
    async with firm.work() as work:
        telegram_id = (await work.session.get_one(User, owner)).telegram_id
    code = await run_import(firm.transactions, file, telegram_id, dry, as_json=True)
    assert code == 0
    return dict(json.loads(capsys.readouterr().out.splitlines()[-1]))


def counts(report: dict[str, object]) -> tuple[object, ...]:
    return tuple(report[name] for name in ("rows", "imported", "merged", "rejected"))


async def test_in_is_imported_merged_or_rejected_and_twice_is_once(firm, file, capsys) -> None:
    anna = await firm.person("Анна")
    assert counts(await bring_in(firm, file, anna, True, capsys)) == (5, 3, 1, 1)
    assert counts(await bring_in(firm, file, anna, False, capsys)) == (5, 3, 1, 1)
    assert counts(await bring_in(firm, file, anna, False, capsys)) == (5, 0, 4, 1)


async def test_further_rows_of_a_deal_are_merged_and_cells_are_told(firm, tmp_path, capsys) -> None:
    anna = await firm.person("Анна")
    deal = {"ID": "31", "Контакт: Имя": "Пётр", "Контакт: Рабочий телефон": "+79032365544"}
    other = {"ID": "32", "Контакт: Имя": "Мария", "Дата создания": "31.02.2019"}
    lost = {"ID": "33", "Контакт: Рабочий телефон": "7.90324E+10"}
    path = tmp_path / "deals.csv"
    path.write_bytes(bitrix_csv(lined(BITRIX_DEAL, deal, other, deal, lost, lost)))
    async with firm.work() as work:
        telegram_id = (await work.session.get_one(User, anna)).telegram_id
    args = (firm.transactions, path, telegram_id)
    assert await run_import(*args, dry_run=False, as_json=True) == 0
    *said, last = capsys.readouterr().out.splitlines()
    report = json.loads(last)
    assert (report["profile"], counts(report)) == ("bitrix_deals", (5, 2, 1, 2))
    assert said[0] == "Строка 3, «Дата создания»: такой даты нет (31.02.2019)."
    assert [line.split(":")[0] for line in said[1:3]] == ["Строка 5", "Строка 6"]


async def test_a_table_without_titles_for_people_is_refused(firm, tmp_path, capsys) -> None:
    anna = await firm.person("Анна")
    path = tmp_path / "colours.csv"
    path.write_text("Цвет;Размер\nсиний;5\n", encoding="utf-8")
    async with firm.work() as work:
        telegram_id = (await work.session.get_one(User, anna)).telegram_id
    args = (firm.transactions, path, telegram_id)
    assert await run_import(*args, dry_run=False, as_json=False) == 1
    assert "подпишите столбцы" in capsys.readouterr().err


async def test_a_colleagues_client_is_rejected_and_not_told(firm, file, capsys) -> None:
    anna, boris = await firm.person("Анна"), await firm.person("Борис")
    await firm.client(boris, "Тайный", phone="+79161112233")
    report = await bring_in(firm, file, anna, False, capsys)
    assert counts(report) == (5, 2, 0, 3)
    assert "Тайный" not in capsys.readouterr().out


async def test_somebody_unknown_and_no_file(firm, file, capsys) -> None:
    assert await run_import(firm.transactions, file, 999, False, False) == 1
    assert await run_import(firm.transactions, file.with_name("none.csv"), 999, False, False) == 1
    assert "Traceback" not in capsys.readouterr().err


async def test_what_was_imported_comes_out_with_fixed_columns(firm, file, tmp_path, capsys) -> None:
    anna = await firm.person("Анна")
    await bring_in(firm, file, anna, False, capsys)
    await firm.client(anna, "С делом", due=firm.in_days(3))
    folder = tmp_path / "out"
    assert await run_export(firm.transactions, folder) == 0
    names = sorted(path.name for path in folder.iterdir())
    assert names == ["clients.csv", "deals.csv", "people.csv", "pool.csv", "tasks.csv"]
    text = (folder / "clients.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(text.splitlines(), delimiter=";"))
    assert rows[0]["phones"] == "+79161112233"
    assert rows[0]["gap_since"] == "2026-11-24T06:00:00+00:00"
    assert rows[-1]["next_due"] == "2026-11-27"
    task = (folder / "tasks.csv").read_text(encoding="utf-8-sig").splitlines()[1].split(";")
    assert task[4:9] == ["outbound", "open", "", "2026-11-27", "1"]


async def test_an_export_out_comes_in_again_as_the_same(firm, file, tmp_path, capsys) -> None:
    anna = await firm.person("Анна")
    await bring_in(firm, file, anna, False, capsys)
    await run_export(firm.transactions, tmp_path)
    report = await bring_in(firm, tmp_path / "clients.csv", anna, False, capsys)
    assert counts(report)[1:] == (0, 3, 0)


async def test_what_a_dry_run_counts_portion_by_portion_is_what_comes(
    firm, tmp_path, capsys
) -> None:
    """As far as each portion, and over their borders: a row of the third portion that means a
    client of the first is one in both. A dry run leaves nothing behind."""
    anna = await firm.person("Анна")
    rows = [f"Клиент {n % 120};+7916{n % 120:07}" for n in range(2 * PORTION + 30)]
    path = tmp_path / "many.csv"
    for portions, expected in ((1, (50, 50, 0, 0)), (2, (100, 100, 0, 0)), (3, (130, 120, 10, 0))):
        lines = ["Имя;Телефон", *rows[: portions * PORTION]]
        path.write_text("\n".join(lines), encoding="utf-8")
        assert counts(await bring_in(firm, path, anna, True, capsys)) == expected
        async with firm.work() as work:
            assert await work.session.scalar(select(func.count()).select_from(Client)) == 0
    assert counts(await bring_in(firm, path, anna, False, capsys)) == expected
    async with firm.work() as work:
        assert await work.session.scalar(select(func.count()).select_from(Client)) == 120
