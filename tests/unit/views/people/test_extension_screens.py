"""By which extension somebody is named: shown, asked for, taken away (R9)."""

from typing import Any

from bot.views.people import extensions
from bot.views.taps.people import AskExtensions, ClearExtensions, OpenPerson
from bot.views.words import Words
from tests.unit.views.facts import PERSON
from tests.unit.views.shown import can_be_sent

SAMPLES: dict[str, Any] = {
    "none": lambda w: extensions.extensions_screen(w, PERSON, ()),
    "known": lambda w: extensions.extensions_screen(w, PERSON, ("x" * 64,) * 5),
    "asked": lambda w: extensions.ask_screen(w, PERSON),
}

test_a_sample_can_be_sent = can_be_sent(SAMPLES)


def test_what_is_there_can_be_taken_away() -> None:
    none, known = [
        [button.tap for row in SAMPLES[name](Words("ru")).rows for button in row]
        for name in ("none", "known")
    ]
    ask, back = AskExtensions(PERSON.person_id), OpenPerson(PERSON.person_id)
    assert none == [ask, back] and known == [ask, ClearExtensions(PERSON.person_id), back]
