"""The manager on duty, beside the rule that asks him first."""

from bot.method.company.cards import Duties, DutyChoice
from bot.views.parts.person_choice import person_rows
from bot.views.parts.rows import back_button
from bot.views.screen import Button, Row, Screen
from bot.views.taps.settings import AskDuty, OpenRule, SetDuty
from bot.views.words import Words

_RULE = "offer_to"


def duty_row(words: Words, duty: Duties) -> Row:
    """Who is on duty, and the way to another one."""
    name = duty.name or words.plain("duty-nobody")
    return (Button(words.plain("duty-button", name=name)[:64], AskDuty()),)


def duty_screen(words: Words, choice: DutyChoice) -> Screen:
    """Whom to choose from."""
    name = choice.name or words.plain("duty-nobody")
    rows = list(person_rows(words, choice.people, SetDuty, AskDuty))
    if choice.name is not None:
        rows.append((Button(words.plain("duty-off"), SetDuty(None)),))
    rows.append((back_button(words, OpenRule(_RULE)),))
    return Screen(words("duty-title", name=name), tuple(rows))
