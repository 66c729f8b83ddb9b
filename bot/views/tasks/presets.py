"""The date buttons under the question for the next step (R3, R4)."""

from collections.abc import Callable
from datetime import date

from bot.method.tasks.cards import NextStep
from bot.method.tasks.steps import Preset
from bot.views.screen import Button, Row
from bot.views.taps.base import Tap
from bot.views.taps.tasks import Locked
from bot.views.words import Markup, Words


def preset_rows(words: Words, ask: NextStep, pick: Callable[[date], Tap]) -> tuple[Row, ...]:
    """The date buttons with their load; locked ones can not be tapped, or say why."""
    return tuple((_preset(words, preset, ask, pick),) for preset in ask.presets)


def _preset(words: Words, preset: Preset, ask: NextStep, pick: Callable[[date], Tap]) -> Button:
    on = words.short_date(preset.on, ask.today)
    shown = {"what": words.plain(f"preset-{preset.ahead}"), "date": on}
    if preset.locked:
        label = words.plain("preset-locked", **shown)
        return Button(label, Locked(ask.client_id, ask.horizon_days), dead=True)
    key = "preset-full" if preset.full else "preset-free"
    label = words.plain(key, load=preset.load, capacity=preset.capacity, **shown)
    return Button(label, pick(preset.on))


def horizon_lines(words: Words, ask: NextStep) -> list[Markup]:
    """Why some of the dates are locked; nothing where all may be chosen."""
    if not any(preset.locked for preset in ask.presets):
        return []
    return [words("next-locked", days=ask.horizon_days)]


def locked_toast(words: Words, days: int) -> str:
    """Why a date beyond the horizon can not be chosen."""
    return words.plain("locked-why", days=days)
