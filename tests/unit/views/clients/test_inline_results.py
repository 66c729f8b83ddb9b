"""What is offered in any chat: within Telegram's limits, and nothing of it the company's alone."""

from dataclasses import replace
from datetime import date

import pytest

from bot.method.clients.cards import ClientLine
from bot.method.clients.offered import Hit, Hits
from bot.method.core.cards import Phone
from bot.method.core.terms import ClientKind, ClientStatus
from bot.telegram.articles import articles_of, hint_of
from bot.views.clients.inline import number_in, offered
from bot.views.screen import InlineResults, Screen
from bot.views.words import LOCALES, Words
from tests.unit.views.facts import LONG
from tests.unit.views.shown import checked

TODAY = date(2026, 11, 24)
LINE = ClientLine(
    12,
    "Пётр Зайцев",
    ClientStatus.ACTIVE,
    ClientKind.CUSTOMER,
    company="ООО «Заря»",
    next_due=date(2026, 11, 25),
    owner_name="Анна Петрова",
)
PHONE = Phone("+79161234567", "12")
NASTY = ClientLine(
    10**17, LONG, ClientStatus.POOL, ClientKind.CUSTOMER, LONG[::-1], owner_name=LONG
)

SAMPLES = {
    "one": Hits("зая", (Hit(LINE, (PHONE,)),), TODAY),
    "uncovered": Hits("зая", (Hit(replace(LINE, uncovered=True)),), TODAY),
    "lost": Hits("зая", (Hit(replace(LINE, status=ClientStatus.LOST, company=None)),), TODAY),
    "today": Hits("", (Hit(replace(LINE, company=LINE.name, next_due=None)),), TODAY, 1),
    "nasty": Hits(LONG[:100], (Hit(NASTY, (Phone("9" * 200, "9" * 16),) * 30),), TODAY, 99_999),
    "nobody": Hits("ъ", (), TODAY),
    "nothing today": Hits("", (), TODAY),
}


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_can_be_offered(name: str, locale: str) -> None:
    made = offered(Words(locale), SAMPLES[name])
    assert len(made.results) <= 50
    for one in made.results:
        assert 0 < len(one.key.encode()) <= 64
        assert 0 < len(one.title) <= 100
        assert len(one.description) <= 200
        assert "\n" not in one.title + one.description
        message = checked(Screen(one.message))
        assert "<b>Ю&Ю" not in message.text, "a name came through unescaped"
        assert number_in(message.text) == int(one.key)
    assert (made.hint is None) == bool(made.results)
    assert made.hint is None or 0 < len(made.hint) <= 64
    assert len(articles_of(made)) == len(made.results)


def test_the_next_step_is_seen_while_choosing_and_not_sent_into_the_chat() -> None:
    (one,) = offered(Words("ru"), SAMPLES["one"]).results
    assert (one.title, one.key) == ("Пётр Зайцев", "12")
    assert one.description == "ООО «Заря» · Анна Петрова · завтра, ср 25.11"
    assert (
        "Зайцев" in one.message
        and "ООО «Заря»" in one.message
        and "+7 916 123-45-67" in one.message
    )
    for secret in ("25.11", "завтра", "Петрова"):
        assert secret not in one.message
    (idle,) = offered(Words("ru"), SAMPLES["uncovered"]).results
    assert "без дела" in idle.description and "без дела" not in idle.message


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("👤 Заря\n№ 12", 12),
        ("👤 Zarya\nNo. 12\n", 12),
        ("№ 12\nи ещё строка", None),
        ("📞 +7 916 123-45-67", None),
        ("№ " + "9" * 19, None),
        ("№ ١٢", None),
        ("", None),
    ],
)
def test_the_number_stands_alone_at_the_end(text: str, number: int | None) -> None:
    assert number_in(text) == number


def test_without_a_hint_there_is_no_button() -> None:
    assert hint_of(InlineResults()) is None
    hint = hint_of(InlineResults(hint="Найти", start="find"))
    assert hint is not None and hint.start_parameter == "find"
