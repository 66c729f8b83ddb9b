"""What is to be typed is asked by a handler (`Context.ask`) and closed here, never by a handler.

The form knows the message that asks, and once it is answered that message goes: what is left in
the chat is what was typed and what came of it. A question that is answered by yes or no is such a
form too, in which nothing is typed: it can be left like the others.
"""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from aiogram.types import TelegramObject

from bot.models.base import JsonDict
from bot.models.user import User
from bot.services.tasks.questions import is_question
from bot.telegram.context import Context, Going
from bot.telegram.updates.incoming import Incoming
from bot.views.screen import Screen
from bot.views.taps.base import pack
from bot.views.taps.tasks import PlanOn
from bot.views.words import Words

_CONFIRMATION = "confirmation"
_PROMPTS = "prompts"
"""Where the form keeps the messages that ask."""
_QUESTION = ("name", "tap", "purpose", "client", "other")
"""What makes two forms the same question."""


def prompts_of(form: JsonDict | None) -> tuple[int, ...]:
    """The messages that ask for what is to be typed, as far as they are known."""
    return tuple(form.get(_PROMPTS, ())) if form is not None else ()


def awaits_text(form: JsonDict | None) -> bool:
    """Whether something is to be typed."""
    return form is not None and form.get("name") != _CONFIRMATION


def _confirmation_in(screen: Screen, words: Words) -> JsonDict | None:
    """The form of the screen's question whether something is to be done, or of a line that is not
    saved yet; None where it has none."""
    no, cancel = words.plain("confirm-no"), words.plain("quick-cancel")
    for row in screen.rows:
        asks = len(row) == 2 and row[0].style == "danger" and row[1].label == no
        if asks or row[-1].label == cancel:
            yes = (row if asks else screen.rows[0])[0].tap
            return None if yes is None else {"name": _CONFIRMATION, "purpose": pack(yes)}
    return None


def asked_in(person: User, message_id: int | None, before: JsonDict | None) -> None:
    """This message asks for what the person is to type; `before` is the form that was open, whose
    messages ask the same where it is the same question."""
    if person.form is None:
        return
    before = before if _is_same(before, person.form) else None
    prompts = {*prompts_of(before), *(() if message_id is None else (message_id,))}
    person.form = person.form | {_PROMPTS: sorted(prompts)}


def _is_same(before: JsonDict | None, form: JsonDict) -> bool:
    return before is not None and all(before.get(key) == form.get(key) for key in _QUESTION)


def edited_by(asked: Incoming, screen: Screen) -> int | None:
    """The message that the screen takes the place of, where that is sure beforehand."""
    sent = screen.fresh or screen.home_keyboard or screen.attachments or screen.picture
    return None if sent or asked.on_file else asked.message_id


async def answer_form(
    handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
    event: TelegramObject,
    data: dict[str, Any],
) -> Any:
    """What is shown for an answer takes the place of the question, unless that is asked again."""
    ctx = data.get("ctx")
    before = ctx.act.actor.form if isinstance(ctx, Context) else None
    shown = await handler(event, data)
    is_answer = isinstance(shown, Screen) and shown.text and ("asked" in data or "form" in data)
    if not isinstance(ctx, Context) or not is_answer:
        return shown
    form = ctx.act.actor.form
    if form is not None and form is not before and _is_same(before, form):
        return shown
    return replace(shown, closes=prompts_of(before))


async def close_form(
    handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
    event: TelegramObject,
    data: dict[str, Any],
) -> Any:
    """The form that was open is left with the next screen, unless that one asks anew; whether to
    do something is a question as well.

    A refusal raises: whatever was typed may be typed again. A toast is no screen. The tap on a
    preset leaves the question for a date open, to be one statement less on the commonest way of
    all: that it is over is seen by the plan.
    """
    ctx = data.get("ctx")
    before = ctx.act.actor.form if isinstance(ctx, Context) else None
    shown = await handler(event, data)
    is_preset = is_question(before) and isinstance(data.get("tap"), PlanOn)
    if isinstance(ctx, Context) and not is_preset:
        _leave(ctx, before, shown)
    return shown


async def next_part(ctx: Context, going: Going, asked: Incoming) -> Screen | Going:
    """What is shown for the next part of an act, of which the last one leaves the form that was
    open: after a crash the words that were typed come again, and have to be its answer."""
    before = ctx.act.actor.form
    shown = await going.go_on(ctx)
    if isinstance(shown, Going):
        return shown
    _leave(ctx, before, shown)
    return replace(shown, closes=prompts_of(before)) if asked.data is None else shown


def _leave(ctx: Context, before: JsonDict | None, shown: Any) -> None:
    if ctx.act.actor.form is before and isinstance(shown, Screen) and shown.text:
        asked = _confirmation_in(shown, ctx.words)
        if before is not None or asked is not None:
            ctx.act.actor.form = asked
