"""The list of clients on screen: the next date and the mark of each, the filter that stays."""

from datetime import date, timedelta

import pytest

from bot.method.clients.cards import ClientFilter, ClientLine, ClientPage
from bot.method.core.terms import ClientKind, ClientStatus
from bot.views.clients.clients import client_screen, clients_screen, dated_label
from bot.views.taps.base import pack, unpack
from bot.views.taps.clients import OpenClients, OpenListed
from bot.views.words import Words
from tests.unit.views.facts import CLIENT_CARD, LONG, TODAY
from tests.unit.views.shown import labels, plain

RU = Words("ru")


def line(due: date | None, uncovered: bool = False, **facts: object) -> ClientLine:
    plain_one = (1, "Ромашка", ClientStatus.ACTIVE, ClientKind.CUSTOMER)
    return ClientLine(*plain_one, next_due=due, uncovered=uncovered, **facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("days", "uncovered", "said"),
    [
        (-1, False, "🔴 Ромашка · "),
        (0, False, "🟡 Ромашка · "),
        (3, False, "Ромашка · "),
        (90, True, "⚪️ Ромашка · "),
    ],
)
def test_the_next_date_and_the_mark(days: int, uncovered: bool, said: str) -> None:
    on = TODAY + timedelta(days=days)
    assert dated_label(RU, line(on, uncovered), TODAY) == said + RU.short_date(on, TODAY)


def test_who_has_nothing_planned_has_no_date() -> None:
    assert dated_label(RU, line(None, uncovered=True), TODAY) == "⚪️ Ромашка"


def test_the_date_is_there_however_long_the_name() -> None:
    long = ClientLine(
        1, LONG, ClientStatus.ACTIVE, ClientKind.CUSTOMER, LONG, TODAY, False, LONG, "+79161234567"
    )
    label = dated_label(RU, long, TODAY)
    assert label.endswith(RU.short_date(TODAY, TODAY))
    assert len(label) <= 64


def test_the_pages_keep_the_filter_and_the_button_that_is_on_takes_it_off() -> None:
    page = ClientPage((line(None, uncovered=True),), 20, 1, 3, TODAY, ClientFilter.GAPS)
    taps = [button.tap for row in clients_screen(RU, page).rows for button in row]
    assert OpenClients(0, ClientFilter.GAPS) in taps
    assert OpenClients(2, ClientFilter.GAPS) in taps
    shown = {b.label: b.tap for row in clients_screen(RU, page).rows for b in row}
    assert shown["✅ ⚪️ Без дела"] == OpenClients()
    assert shown["Класс A"] == OpenClients(0, ClientFilter.CLASS_A)


def test_the_card_leads_back_to_the_same_page_of_the_same_filter() -> None:
    page = ClientPage((line(None, uncovered=True),), 20, 2, 3, TODAY, ClientFilter.GAPS)
    opened = OpenListed(1, 2, ClientFilter.GAPS)
    assert clients_screen(RU, page).rows[0][0].tap == opened
    assert unpack(pack(opened)) == opened
    card = client_screen(RU, CLIENT_CARD, OpenClients(2, ClientFilter.GAPS))
    assert card.rows[-1][0].tap == OpenClients(2, ClientFilter.GAPS)
    assert card.rows[:-1] == client_screen(RU, CLIENT_CARD).rows


def test_an_empty_filter_says_what_to_do() -> None:
    screen = clients_screen(RU, ClientPage((), 0, 0, 1, TODAY, ClientFilter.TODAY))
    assert "отмеченную" in plain(screen)
    assert "✅ 🟡 Сегодня" in labels(screen)
    nobody = clients_screen(RU, ClientPage((), 0, 0, 1, TODAY))
    assert labels(nobody) == ["➕ Новое", "🔍 Найти"]


def test_a_button_of_the_version_before_opens_the_whole_list() -> None:
    assert pack(OpenClients(2)).startswith("cls:2")
    assert unpack("cls:2") == OpenClients(2)
