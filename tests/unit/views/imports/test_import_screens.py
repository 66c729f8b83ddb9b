"""The import through the chat, as people read it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.method.core.terms import ClientKind, Role
from bot.method.gaps.cards import BaseProgress, GapPage
from bot.method.imports.cards import ImportCard, ImportCounts, NameQuestion, TakenBackCounts
from bot.method.imports.findings import SharedContact, SheetRows
from bot.method.imports.plan import Duplicates, ImportOptions
from bot.method.imports.rows import Column, Field, ImportFile, Profile
from bot.method.imports.state import ImportState
from bot.method.people.cards import PeoplePage, PersonLine
from bot.views.day.digest import digest_screen
from bot.views.gaps.gaps import own_gaps_screen, team_gaps_screen
from bot.views.imports import columns
from bot.views.imports import wizard as view
from bot.views.screen import Screen
from bot.views.taps.imports import CheckImport, SetDuplicates, SetImportKind, StartImport
from bot.views.taps.nav import Walk
from bot.views.words import LOCALES, Words
from tests.unit.views.facts import DIGEST, HUGE, LONG, TODAY
from tests.unit.views.shown import can_be_sent, checked, labels, plain

COLUMNS = tuple(Column(n, LONG, list(Field)[n % len(Field)], True, LONG) for n in range(40))
FILE = ImportFile(
    Profile.BITRIX_DEALS,
    (),
    "cp1251",
    ";",
    COLUMNS,
    ((LONG,) * 40,) * 5,
    100_000,
    (LONG, "Сидоров"),
    (SharedContact(LONG, 300), SharedContact(f"{LONG}@example.com", 21)) * 3,
    (SheetRows(LONG, 100, 2), SheetRows(LONG, 5, 102), SheetRows(LONG, 7)) * 5,
)
CARD = ImportCard(
    import_id=HUGE,
    file_name=LONG,
    state=ImportState.ASKING,
    today=TODAY,
    options=ImportOptions(),
    file=FILE,
    before=datetime(2026, 11, 23, 14, 20, tzinfo=UTC),
    can_give=True,
    unknown=(1, LONG),
    people=((LONG, LONG),) * 30,
)
COUNTS = ImportCounts(143, 120, 20, 14, 3, 7, 5, 2400, 5000)
CHECKED = replace(CARD, counts=COUNTS)
DONE = replace(CHECKED, state=ImportState.DONE, can_undo=True)
PEOPLE = PeoplePage((PersonLine(HUGE, LONG, Role.MANAGER, None, True, 300),) * 8, 20, 1, 3)
ASK = NameQuestion(HUGE, 199, LONG, 7, PEOPLE)
BACK = replace(CARD, state=ImportState.UNDONE, back=TakenBackCounts(118, 2, 14))
SAMPLES: dict[str, Callable[[Words], Screen]] = {
    "ask": lambda w: view.ask_file_screen(w, [(HUGE, LONG)] * 3),
    "photo": view.photo_screen,
    "read": lambda w: view.import_screen(w, CARD),
    "read, unmapped": lambda w: view.import_screen(
        w, replace(CARD, file=replace(FILE, columns=(Column(0, "", Field.NOTE, False),)))
    ),
    "read, cards": lambda w: view.import_screen(
        w, replace(CARD, file=ImportFile(Profile.VCARD, (), count=1), can_give=False)
    ),
    "columns": lambda w: columns.columns_screen(w, CARD, FILE, 2),
    "column": lambda w: columns.column_screen(w, CARD, COLUMNS[21]),
    "name": lambda w: view.name_screen(w, ASK),
    "last name": lambda w: view.name_screen(w, replace(ASK, left=1)),
    "checked": lambda w: view.import_screen(w, CHECKED),
    "checked, all new": lambda w: view.import_screen(
        w, replace(CARD, counts=ImportCounts(3, 3, total=3))
    ),
    "running": lambda w: view.import_screen(w, replace(CHECKED, state=ImportState.RUNNING)),
    "done": lambda w: view.import_screen(w, DONE),
    "stopped": lambda w: view.import_screen(
        w, replace(DONE, counts=replace(COUNTS, stopped=True), can_undo=False)
    ),
    "ask undo": lambda w: view.ask_undo_screen(w, DONE),
    "undone": lambda w: view.import_screen(w, BACK),
    "refused": lambda w: view.import_screen(
        w,
        replace(
            CARD,
            state=ImportState.REFUSED,
            refusal="file-rows",
            refusal_facts={"most": 100_000},
        ),
    ),
} | {
    state: lambda w, state=state: view.import_screen(w, replace(CARD, state=state))  # type: ignore[misc]
    for state in (
        ImportState.READING,
        ImportState.CHECKING,
        ImportState.UNDOING,
        ImportState.DROPPED,
    )
}
RU = Words("ru")


test_a_sample_can_be_sent = can_be_sent(SAMPLES)


@pytest.mark.parametrize("locale", LOCALES)
def test_every_profile_field_and_policy_has_its_words(locale: str) -> None:
    words = Words(locale)
    for profile in Profile:
        assert words.plain(f"import-profile-{profile}")
    for field in Field:
        assert words.plain(f"import-field-{field}")
    for one in Duplicates:
        assert words.plain(f"import-policy-{one}", count=1, filled=1)


def test_the_figures_come_before_the_import_and_in_these_words() -> None:
    screen = view.import_screen(RU, CHECKED)
    assert "новые 120 · дополнятся 14 · дубли 6 · ошибки 3" in plain(screen)
    assert labels(screen) == [
        "Пропустить",
        "• Дополнить пустое",
        "Заменить",
        "Создать",
        "✅ Импортировать",
        "◀️ Назад",
        "✋ Не надо",
    ]
    assert screen.rows[0][0].tap == SetDuplicates(HUGE, Duplicates.SKIP)
    assert screen.rows[2][0].tap == StartImport(HUGE)


def test_what_is_shared_and_left_out_is_said() -> None:
    file = replace(
        FILE,
        columns=(Column(0, "Имя", Field.NAME, True, "А"), Column(1, "Фото", Field.SKIP, True, "1")),
        shared=(SharedContact("8 495 234-61-87", 3), SharedContact("info@ex.ru", 21)),
        sheets=(SheetRows("Москва", 5, 2), SheetRows("Казань", 2, 8), SheetRows("Прайс", 35)),
    )
    dry = plain(view.import_screen(RU, replace(CHECKED, file=file)))
    assert "Один телефон у 3 человек: 8 495 234-61-87" in dry
    assert "Одна почта у 21 человека: info@ex.ru" in dry
    shown = plain(view.import_screen(RU, replace(CARD, file=file)))
    assert "Не загружаю столбцы: Фото." in shown
    assert "Прайс: строк 35, не загружаю" in shown
    assert "Казань: строк 2, в списке ошибок они идут с 8-й" in shown


def test_nothing_to_import_has_no_button_for_it() -> None:
    nothing = replace(CARD, counts=ImportCounts(3, rejected=3, total=3))
    assert "✅ Импортировать" not in labels(view.import_screen(RU, nothing))


def test_what_was_recognised_leads_on_only_where_somebody_can_be_named() -> None:
    shown = view.import_screen(RU, CARD)
    taps = [button.tap for row in shown.rows for button in row]
    assert CheckImport(HUGE) in taps
    assert SetImportKind(HUGE, ClientKind.SUPPLIER) in taps
    unmapped = SAMPLES["read, unmapped"](RU)
    assert labels(unmapped) == ["🧩 Столбцы", "✋ Не надо"]


@pytest.mark.parametrize("locale", LOCALES)
def test_what_an_import_has_hushed_is_one_line_and_for_a_head_one_a_person(locale: str) -> None:
    words = Words(locale)
    bases = (BaseProgress(LONG, 41, 300),) * 30
    own = GapPage((), 0, 0, 1, TODAY, {}, bases[:1])
    shown = checked(own_gaps_screen(words, own))
    assert shown.rows[0][0].tap == Walk()
    assert "👍" not in shown.text
    team = checked(team_gaps_screen(words, replace(own, bases=bases)))
    assert len(team.text.splitlines()) == 10
    checked(digest_screen(words, replace(DIGEST, gaps=300), "Анна", own))
    if locale == "ru":
        assert plain(shown) == "🗂 База к расстановке: 41 из 300"
        line = plain(team_gaps_screen(words, replace(own, bases=(BaseProgress("Анна", 1, 2),))))
        assert line == "🗂 Анна, база к расстановке: 1 из 2"
