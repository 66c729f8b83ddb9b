"""Files as people have them: encodings, delimiters, quirks, rubbish."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from bot.files.reading import LARGEST, read_clients
from bot.files.writing import write_csv
from bot.method.refusals import Invalid

TABLE = "Имя;Телефон;Почта;Комментарий\nИванов Пётр;8 916 111-22-33;ivanov@example.com;важный\n"
CARD = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Иванов;Пётр;;;\r\nFN:Пётр\\, Иванов\r\n"
    "item1.TEL;TYPE=CELL:+7 916\r\n  111-22-33\r\nEMAIL:ivanov@example.com\r\n"
    "ORG:Ромашка;Отдел\r\nNOTE:раз\\nдва\r\nPHOTO;ENCODING=b:AAAA\r\nEND:VCARD\r\n"
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_a_table_in_any_encoding_and_with_any_separator(encoding: str, separator: str) -> None:
    read = read_clients(TABLE.replace(";", separator).encode(encoding))
    (row,) = read.rows
    assert (read.profile, row.name, row.line) == ("table", "Иванов Пётр", 2)
    assert row.phones == ("8 916 111-22-33",)
    assert row.emails == ("ivanov@example.com",)


def test_a_card_with_folding_groups_and_escapes() -> None:
    (row,) = read_clients(CARD.encode()).rows
    assert row.name == "Пётр, Иванов"
    assert row.phones == ("+7 916 111-22-33",)
    assert row.company == "Ромашка Отдел"
    assert row.note == "раз\nдва"


def test_an_old_card_in_quoted_printable() -> None:
    card = (
        "BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=9F=D1=91=\n"
        "=D1=82=D1=80\nTEL;CELL:89161112233\nEND:VCARD\n"
    )
    (row,) = read_clients(card.encode()).rows
    assert row.name == "Пётр"


def test_a_workbook() -> None:
    book = Workbook()
    book.active.append(["ФИО", "Телефон", "Телефон"])
    book.active.append(["Иванов", 89161112233, "+7 495 123-45-67"])
    file = io.BytesIO()
    book.save(file)
    (row,) = read_clients(file.getvalue()).rows
    assert row.phones == ("89161112233", "+7 495 123-45-67")


def bomb() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 50_000_000)
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file-empty"),
        (b"x" * (LARGEST + 1), "file-large"),
        (b"MZ\x90\x00\x03\x00\x00", "file-unknown"),
        (b"PK\x03\x04broken", "file-broken"),
        (b"BEGIN:VCARD\nFN:A\n", "file-broken"),
        ("Цвет;Размер\nсиний;5\n".encode(), "file-columns"),
        (b"\xff\xfe\x00\xd8\x00", "file-encoding"),
        (bomb(), "file-bomb"),
        ((";".join(["name"] * 300)).encode(), "file-wide"),
    ],
)
def test_rubbish_has_a_name(content: bytes, code: str) -> None:
    with pytest.raises(Invalid) as refusal:
        read_clients(content)
    assert refusal.value.code == code


@given(st.lists(st.lists(st.text(st.characters(codec="utf-8", exclude_characters='\r\n\0"')))))
def test_ragged_rows_are_all_read(rows: list[list[str]]) -> None:
    text = "name;phone\n" + "".join("x" + ";".join(cells) + "\n" for cells in rows)
    assert len(read_clients(text.encode("utf-8-sig")).rows) >= len(rows)


def test_what_a_spreadsheet_would_run_is_escaped(tmp_path) -> None:
    path = tmp_path / "a.csv"
    write_csv(
        path, ["a", "b", "c"], [["=1+1", "+79161112233, +74951234567", True], ["-x", None, 5]]
    )
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    assert lines == ["a;b;c", "'=1+1;+79161112233, +74951234567;1", "'-x;;5"]
