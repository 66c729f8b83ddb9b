"""A form is open until the next screen: no handler has to think of it."""

from datetime import date
from types import SimpleNamespace
from typing import Any, cast

import pytest
from aiogram.types import TelegramObject

from bot.method.core.refusals import Invalid
from bot.services.core.work import Act
from bot.telegram.context import Context
from bot.telegram.forms import close_form
from bot.views.screen import Screen
from bot.views.taps.clients import AskFind, AskNew
from bot.views.taps.tasks import PlanOn
from bot.views.words import Markup, Words

SHOWN = Screen(Markup("Карточка"))
QUESTION = {"name": "date"}


def asked(form: dict[str, Any] | None = None) -> Context:
    """A person who has been asked to type something."""
    act = cast(Act, SimpleNamespace(actor=SimpleNamespace(form=form)))
    ctx = Context(act, Words("ru"), "bot")
    if form is None:
        ctx.ask(AskFind())
    return ctx


async def after(ctx: Context, shown: object, tap: object = None) -> Any:
    """The form after a handler that shows this."""

    async def handler(event: TelegramObject, data: dict[str, Any]) -> object:
        return shown

    assert await close_form(handler, TelegramObject(), {"ctx": ctx, "tap": tap}) is shown
    return ctx.act.actor.form


async def test_the_next_screen_closes_it() -> None:
    assert await after(asked(), SHOWN) is None


@pytest.mark.parametrize("shown", [Screen(Markup(""), toast="Готово"), None])
async def test_what_is_no_screen_leaves_it_open(shown: Screen | None) -> None:
    assert await after(asked(), shown) is not None


async def test_what_is_asked_anew_stays() -> None:
    ctx = asked()

    async def handler(event: TelegramObject, data: dict[str, Any]) -> Screen:
        ctx.ask(AskNew())
        return SHOWN

    await close_form(handler, TelegramObject(), {"ctx": ctx})
    assert ctx.act.actor.form == asked_by(AskNew())


async def test_a_refusal_leaves_it_open() -> None:
    ctx = asked()

    async def handler(event: TelegramObject, data: dict[str, Any]) -> Screen:
        raise Invalid("sum")

    with pytest.raises(Invalid):
        await close_form(handler, TelegramObject(), {"ctx": ctx})
    assert ctx.act.actor.form == asked_by(AskFind())


async def test_the_tap_on_a_preset_leaves_only_the_question_for_a_date() -> None:
    tap = PlanOn(1, None, date(2026, 11, 25))
    assert await after(asked(dict(QUESTION)), SHOWN, tap) == QUESTION
    assert await after(asked(dict(QUESTION)), SHOWN) is None
    assert await after(asked(), SHOWN, tap) is None


def asked_by(tap: AskFind | AskNew) -> Any:
    """The form that this tap opens."""
    ctx = asked()
    ctx.ask(tap)
    return ctx.act.actor.form
