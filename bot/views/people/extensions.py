"""By which extension or address other systems name somebody (R9)."""

from collections.abc import Sequence

from bot.method.people.cards import PersonLine
from bot.views.parts.rows import back_button
from bot.views.screen import Button, Row, Screen
from bot.views.taps.people import AskExtensions, ClearExtensions, OpenExtensions, OpenPerson
from bot.views.words import Words


def extensions_screen(words: Words, person: PersonLine, extensions: Sequence[str]) -> Screen:
    """Those that are known, to be typed anew or taken away."""
    key = "extensions-known" if extensions else "extensions-none"
    text = words(key, name=person.name, extensions=", ".join(extensions))
    ask = AskExtensions(person.person_id)
    rows: list[Row] = [(Button(words.plain("extensions-change"), ask),)]
    if extensions:
        clear = ClearExtensions(person.person_id)
        rows.append((Button(words.plain("extensions-clear"), clear),))
    return Screen(text, (*rows, (back_button(words, OpenPerson(person.person_id)),)))


def ask_screen(words: Words, person: PersonLine) -> Screen:
    """Asks for them."""
    back = back_button(words, OpenExtensions(person.person_id))
    return Screen(words("extensions-ask", name=person.name), ((back,),))
