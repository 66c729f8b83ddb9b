"""What a manager has to see at a glance: the last words, the days overdue, which namesake."""

from dataclasses import replace
from datetime import timedelta

from bot.method.clients.cards import ClientPage, Found
from bot.method.core.cards import Contacts, Phone, Touch
from bot.method.core.terms import Event
from bot.views.clients.clients import client_label, client_screen, found_screen
from bot.views.taps.clients import AskFind, AskNew
from bot.views.tasks.card import task_screen
from bot.views.words import Words
from tests.unit.views.facts import CARD, CLIENT, CLIENT_CARD, LONG, NOW, TODAY
from tests.unit.views.shown import plain

RU = Words("ru")


def test_the_card_of_a_client_shows_what_was_said_last() -> None:
    said = Touch(NOW, Event.COMMENT, "Анна", {"text": "Просил счёт до пятницы"})
    text = plain(client_screen(RU, replace(CLIENT_CARD, touches=(said,))))
    assert text.endswith("Последнее:\nсегодня в 09:30 — 📝 Просил счёт до пятницы (Анна)")
    assert "Последнее" not in plain(client_screen(RU, replace(CLIENT_CARD, touches=())))


def test_a_late_task_says_how_late_it_is() -> None:
    def shown(days: int) -> str:
        due = replace(CARD.line, due_on=TODAY - timedelta(days=days), due_time=None)
        return plain(task_screen(RU, replace(CARD, line=due)))

    assert "просрочено на 1 день," in shown(1)
    assert "просрочено на 2 дня," in shown(2)
    assert "просрочено на 21 день," in shown(21)
    assert "просрочено" not in shown(0)


def test_namesakes_are_told_apart_by_the_company() -> None:
    one = replace(CLIENT, name="Иванов Пётр", company="ООО «Вектор»", owner_name=None)
    assert client_label(RU, one).endswith("Иванов Пётр · ООО «Вектор»")
    same = replace(one, name="ООО «Вектор»")
    assert client_label(RU, same).endswith("ООО «Вектор»")
    assert client_label(RU, same).count("Вектор") == 1
    assert len(client_label(RU, replace(one, name=LONG, company=LONG, owner_name=LONG))) <= 64


def test_namesakes_without_a_company_are_told_apart_by_the_phone() -> None:
    one = replace(CLIENT, name="Иванов Пётр", company=None, owner_name=None, phone="+79161234567")
    assert client_label(RU, one).endswith("Иванов Пётр · ··45-67")
    assert len(client_label(RU, replace(one, name=LONG, company=LONG, owner_name=LONG))) <= 64


def test_whom_nobody_knows_can_be_added_at_once() -> None:
    nobody = Found("Кузьмин", ClientPage((), 0, 0, 1, TODAY))
    assert [button.tap for button in found_screen(RU, nobody).rows[-1]] == [AskNew(), AskFind()]


def test_a_phone_is_shown_as_it_is_read_aloud_and_copied_as_it_is_dialled() -> None:
    screen = task_screen(RU, CARD)
    assert "📞 +7 916 123-45-67 (12)" in plain(screen)
    copies = [button for row in screen.rows for button in row if button.copy]
    assert {(one.label, one.copy) for one in copies} == {("📋 +7 916 123-45-67", "+79161234567")}
    assert RU.phone("+4930123456") == "+49 30 123456"
    assert RU.phone("нет") == "нет"


def test_only_a_number_that_somebody_may_have_can_be_called_and_copied() -> None:
    kept = Contacts((Phone("+70000000000", dialled=False), Phone("+79161234567")))
    screen = task_screen(RU, replace(CARD, contacts=kept))
    assert "<code>+70000000000</code> — такого номера нет" in screen.text
    assert "📞 +7 916 123-45-67" in screen.text
    copied = [button.copy for row in screen.rows for button in row if button.copy]
    assert copied == ["+79161234567"]


def test_a_number_that_is_none_is_shown_as_it_stands() -> None:
    assert RU.phone("+79161234567") == "+7 916 123-45-67"
    for stored in ("+72345678", "+70000000000", "спросить Ивана"):
        assert RU.phone(stored) == stored
