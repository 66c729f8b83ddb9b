"""Text in the encodings of Cyrillic, and text that somebody has decoded wrongly before."""

import pytest

from bot.files.reading import read_clients
from bot.method.core.refusals import Invalid

TEXTS = (
    "Имя;Телефон;Почта\nИванов Пётр;8 916 111-22-33;ivanov@example.com\n",
    "ФИО;ТЕЛЕФОН;ПРИМЕЧАНИЕ\nИВАНОВ ПЁТР;8 916 111-22-33;ВАЖНЫЙ\n",
    "Клиент;Телефон\nщукин эдуард;5\n",
    "name;phone\nФёдор Цой;5\n",
)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("encoding", ["cp1251", "cp866", "koi8-r", "utf-8", "utf-16"])
def test_the_old_encodings_are_told_from_one_another(text: str, encoding: str) -> None:
    read = read_clients(text.encode(encoding))
    assert read.encoding == encoding
    assert read.rows[0].name == text.splitlines()[1].split(";")[0]


def test_a_few_foreign_letters_make_no_other_encoding() -> None:
    read = read_clients("name;phone\nJosé Müller;5\n".encode())
    assert (read.encoding, read.rows[0].name) == ("utf-8", "José Müller")
    assert read_clients("имя\n中村\n".encode()).rows[0].name == "中村"
    assert read_clients("Имя;Телефон\nӘлия Жүніс;5\n".encode()).rows[0].name == "Әлия Жүніс"


@pytest.mark.parametrize("text", TEXTS[:3])
@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("utf-8", "cp1251"),
        ("utf-8", "latin-1"),
        ("cp1251", "latin-1"),
        ("utf-8", "cp866"),
        ("utf-8", "koi8-r"),
        ("cp1251", "cp866"),
        ("cp1251", "koi8-r"),
    ],
)
def test_what_was_decoded_twice_is_decoded_once(text: str, right: str, wrong: str) -> None:
    """A byte that the wrong encoding has no letter for is kept as it is by most programs."""
    twice = "".join(
        bytes([byte]).decode(wrong, "replace").replace("\ufffd", chr(byte))
        for byte in text.encode(right)
    )
    read = read_clients(twice.encode())
    assert read.rows[0].name == text.splitlines()[1].split(";")[0]
    assert read.encoding.startswith("utf-8 (")


@pytest.mark.parametrize(
    "text",
    [
        "???;???????\n?????? ????;8 916 111-22-33\n",
        "\ufffd\ufffd\ufffd;\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\n\ufffd\ufffd\ufffd\ufffd;5\n",
        "Имя;Телефон;Город\nПетров Иван;5;Тула\nЛиса Света;5;Тверь\n".encode()
        .decode("cp1251", "replace")
        .replace("Рё", "Р?"),
    ],
)
def test_letters_that_are_lost_are_named(text: str) -> None:
    with pytest.raises(Invalid) as refusal:
        read_clients(text.encode())
    assert refusal.value.code == "file-garbled"
