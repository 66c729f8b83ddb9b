"""The reminder before a task with a time, and at it (R10)."""

from bot.method.day.cards import Reminded
from bot.views.day.day import line_text
from bot.views.parts.kinds import outcome_row
from bot.views.parts.rows import about_client
from bot.views.screen import Brief, Button, Screen
from bot.views.taps.nav import OpenTask
from bot.views.taps.tasks import AskMove
from bot.views.tasks.card import contact_lines
from bot.views.words import Markup, Words


def reminder_screen(words: Words, told: Reminded) -> Screen:
    """What is due in a moment, and how to reach the client."""
    task_id = told.line.task_id
    soon = words("reminder-soon", minutes=told.minutes)
    head = soon if told.minutes > 0 else words("reminder-now")
    lines = [head, line_text(words, told.line, told.today), *contact_lines(words, told.contacts)]
    if told.instead_of is not None:
        lines.append(words("stand-in-for", name=told.instead_of))
    rows = (
        outcome_row(words, told.line),
        (
            Button(words.plain("do-move"), AskMove(task_id)),
            Button(words.plain("reminder-open"), OpenTask(task_id)),
        ),
    )
    label = about_client("\N{BELL}", told.line.client_name)
    brief = Brief("\n".join(lines[:2]), ((Button(label, OpenTask(task_id)),),))
    return Screen(Markup("\n".join(lines)), rows, brief=brief)
