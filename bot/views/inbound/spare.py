"""Whether what was planned is still needed, below what has just been done (R11)."""

from dataclasses import replace

from bot.method.inbound.spare import SpareTask
from bot.views.screen import Button, Row, Screen
from bot.views.taps.inbound import DropSpare, KeepSpare
from bot.views.words import Markup, Words


def with_spare(words: Words, screen: Screen, spare: SpareTask | None) -> Screen:
    """The screen with the question, where there is one to ask; its answers stand first."""
    if spare is None:
        return screen
    what = spare.title or words.plain(f"kind-{spare.kind}")
    key = "spare-ask" if spare.on is not None else "spare-ask-undated"
    on = words.short_date(spare.on, spare.today) if spare.on is not None else ""
    asked = words(key, what=what, date=on)
    row: Row = (
        Button(words.plain("spare-drop"), DropSpare(spare.task_id)),
        Button(words.plain("spare-keep"), KeepSpare(spare.client_id)),
    )
    return replace(screen, text=Markup(f"{screen.text}\n\n{asked}"), rows=(row, *screen.rows))
