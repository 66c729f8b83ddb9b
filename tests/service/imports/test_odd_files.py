"""Files as sloppy people send them: one sentence in Russian, and nothing has changed."""

import re
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.cli.importing import run_import
from bot.models import Client
from bot.models.client_import import ClientImport
from bot.models.user import User
from tests.exports import compound, xlsx, zipped

TITLES = "Имя;Телефон\n"
REFUSED: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "Файл пустой"),
    "blank lines": (b"\n\n  \n", "Файл пустой"),
    "zeros": (b"\0" * 500, "Файл пустой"),
    "an empty sheet": (xlsx([[None]]), "Файл пустой"),
    "titles only": (TITLES.encode(), "только заголовки"),
    "a sheet of titles": (xlsx([["Имя", "Телефон"]]), "только заголовки"),
    "an old book called csv": (compound(encrypted=False), "таблица старого формата"),
    "a password": (compound(encrypted=True), "Снимите пароль"),
    "a zip of something": (zipped(a_dot_txt=b"hi"), "Не понял, что это за файл"),
    "a book without sheets": (zipped(xl__workbook_dot_xml=b"<workbook/>"), "повреждён"),
    "half a book": (xlsx([["Имя"], ["Анна"]])[:700], "повреждён"),
    "a letter": (zipped(word__document_dot_xml=b"<w/>"), "Файлы docx не подходят"),
    "a printout": (b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n%%EOF", "Файлы pdf не подходят"),
    "rich text": (rb"{\rtf1\ansi hello}", "Файлы rtf не подходят"),
    "json": ('[{"Имя": "Анна", "Телефон": "+79161112233"}]'.encode(), "Файлы json не подходят"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "Не понял, что это за файл"),
    "zeros in a text": (
        "Имя;Телефон\nАн\0на;+7916\x001112233\n".encode(),
        "Не понял, что это за файл",
    ),
    "many columns": (f"Имя{';c' * 3000}\nАнна\n".encode(), "столбцов"),
    "other columns": ("Цвет;Размер\nсиний;5\n".encode(), "подпишите столбцы"),
    "half a character": (TITLES.encode() + b"\xd0\xff\xfe\x80\n" * 9, "буквы в нём не разобрать"),
    "lost letters": (b"???;??????\n????;+79161112233\n", "Буквы в файле потеряны"),
    "half a card": ("BEGIN:VCARD\nFN:Анна\n".encode(), "не закончено"),
}


@pytest.mark.parametrize("what", REFUSED)
async def test_it_is_refused_in_a_sentence(firm, tmp_path: Path, capsys, what: str) -> None:
    content, wanted = REFUSED[what]
    anna = await firm.person("Анна")
    path = tmp_path / "base.csv"
    path.write_bytes(content)
    async with firm.work() as work:
        telegram_id = (await work.session.get_one(User, anna)).telegram_id
    assert await run_import(firm.transactions, path, telegram_id, False, False) == 1
    out, said = capsys.readouterr()
    assert out == "" and said.count("\n") == 1 and wanted in said
    words = set(re.findall(r"[A-Za-z]{2,}", said))
    assert words <= {"CSV", "csv", "xlsx", "vCard", "docx", "pdf", "rtf", "json"}
    async with firm.work() as work:
        for table in (Client, ClientImport):
            assert await work.session.scalar(select(func.count()).select_from(table)) == 0
