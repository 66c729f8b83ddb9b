"""Cards of address books, 2.1 to 4.0, with what telephones and programs make of them."""

import base64
import quopri

import pytest

from bot.files.reading import read_clients
from bot.method.core.refusals import Invalid
from bot.method.imports.rows import ImportRow


def cards(*lines: str | bytes, end: bytes = b"\r\n") -> tuple[ImportRow, ...]:
    """The rows of a file with these lines."""
    raw = (line.encode() if isinstance(line, str) else line for line in lines)
    return tuple(read_clients(end.join(raw) + end).rows)


def card(*lines: str | bytes) -> ImportRow:
    """The row of one card with these lines inside."""
    (row,) = cards("BEGIN:VCARD", *lines, "END:VCARD")
    return row


def quoted(text: str, encoding: str = "utf-8") -> bytes:
    return quopri.encodestring(text.encode(encoding)).replace(b"=\n", b"=\r\n")


def test_a_card_with_everything() -> None:
    row = card(
        "VERSION:3.0",
        "UID:abc",
        "N:Иванов;Пётр;Ильич;;",
        "FN:Пётр\\, Иванов",
        "ORG:Ромашка;Отдел",
        "TITLE:Директор",
        "item1.TEL;TYPE=CELL:+7 916",
        "  111-22-33",
        "item1.X-ABLabel:мобильный",
        "TEL;TYPE=WORK,FAX:+7 495 000-00-00",
        "EMAIL:ivanov@example.com",
        "EMAIL:rubbish",
        "URL:https://t.me/petr_ivanov",
        "NOTE:раз\\nдва\\; три",
        "ADR;TYPE=HOME:;;Тверская\\, 1;Москва;;;",
    )
    assert (row.name, row.company, row.position) == ("Пётр, Иванов", "Ромашка Отдел", "Директор")
    assert row.phones == ("+7 916 111-22-33",)
    assert (row.emails, row.handle) == (("ivanov@example.com",), "petr_ivanov")
    assert (row.source_id, row.line, row.error) == ("abc", 1, None)
    assert row.note.split("\n") == [
        "раз", "два; три", "TEL +7 495 000-00-00", "rubbish", "Тверская, 1, Москва",
    ]  # fmt: skip


def test_a_fold_may_split_a_character() -> None:
    name = "Пётр".encode()
    assert card(b"FN:" + name[:3], b" " + name[3:]).name == "Пётр"


@pytest.mark.parametrize(
    "line",
    [
        b"FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:" + quoted("Пётр Иванов"),
        b"fn;charset=utf-8;encoding=quoted-printable:" + quoted("Пётр Иванов").lower(),
        b"FN;QUOTED-PRINTABLE:" + quoted("Пётр Иванов"),
        b"FN;ENCODING=QUOTED-PRINTABLE:" + quoted("Пётр Иванов", "cp1251"),
        b"FN;CHARSET=windows-1251;ENCODING=QUOTED-PRINTABLE:" + quoted("Пётр Иванов", "cp1251"),
        b"FN;CHARSET=windows-1251:" + "Пётр Иванов".encode("cp1251"),
        b"FN;CHARSET=koi8-r:" + "Пётр Иванов".encode("koi8-r"),
        b"FN;CHARSET=nonsense:" + "Пётр Иванов".encode(),
        b"FN:" + "Пётр Иванов".encode("cp1251"),
        b"Fn:" + "Пётр Иванов".encode(),
    ],
)
def test_every_line_has_a_charset_of_its_own(line: bytes) -> None:
    second = "FN:Мария Лис"
    rows = cards("BEGIN:VCARD", line, "END:VCARD", "begin:vcard", second, "end:vcard")
    assert [row.name for row in rows] == ["Пётр Иванов", "Мария Лис"]


def test_soft_line_breaks() -> None:
    long = "Очень длинное название организации " * 5
    row = card(
        "VERSION:2.1",
        b"NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:" + quoted(long),
        b"FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=9F=D1=91=\r\n =D1=82=D1=80=",
    )
    assert (row.note, row.name) == (long.strip(), "Пётр")


def test_phones_as_addresses() -> None:
    row = card(
        "VERSION:4.0",
        'TEL;VALUE=uri;TYPE="voice,work":tel:+7-495-234-61-87;ext=12',
        "TEL;VALUE=uri:TEL:+79161112233;phone-context=example.com",
        'TEL;LABEL="a:b;c^\'d^n":+79031112233',
    )
    assert row.phones == ("+7-495-234-61-87;ext=12", "+79161112233", "+79031112233")


def test_photos_do_not_get_in_the_way() -> None:
    photo = base64.encodebytes(bytes(range(256)) * 4).decode().splitlines()
    row = card(
        "FN:Пётр",
        "PHOTO;ENCODING=BASE64;JPEG:" + photo[0],
        *(f" {line}" for line in photo[1:5]),
        "",
        *photo[5:],
        "",
        "TEL:5",
    )
    assert (row.name, row.phones) == ("Пётр", ("5",))


@pytest.mark.parametrize(
    "agent",
    [
        ["AGENT:", "BEGIN:VCARD", "FN:Секретарь", "TEL:6", "END:VCARD"],
        ["AGENT:BEGIN:VCARD", "FN:Секретарь", "TEL:6", "END:VCARD"],
        ["AGENT:BEGIN:VCARD\\nFN:Секретарь\\nTEL:6\\nEND:VCARD\\n"],
    ],
)
def test_a_card_in_a_card_is_not_counted(agent: list[str]) -> None:
    row = card("FN:Пётр", *agent, "NOTE:см. BEGIN:VCARD", "TEL:5")
    assert (row.name, row.phones) == ("Пётр", ("5",))


@pytest.mark.parametrize(
    ("lines", "called"),
    [
        (["N:Иванов;Пётр;Ильич"], ("Пётр Ильич Иванов", "")),
        (["N:Иванов"], ("Иванов", "")),
        (["FN:Пётр Иванов"], ("Пётр Иванов", "")),
        (["N:;;;;", "FN:", "TEL:5"], ("", "")),
        (["N:;;;;", "FN:Ромашка", "ORG:Ромашка"], ("", "Ромашка")),
        (["FN:Ромашка", "ORG:Ромашка"], ("", "Ромашка")),
        (["KIND:org", "FN:Ромашка"], ("", "Ромашка")),
        (["X-ABShowAs:COMPANY", "N:Иванов;Пётр", "ORG:Ромашка"], ("", "Ромашка")),
        (["NICKNAME:Петя"], ("Петя", "")),
        (["FN:Пётр", "ORG:Ромашка"], ("Пётр", "Ромашка")),
    ],
)
def test_what_a_card_calls_itself(lines: list[str], called: tuple[str, str]) -> None:
    row = card(*lines)
    assert (row.name, row.company, row.error) == (*called, None)


def test_nothing_but_an_address_is_rejected() -> None:
    row = card("VERSION:3.0", "ADR:;;Тверская 1;Москва;;;")
    assert (row.error, row.note) == ("row-nameless", "Тверская 1, Москва")


def test_a_rounded_phone_makes_an_error_row() -> None:
    assert card("FN:Пётр", "TEL:7.90324E+10").error == "row-phone"


@pytest.mark.parametrize(
    "line",
    ["X-TELEGRAM:petr_ivanov", "IMPP:telegram:petr_ivanov", 
     "IMPP;X-SERVICE-TYPE=Telegram:x:petr_ivanov",
     "X-SOCIALPROFILE;TYPE=telegram:https://t.me/petr_ivanov"],
)  # fmt: skip
def test_where_a_handle_stands(line: str) -> None:
    assert card("FN:Пётр", line).handle == "petr_ivanov"


@pytest.mark.parametrize("end", [b"\r\n", b"\n", b"\r", b"\r\n\r\n"])
def test_lines_end_in_any_way_and_are_counted(end: bytes) -> None:
    rows = cards("BEGIN:VCARD", "FN:А", "END:VCARD", "BEGIN:VCARD", "FN:Б", "END:VCARD", end=end)
    assert [row.line for row in rows] == ([1, 7] if len(end) > 2 else [1, 4])


def test_a_file_in_utf_16_with_blanks_before_the_first_card() -> None:
    content = "\r\n BEGIN:VCARD\r\nFN:Пётр\r\nEND:VCARD\r\n".encode("utf-16")
    assert [row.name for row in read_clients(content).rows] == ["Пётр"]


@pytest.mark.parametrize(
    ("lines", "line"),
    [
        (["BEGIN:VCARD", "FN:А"], 1),
        (["BEGIN:VCARD", "FN:А", "BEGIN:VCARD", "FN:Б", "END:VCARD"], 1),
        (["BEGIN:VCARD", "FN:А", "END:VCARD", "BEGIN:VCARD", "FN:Б"], 4),
    ],
)
def test_a_card_that_is_not_closed_refuses_the_file(lines: list[str], line: int) -> None:
    with pytest.raises(Invalid) as refusal:
        cards(*lines)
    assert (refusal.value.code, refusal.value.facts) == ("file-broken-at", {"line": line})
