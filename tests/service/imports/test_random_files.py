"""Files made at random: every filled cell is found again, and every row is counted once."""

import re
from collections.abc import Sequence

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import ColumnElement, select

from bot.files.reading import read_clients
from bot.method.imports.plan import Duplicates, ImportOptions
from bot.method.imports.rows import ImportReport
from bot.method.inbound.matching import fold_name
from bot.models import Client, ClientImportRow, User
from bot.models.import_undo import delete_clients
from bot.services.imports.batch import begin, importing_of
from bot.services.imports.check import Checking
from bot.services.imports.exporting import rows_of
from tests.builders import Firm
from tests.exports import plain_csv
from tests.service.imports.test_importing import told

PEOPLE = st.sampled_from(
    ["Анна Белова", "Белова А.", "Борис Серов", "ООО Ромашка", "Вера", "ИП Котов", "Пётр Ильич Лис"]
)
FIRMS = st.sampled_from(["ООО Ромашка", "АО Лютик", "Ромашка", "ИП Котов"])
PHONES = st.sampled_from(
    [
        "+7 495 234-61-87", "8 495 234-61-87 доб. 12", "84952346187 доб. 15", "8 903 236-55-44",
        "89032365544 89161234567", "8 916 123-45-68 (Олег, склад)", "0000000000", "111-22-33",
        "тел. 8-916-123-45-69", "звонить Олегу", "бухгалтер 8 903 236-55-47",
    ]
)  # fmt: skip
EMAILS = st.sampled_from(["info@ex.ru", "anna@ex.ru", "нет почты", "anna@ex.ru (личная)"])
WORDS = st.sampled_from(["важный", "звонить утром", "Тверь", "стол 5", "A", "B", "Поставщик"])
DAYS = st.sampled_from(["24.12.2025", "24.12.2026 15:00", "31.02.2026", "скоро"])
SUMS = st.sampled_from(["5 000", "350 000,50", "много", "7000 руб"])
FORMS = {"тел", "доб", "руб", "t", "me"}
"""Words that are only a form in which a contact or a sum is written."""
COLUMNS: dict[str, st.SearchStrategy[str]] = {
    "ID": st.sampled_from(["1", "2", "3"]),
    "ФИО": PEOPLE,
    "Клиент": PEOPLE,
    "Имя": PEOPLE,
    "Фамилия": st.sampled_from(["Белова", "Серов"]),
    "Контактное лицо": PEOPLE,
    "Компания": FIRMS,
    "Организация": FIRMS,
    "Должность": st.sampled_from(["Директор", "Бухгалтер"]),
    "Телефон": PHONES,
    "Мобильный телефон": PHONES,
    "Почта": EMAILS,
    "Личный email": EMAILS,
    "Telegram": st.sampled_from(
        ["@anna_b", "t.me/boris_s", "Анна", "1234567", "@anna_b, @other_one"]
    ),
    "Комментарий": WORDS,
    "Город": WORDS,
    "Класс": WORDS,
    "Тип клиента": WORDS,
    "Ответственный": st.sampled_from(["Сидоров", "Анна"]),
    "Менеджер": st.sampled_from(["Козлов", "Анна"]),
    "Дата создания": DAYS,
    "Следующая задача": DAYS,
    "ID сделки": st.sampled_from(["7", "8"]),
    "Название сделки": st.sampled_from(["Столы", "Стулья"]),
    "Этап сделки": st.sampled_from(["КП", "Успешно реализовано", "Переговоры"]),
    "Сумма сделки": SUMS,
    "Сумма": SUMS,
}


@st.composite
def files(draw: st.DrawFn) -> list[list[str]]:
    """Titles in any order, and rows of which cells are filled or not."""
    titles = draw(st.lists(st.sampled_from(list(COLUMNS)), min_size=2, max_size=9, unique=True))
    row = st.tuples(*(st.just("") | COLUMNS[title] for title in titles)).map(list)
    return [titles, *draw(st.lists(row, min_size=1, max_size=6))]


def is_found(cell: str, texts: Sequence[str]) -> bool:
    """Whether every word of the cell stands somewhere in what is told of its row."""
    whole = " ".join(texts)
    digits = re.sub(r"\D", "", whole)
    words = set(fold_name(whole).split())
    left = set(fold_name(cell).split()) - words - FORMS
    return all(word.isdigit() and word.lstrip("78") in digits for word in left) or is_moment(
        cell, whole
    )


def is_moment(cell: str, whole: str) -> bool:
    """A day and a sum are told in another form."""
    day = re.fullmatch(r"(\d\d)\.(\d\d)\.(\d{4})(?: \d\d:\d\d)?", cell)
    if day:
        return f"{day[3]}-{day[2]}-{day[1]}" in whole
    amount = re.sub(r"[^\d,]", "", cell).replace(",", ".")
    return bool(amount) and f"{float(amount):.2f}" in whole


async def emptied(firm: Firm) -> int:
    async with firm.work() as work:
        found = (await work.session.scalars(select(User.id))).first()
        await delete_clients(work.session, list(await work.session.scalars(select(Client.id))))
    return found or await firm.person("Анна")


async def exported(firm: Firm) -> dict[int, list[str]]:
    """What the export tells of each client, its deals and tasks with it."""
    told: dict[int, list[str]] = {}
    async with firm.work() as work:
        for table, key in (("clients", 0), ("deals", 1), ("tasks", 1)):
            async for row in rows_of(work, table):
                cells = [str(cell) for cell in row if cell is not None]
                told.setdefault(int(str(row[key])), []).extend(cells)
    return told


async def brought(firm: Firm, owner: int, content: bytes, rule: Duplicates) -> ImportReport:
    """Counted by a dry run, then imported, two rows at a time; both say the same."""
    read, options = read_clients(content), ImportOptions(duplicates=rule)
    rows = tuple(read.rows)
    portions = [rows[at : at + 2] for at in range(0, len(rows), 2)]
    reports = []
    for dry in (True, False):
        async with firm.act(owner) as act:
            batch = await begin(act, act.actor, read, "file.csv", "0" * 64, options)
        report, checking = ImportReport(str(batch.id), read.profile), Checking()
        for portion in portions:
            async with firm.act(owner) as act:
                importing = await importing_of(act, batch, act.actor, options, report)
                await (checking.take(importing, portion) if dry else importing.take(portion))
        reports.append(report)
    checked, done = reports
    assert told(checked) == told(done)
    assert checked.filled == done.filled
    assert checked.errors == done.errors
    return done


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(files(), st.sampled_from(Duplicates))
async def test_every_cell_of_a_taken_row_is_found_again(
    firm: Firm, rows: list[list[str]], rule: Duplicates
) -> None:
    """In a field, a contact, somebody inside, the note, or the list of cells; and the rows are
    those that were imported, merged and rejected."""
    owner = await emptied(firm)
    content = plain_csv(rows)
    report = await brought(firm, owner, content, rule)
    assert report.rows == report.imported + report.merged + report.rejected == len(rows) - 1
    async with firm.work() as work:
        query = select(ClientImportRow.line, ClientImportRow.client_id)
        taken = dict((await work.session.execute(query.where(of_batch(report)))).tuples().all())
    for row in read_clients(content).rows:
        taken |= dict.fromkeys(row.further, taken[row.line])
    clients, rejected = await exported(firm), {line for line, _ in report.errors}
    assert len(taken) == len(rows) - 1
    for line, cells in enumerate(rows[1:], start=2):
        if line in rejected:
            continue
        texts = [*clients[taken[line] or 0], "Анна"]
        texts += ["Поставщик"] if "supplier" in texts else []
        listed = [one.value for _, one in report.problems]
        for title, cell in zip(rows[0], cells, strict=True):
            assert not cell or cell in listed or is_found(cell, texts), (title, cell, texts)


def of_batch(report: ImportReport) -> ColumnElement[bool]:
    return ClientImportRow.import_id == int(report.batch)
