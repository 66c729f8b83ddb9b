"""What is to be typed is asked by a handler (`Context.ask`) and closed here, never by a handler."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram.types import TelegramObject

from bot.services.tasks.questions import is_question
from bot.telegram.context import Context
from bot.views.screen import Screen
from bot.views.taps.tasks import PlanOn


async def close_form(
    handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
    event: TelegramObject,
    data: dict[str, Any],
) -> Any:
    """The form that was open is left with the next screen, unless that one asks anew.

    A refusal raises: whatever was typed may be typed again. A toast is no screen. The tap on a
    preset leaves the question for a date open, to be one statement less on the commonest way of
    all: that it is over is seen by the plan.
    """
    ctx = data.get("ctx")
    before = ctx.act.actor.form if isinstance(ctx, Context) else None
    shown = await handler(event, data)
    if not isinstance(ctx, Context) or before is None or ctx.act.actor.form is not before:
        return shown
    is_preset = is_question(before) and isinstance(data.get("tap"), PlanOn)
    if isinstance(shown, Screen) and shown.text and not is_preset:
        ctx.act.actor.form = None
    return shown
