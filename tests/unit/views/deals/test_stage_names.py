"""The first stages in the reader's language; a company's own ones as it calls them."""

from datetime import UTC, datetime

import pytest

from bot.locales import LOCALES
from bot.locales.stages import first_stages
from bot.method.core.cards import Touch
from bot.method.core.terms import Event
from bot.views.clients.history import touch_text
from bot.views.words import Words


def test_every_language_has_the_same_number_of_them() -> None:
    assert {len(first_stages(locale)) for locale in LOCALES} == {5}


@pytest.mark.parametrize(
    ("locale", "name", "shown"),
    [
        ("en", "Предложение", "Offer"),
        ("en", "оплата", "Payment"),
        ("ru", "Offer", "Предложение"),
        ("ru", "Договор", "Договор"),
        ("en", "Замер", "Замер"),
        ("en", "Предложение 2", "Предложение 2"),
        ("ru", "", ""),
    ],
)
def test_a_first_stage_is_read_in_ones_own_language(locale: str, name: str, shown: str) -> None:
    assert Words(locale).stage(name) == shown


@pytest.mark.parametrize(
    ("before", "line"), [("Предложение", "Offer → Payment"), (None, "stage: Payment")]
)
def test_the_history_of_a_deal_is_read_in_ones_own_language(before: str | None, line: str) -> None:
    moment = datetime(2026, 11, 23, 9, tzinfo=UTC)
    touch = Touch(moment, Event.STAGE_CHANGED, "Анна", {"before": before, "after": "Оплата"})
    assert line in touch_text(Words("en"), touch, moment.date())
