"""Files as other programs export them, with the quirks that each of them has."""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence

from openpyxl import Workbook

Rows = Sequence[Sequence[object]]

BITRIX_CONTACT = (
    "ID;Обращение;Имя;Фамилия;Отчество;Имя, Фамилия;Дата рождения;Фотография;Компания;"
    "Ответственный;Должность;Комментарий;Тип контакта;Источник;Экспорт;Доступен для всех;"
    "Рабочий телефон;Мобильный телефон;Рабочий e-mail;Частный e-mail;Контакт Telegram;"
    "Дата создания;Дата изменения;Кем создан"
)
BITRIX_PERSON: dict[str, object] = {
    "ID": "17",
    "Обращение": "г-н",
    "Имя": "Пётр",
    "Отчество": "Ильич",
    "Фамилия": "Иванов",
    "Имя, Фамилия": "Пётр Иванов",
    "Компания": 'ООО "Ромашка"',
    "Ответственный": "Анна Петрова",
    "Должность": "Директор",
    "Комментарий": "Звонить утром;\nпосле 10",
    "Тип контакта": "Поставщики",
    "Источник": "Сайт",
    "Доступен для всех": "да",
    "Рабочий телефон": "8 (495) 234-61-87 доб. 12",
    "Мобильный телефон": "+79032365544, 8 916 111-22-33",
    "Рабочий e-mail": "ivanov@example.com",
    "Контакт Telegram": "https://t.me/petr_ivanov",
    "Дата создания": "24.12.2025 23:20:01",
}
BITRIX_COMPANY = (
    "ID;Название компании;Тип компании;Сфера деятельности;Кол-во сотрудников;Годовой оборот;"
    "Валюта;Комментарий;Ответственный;Фактический адрес;Рабочий телефон;Рабочий e-mail"
)
BITRIX_DEAL = (
    "ID;Название сделки;Стадия сделки;Воронка;Тип;Сумма;Валюта;Вероятность;Компания;Контакт;"
    "Ответственный;Дата начала;Предполагаемая дата закрытия;Сделка закрыта;Комментарий;Источник;"
    "Товар;Цена;Количество;Дата создания;Контакт: ID;Контакт: Имя;Контакт: Фамилия;"
    "Контакт: Рабочий телефон;Контакт: Рабочий e-mail"
)
BITRIX_LEAD = (
    "ID;Название лида;Имя;Фамилия;Отчество;Название компании;Должность;Комментарий;Стадия;"
    "Возможная сумма;Валюта;Источник;Ответственный;Рабочий телефон;Рабочий e-mail"
)
AMO_CONTACT = (
    "ID;Тип;Наименование;Имя;Фамилия;Компания;Дата создания;Создатель;Теги;Ближайшая задача;"
    "Ответственный;Сделки;Должность (контакт);Рабочий email;Личный email;Рабочий телефон;"
    "Мобильный телефон;Адрес (компания);Примечание 1;Примечание 2;Примечание 3"
)
AMO_DEAL = (
    "ID;Название сделки;Бюджет \u20bd;Ответственный;Дата создания сделки;Дата закрытия;Теги;"
    "Примечание к сделке;Примечание к сделке;Примечание к сделке;Этап сделки;Воронка;"
    "Полное имя контакта;Компания контакта;Рабочий телефон;Рабочий email;Товар;Источник;Товар;"
    "Источник"
)
AMO_SAMPLE = (
    "Название сделки;Бюджет сделки;Ответственный за сделку;Воронка;Статус сделки;"
    "Дата создания сделки;Дата закрытия сделки;Тег сделки;Полное имя контакта;"
    "Ответственный за контакт;Рабочий телефон;Другой телефон;Рабочий email;Название компании"
)
GOOGLE_NEW = (
    "First Name;Middle Name;Last Name;Phonetic First Name;Organization Name;Organization Title;"
    "Notes;Labels;E-mail 1 - Label;E-mail 1 - Value;Phone 1 - Label;Phone 1 - Value;"
    "Phone 2 - Label;Phone 2 - Value"
)
GOOGLE_OLD = (
    "Name;Given Name;Additional Name;Family Name;Group Membership;E-mail 1 - Type;"
    "E-mail 1 - Value;Phone 1 - Type;Phone 1 - Value;Organization 1 - Name;Organization 1 - Title"
)


def lined(titles: str, *people: dict[str, object]) -> list[list[object]]:
    """The titles, which are one text with semicolons, and a row for each person.

    What is not said of a person is empty.
    """
    names = titles.split(";")
    return [list(names), *([person.get(name, "") for name in names] for person in people)]


def bitrix_csv(rows: Iterable[Sequence[object]], encoding: str = "utf-8-sig") -> bytes:
    """Every field in quotes, and a delimiter at the end of each line."""
    file = io.StringIO()
    csv.writer(file, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator=";\r\n").writerows(rows)
    return file.getvalue().encode(encoding)


def plain_csv(rows: Rows, delimiter: str = ";", encoding: str = "utf-8") -> bytes:
    """Quotes only where they are needed."""
    file = io.StringIO()
    csv.writer(file, delimiter=delimiter).writerows(rows)
    return file.getvalue().encode(encoding)


def bitrix_xls(rows: Rows) -> bytes:
    """The page that Bitrix24 calls a workbook."""
    head = "".join(f"<th>{cell}</th>" for cell in rows[0])
    body = "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows[1:]
    )
    page = (
        '\n <meta http-equiv="Content-type" content="text/html;charset=UTF-8" />'
        f'<table border="1"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
    )
    return page.encode()


def xlsx(rows: Iterable[Sequence[object]]) -> bytes:
    """A workbook of one sheet."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def four_bases(count: int) -> dict[str, bytes]:
    """Four files as the four programs write them, with so many people in each; nobody is in two
    of them."""

    def people(title: str, more: dict[str, str], first: int) -> Iterator[dict[str, object]]:
        for number in range(first, first + count):
            filled = {key: value.format(number=number) for key, value in more.items()}
            yield {title: f"Клиент {number}", **filled}

    bitrix = {
        "ID": "{number}",
        "Фамилия": "Иванов",
        "Компания": "ООО «Фирма {number}»",
        "Мобильный телефон": "+7916{number:07}",
        "Комментарий": "Звонить утром",
    }
    amo = {"ID": "{number}", "Тип": "контакт", "Рабочий телефон": "'+7916{number:07}"}
    google = {"Phone 1 - Value": "+7 916 {number:07}", "E-mail 1 - Value": "a{number}@example.com"}
    csv_, xls, book, plain = (1 + count * place for place in range(4))
    return {
        "bitrix.csv": bitrix_csv(lined(BITRIX_CONTACT, *people("Имя", bitrix, csv_)), "cp1251"),
        "bitrix.xls": bitrix_xls(lined(BITRIX_CONTACT, *people("Имя", bitrix, xls))),
        "amo.xlsx": xlsx(lined(AMO_CONTACT, *people("Наименование", amo, book))),
        "google.csv": plain_csv(lined(GOOGLE_NEW, *people("First Name", google, plain)), ","),
    }


def zipped(**files: bytes) -> bytes:
    """A zip; `__` in a name stands for a slash, `_dot_` for a dot."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return file.getvalue()


def bomb() -> bytes:
    """An xlsx of some kilobytes that would unpack to fifty megabytes."""
    return zipped(xl__workbook_dot_xml=b"<workbook/>", xl__sheet_dot_xml=b"0" * 50_000_000)


def compound(*, encrypted: bool) -> bytes:
    """The beginning of an old binary file, or of an xlsx with a password."""
    inside = "EncryptedPackage" if encrypted else "Workbook"
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504 + inside.encode("utf-16-le")
