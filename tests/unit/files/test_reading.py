"""What a file is, is seen from its content; rubbish has a name."""

import io
import json
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from bot.files.limits import LARGEST, MOST_COLUMNS
from bot.files.reading import read_clients
from bot.files.writing import write_csv
from bot.method.core.refusals import Invalid
from bot.method.imports.rows import UNNAMED, Field, Profile
from tests.exports import bitrix_xls, bomb, compound, plain_csv, xlsx, zipped

TABLE = "Имя;Телефон;Почта;Комментарий\nИванов Пётр;8 916 111-22-33;ivanov@example.com;важный\n"
ROWS = [["ФИО", "Телефон"], ["Иванов", "89161112233"]]


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1251"],
)
@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_a_table_in_any_encoding_and_with_any_delimiter(encoding: str, delimiter: str) -> None:
    read = read_clients(TABLE.replace(";", delimiter).encode(encoding))
    (row,) = read.rows
    assert (read.profile, read.encoding, read.delimiter) == ("table", encoding, delimiter)
    assert (row.name, row.line, row.note) == ("Иванов Пётр", 2, "важный")
    assert row.phones == ("8 916 111-22-33",)
    assert row.emails == ("ivanov@example.com",)
    assert read.sample[1][0] == "Иванов Пётр"


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("sep=;\nИмя;Телефон\nИванов, П.;1", ";"),
        ("\ufeffsep=|\nИмя|Телефон\nИванов, П.|1", "|"),
        ('"Имя, Фамилия";"Телефон"\n"Иванов, П.";"1"', ";"),
        ("Имя;Телефон\rИванов, П.;1\r", ";"),
        ('"sep=,"\rИмя,Телефон\r"Иванов, П.",1\r', ","),
        ("Выгрузка клиентов, май\n\nИмя;Телефон\nИванов, П.;1", ";"),
        ("Контакт;Ромашка\nИмя;Телефон\nИванов, П.;1", ";"),
        ("Имя\nИванов, П.\n", ""),
        ('Имя,Телефон\n"Иванов, П.",1', ","),
        ("Имя;<b>Телефон</b>\nИванов, П.;<=5", ";"),
    ],
)
def test_how_a_table_is_delimited(text: str, delimiter: str) -> None:
    read = read_clients(text.encode())
    assert read.delimiter == delimiter
    assert [row.name for row in read.rows] == ["Иванов, П."]


def test_a_line_is_counted_from_where_the_row_begins() -> None:
    read = read_clients('Имя;Заметка\n"А";"1\n2\n3"\n\nБ;\n'.encode())
    assert [(row.name, row.line) for row in read.rows] == [("А", 2), ("Б", 6)]


@pytest.mark.parametrize(
    "page",
    [
        bitrix_xls(ROWS),
        bitrix_xls(ROWS).decode().encode("utf-16"),
        b"<!DOCTYPE html><!-- x -->" + bitrix_xls(ROWS),
        bitrix_xls(ROWS).replace(b"UTF-8", b"windows-1251").decode().encode("cp1251"),
        "<html><table><tr><td>ФИО<td>Телефон<tr><td>Иванов<td>89161112233</table>".encode(),
        (
            "<table><tr><td colspan=2>Клиенты &amp; люди</td></tr><tr><th>ФИО</th><th>Телефон</th>"
            "</tr><tr><td>Иванов</td><td>89161112233<table><tr><td>в ячейке</td></tr></table></td>"
            "</tr><tr></tr></table>"
        ).encode(),
    ],
)
def test_a_page_that_calls_itself_a_workbook(page: bytes) -> None:
    assert [(row.name, row.phones) for row in read_clients(page).rows] == [
        ("Иванов", ("89161112233",))
    ]


def test_a_cell_over_several_rows_and_columns_stands_in_each() -> None:
    page = (
        "<table><tr><th>Компания</th><th>ФИО</th><th colspan='2'>Телефон</th></tr>"
        "<tr><td rowspan=3>Ромашка</td><td>Иванов</td><td>1111111</td><td>2222222</td></tr>"
        "<tr><td>Петров</td><td colspan=2 rowspan=2>3333333</td></tr><tr><td>Лис</td></tr>"
        "<tr><td>Липа</td><td>Попов</td></tr></table>"
    )
    first, second, third, last = read_clients(page.encode()).rows
    assert (first.company, first.name, first.phones) == (
        "Ромашка",
        "Иванов",
        ("1111111", "2222222"),
    )
    assert (second.company, second.name, second.phones) == ("Ромашка", "Петров", ("3333333",))
    assert (third.company, third.name, third.phones) == ("Ромашка", "Лис", ("3333333",))
    assert (last.company, last.name, last.phones) == ("Липа", "Попов", ())


def test_a_workbook_with_numbers_for_phones_and_a_preamble() -> None:
    rows = [["Клиенты на май"], [], ["ФИО", "Телефон", "Телефон"], [], ["Иванов", 89161112233, "5"]]
    (row,) = read_clients(xlsx(rows)).rows
    assert (row.line, row.phones) == (5, ("89161112233", "5"))


def test_the_sheet_with_the_titles_is_the_one() -> None:
    book = Workbook()
    book.active.append(["Отчёт", "за", "май"])
    book.create_sheet("Пустой")
    clients = book.create_sheet("Клиенты")
    for row in ROWS:
        clients.append(row)
    file = io.BytesIO()
    book.save(file)
    assert [row.name for row in read_clients(file.getvalue()).rows] == ["Иванов"]


@pytest.mark.parametrize("error", [TypeError, KeyError, IndexError, zipfile.BadZipFile])
def test_where_one_reader_fails_the_other_may_manage(monkeypatch, error) -> None:
    def failing(*_args, **_kwargs):
        raise error("odd")

    monkeypatch.setattr("bot.files.formats.workbook._calamine", failing)
    assert [row.name for row in read_clients(xlsx(ROWS)).rows] == ["Иванов"]
    monkeypatch.setattr("openpyxl.load_workbook", failing)
    with pytest.raises(Invalid) as refusal:
        read_clients(xlsx(ROWS))
    assert refusal.value.code == "file-broken"


TELEGRAM = json.dumps({"about": "Here is the data", "contacts": {"list": []}}).encode()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file-empty"),
        (b"\xef\xbb\xbf \r\n\t", "file-empty"),
        (b"x" * (LARGEST + 1), "file-large"),
        (b"MZ\x90\x00\x03\x00\x00", "file-unknown"),
        (bytes(range(1, 32)) * 20, "file-unknown"),
        (TABLE.encode() * 2 + b"\x00", "file-unknown"),
        (b"PK\x03\x04broken", "file-broken"),
        (xlsx(ROWS)[:-40], "file-broken"),
        (zipped(xl__workbook_dot_xml=b"<workbook/>"), "file-broken"),
        (zipped(xl__workbook_dot_bin=b""), "file-format"),
        (zipped(content_dot_xml=b"", mimetype=b""), "file-format"),
        (zipped(word__document_dot_xml=b""), "file-format"),
        (compound(encrypted=False), "file-old"),
        (compound(encrypted=True), "file-locked"),
        (b'<?xml version="1.0"?><Workbook xmlns="x"></Workbook>', "file-old"),
        (TELEGRAM, "file-telegram"),
        (b"BEGIN:VCARD\nFN:A\n", "file-broken-at"),
        ('Имя;Телефон\nА;1\n"Б;2\nВ;3\n'.encode(), "file-broken-at"),
        (b"\xff\xfe\x00\xd8\x00", "file-encoding"),
        ("Фамилия;Телефон\nПетров".encode() + b"\xff;1\n", "file-encoding"),
        (TABLE.encode("cp1251") + b"\x98", "file-encoding"),
        (bomb(), "file-bomb"),
        (";".join(["name"] * (MOST_COLUMNS + 1)).encode(), "file-wide"),
        (xlsx([]), "file-empty"),
        (b"<html><table></table>", "file-empty"),
    ],
)
def test_rubbish_has_a_name(content: bytes, code: str) -> None:
    with pytest.raises(Invalid) as refusal:
        read_clients(content)
    assert refusal.value.code == code


def test_titles_that_say_nothing_ask_for_a_mapping() -> None:
    content = "Цвет;Кто;Код\nсиний;Иванов;5\n".encode()
    read = read_clients(content)
    assert not read.mapped
    assert [(one.title, one.field, one.known, one.example) for one in read.columns] == [
        ("Цвет", Field.NOTE, False, "синий"),
        ("Кто", Field.NOTE, False, "Иванов"),
        ("Код", Field.NOTE, False, "5"),
    ]
    again = read_clients(content, {1: Field.NAME, 2: Field.SKIP})
    assert again.mapped
    assert [(row.name, row.note) for row in again.rows] == [("Иванов", "Цвет: синий")]


def test_dirt_far_inside_is_left_out() -> None:
    rows = "Иванов;1\n" * 500 + "Пет\x00ров;2\n"
    assert read_clients(f"Имя;Телефон\n{rows}".encode()).rows[-1].name == "Петров"


def test_data_that_looks_like_titles_costs_no_row() -> None:
    read = read_clients("Имя;Цвет;Город\nИванов;1;2\nТелефон;Почта;Компания\n".encode())
    assert [row.name for row in read.rows] == ["Иванов", "Телефон"]


CELL = st.text(st.characters(codec="utf-8", exclude_characters="\0\x1e\x1f"), max_size=12)


@given(
    st.lists(st.lists(CELL, min_size=1, max_size=5), max_size=40),
    st.sampled_from(";,\t|"),
    st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]),
)
def test_ragged_rows_are_all_read_or_rejected(rows, delimiter: str, encoding: str) -> None:
    content = plain_csv([["name", "phone", "зачем"], *rows], delimiter, encoding)
    read = read_clients(content)
    assert read.count == len(rows) == sum(1 + len(row.further) for row in read.rows)
    assert all(row.error in UNNAMED for row in read.rows if row.empty)


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    with suppress(Invalid):
        assert read_clients(content).profile in Profile


def test_what_a_spreadsheet_would_run_is_escaped_and_comes_in_as_it_was(tmp_path) -> None:
    path = tmp_path / "a.csv"
    write_csv(
        path, ["a", "b", "c"], [["=1+1", "+79161112233, +74951234567", True], ["-x", None, 5]]
    )
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    assert lines == ["a;b;c", "'=1+1;+79161112233, +74951234567;1", "'-x;;5"]
    write_csv(path, ["name", "note"], [["=1+1", "-x"], ["@home", "it's"]])
    rows = read_clients(path.read_bytes()).rows
    assert [(row.name, row.note) for row in rows] == [("=1+1", "-x"), ("@home", "it's")]
