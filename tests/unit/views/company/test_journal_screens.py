"""The journal as an owner reads it: every kind, long and nasty names, filters, the workbook."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest

from bot.method.company.entries import (
    JournalChoice,
    JournalClient,
    JournalDays,
    JournalLine,
    JournalPage,
    JournalTable,
    JournalValue,
)
from bot.method.core.journal import JournalGroup, JournalKind, JournalOrigin
from bot.method.core.terms import Role
from bot.method.people.cards import PeoplePage, PersonLine
from bot.views.company import journal as view
from bot.views.taps.company.journal import OpenJournal
from bot.views.words import Words
from tests.unit.views.shown import can_be_sent, labels, plain

TODAY = date(2026, 11, 25)
AT = datetime(2026, 11, 24, 14, 5, tzinfo=UTC)
NASTY = "Ю&Ю <b>" * 30
ANNA, BORIS = JournalValue("user:1", "Анна Петрова"), JournalValue("user:2", "Борис")
K, V = JournalKind, JournalValue
FLOWER = JournalClient(7, "Ромашка")
LINE = JournalLine(2**60, AT, K.OWNER, JournalOrigin.PERSON, "Игорь", client=FLOWER)
LINES = {
    K.OWNER: replace(LINE, before=ANNA, after=V("pool"), subject=V("no_plan")),
    K.LOST: replace(LINE, before=V("pool"), after=V("lost")),
    K.RESTORED: replace(LINE, before=V("lost"), after=BORIS),
    K.MERGED: replace(LINE, subject=V("12")),
    K.ERASED: replace(LINE, client=JournalClient(7, None)),
    K.PLACE: replace(
        LINE, person="Иван", before=V("manager", "Продажи"), after=V("head", "Закупки")
    ),
    K.INVITED: replace(LINE, after=V("manager", "Продажи")),
    K.JOINED: replace(LINE, person="Иван", after=V("admin")),
    K.ACCESS: replace(LINE, person="Иван", before=V("open"), after=V("closed")),
    K.TEAM: replace(LINE, subject=V("3", "Опт")),
    K.DUTY: replace(LINE, before=V("nobody"), after=ANNA),
    K.PAUSE: replace(LINE, subject=V("2026-12-20"), before=V("asked"), after=V("given")),
    K.LOCK: replace(LINE, subject=V("2027-01-20"), after=V("given")),
    K.SPARED: replace(LINE, person="Иван", before=V("takes"), after=V("2026-12-20")),
    K.EXTENSIONS: replace(LINE, person="Иван", before=V("12, 113")),
    K.DAY_GIVEN: replace(LINE, subject=V("2026-11-26")),
    K.STAGE: replace(LINE, before=V("Переговоры"), after=V("Договор")),
    K.RULE: replace(LINE, subject=V("deal_horizon_days"), before=V("14"), after=V("10")),
    K.DAY: replace(LINE, subject=V("day:2026-12-31"), before=V("-"), after=V("off")),
    K.ADDRESS: replace(LINE, subject=V("mango"), before=V("made"), after=V("made")),
    K.IMPORT: replace(LINE, subject=V("4", "base.csv"), origin=JournalOrigin.COMMAND),
    K.IMPORT_UNDONE: replace(LINE, subject=V("4")),
    K.EXPORT: replace(LINE, subject=V("xlsx")),
}
LINES = {kind: replace(line, kind=kind) for kind, line in LINES.items()}
PAGE = JournalPage(JournalChoice(), tuple(LINES.values()), len(LINES), 0, 1, TODAY, team=False)
LONG = JournalLine(
    1,
    AT,
    K.OWNER,
    JournalOrigin.PERSON,
    NASTY,
    NASTY,
    JournalClient(2**60, NASTY),
    499,
    V("reactivation_expired"),
    V("user:1", NASTY),
    V("user:2", NASTY),
    undoes=True,
)
NARROW = JournalChoice(JournalGroup.CLIENTS, 2**60, TODAY)
DAYS = tuple(TODAY - timedelta(days=number) for number in range(14))
PEOPLE = PeoplePage((PersonLine(2**60, NASTY, Role.HEAD, None, False, 300),) * 8, 99, 3, 13)

SAMPLES = {
    "every kind": lambda w: view.journal_screen(w, PAGE),
    "empty": lambda w: view.journal_screen(w, replace(PAGE, lines=(), total=0, team=True)),
    "nothing of it": lambda w: view.journal_screen(
        w, replace(PAGE, lines=(), total=0, choice=NARROW, person=NASTY)
    ),
    "long": lambda w: view.journal_screen(
        w, JournalPage(NARROW, (LONG,) * 8, 2**40, 5, 2**20, TODAY, True, NASTY)
    ),
    "people": lambda w: view.journal_people_screen(w, NARROW, PEOPLE),
    "days": lambda w: view.journal_days_screen(w, JournalDays(NARROW, DAYS, TODAY, 3, True)),
    "ordered": lambda w: view.begun_screen(w, NARROW),
    "not made": view.not_made_screen,
    "ready": lambda w: view.ready_screen(w, JournalTable((), TODAY, False), "a.xlsx", b""),
    "cut": lambda w: view.ready_screen(w, JournalTable((LONG,) * 3, TODAY, True), "a.xlsx", b""),
}
test_a_sample_can_be_sent = can_be_sent(SAMPLES)
RU = Words("ru")
text = partial(view.line_text, RU, today=TODAY)


def test_every_kind_has_its_words() -> None:
    assert set(LINES) == set(JournalKind)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (K.OWNER, "🔀 «Ромашка»: Анна Петрова → отстойник (долго без дела)"),
        (K.PLACE, "👤 Иван: менеджер, «Продажи» → РОП, «Закупки»"),
        (K.RULE, "⚙️ Горизонт сделки: 14 дней → 10 дней"),
        (K.DAY, "🗓 чт 31.12: 🌍 Как в календаре страны → 🏖 Выходной"),
        (K.PAUSE, "⏸ Пауза до вс 20.12, «Ромашка»: просьба → разрешено"),
        (K.SPARED, "🎯 Раздача клиентов, Иван: получает → пауза до вс 20.12"),
        (K.EXTENSIONS, "☎️ Внутренний номер, Иван: 12, 113 → —"),
        (K.DAY_GIVEN, "🕐 Дан день, до чт 26.11: «Ромашка»"),
        (K.STAGE, "🪜 Стадия сделок: Переговоры → Договор"),
        (K.ERASED, "🗑 Удалено: клиент № 7, карточки больше нет"),
    ],
)
def test_a_line_is_read_without_knowing_the_words(kind: JournalKind, said: str) -> None:
    assert str(text(LINES[kind])).splitlines() == ["<b>вчера в 14:05</b> · Игорь", said]


def test_who_it_was_is_never_left_open() -> None:
    by = {
        origin: str(text(replace(LINE, origin=origin, actor=None))).splitlines()[0]
        for origin in (JournalOrigin.BOT, JournalOrigin.COMMAND)
    }
    assert [line.split(" · ")[1] for line in by.values()] == ["бот", "командная строка"]


def test_many_clients_are_one_line_and_taking_back_is_said() -> None:
    line = replace(LINES[K.OWNER], more=3, undoes=True)
    assert "↩️ Отменено. 🔀 «Ромашка» и ещё 3 клиента: Анна Петрова" in str(text(line))


def test_what_is_chosen_stays_when_the_page_is_turned_and_can_be_let_go() -> None:
    page = replace(PAGE, choice=NARROW, page=1, pages=3, person="Анна")
    screen = view.journal_screen(RU, page)
    taps = [button.tap for row in screen.rows for button in row]
    group, person, on = NARROW.group, NARROW.person_id, NARROW.on
    assert OpenJournal(group, person, on, 2) in taps
    assert {OpenJournal(None, person, on), OpenJournal(group, None, on)} <= set(taps)
    assert OpenJournal(group, person) in taps
    assert "Показано: 👥 Клиенты · Анна · сегодня, ср 25.11" in plain(screen)
    assert "👥 Клиенты" not in labels(screen)


def test_the_workbook_has_a_row_for_each_entry() -> None:
    rows = list(view.file_rows(RU, JournalTable((LINE, LONG), TODAY, False)))
    assert len(rows[0]) == len(view.file_titles(RU))
    assert rows[0][0] == "2026-11-24 14:05:00" and rows[1][-1] == "да"
