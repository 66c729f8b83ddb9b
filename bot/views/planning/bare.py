"""What a line without a date is: whom it may be about, what its words are, a client to be added."""

from bot.method.planning.bare import Nobody, SaidOf
from bot.views.clients.clients import client_label
from bot.views.parts.rows import home_row, pager
from bot.views.screen import Button, Row, Screen
from bot.views.taps.clients import AskFind
from bot.views.taps.nav import OpenClient
from bot.views.taps.planning.quick import (
    AddFromLine,
    NoteLine,
    PlanLine,
    SaidOfClient,
    SaidPage,
    TakeLine,
)
from bot.views.tasks.card import contact_lines
from bot.views.words import Markup, Words


def nobody_screen(words: Words, nobody: Nobody) -> Screen:
    """No client is called so: those that are written similarly, and a new one with one tap."""
    key = "found-alike" if nobody.alike.total else "found-nothing"
    parts = [words(key, query=nobody.name), *contact_lines(words, nobody.contacts)]
    rows: tuple[Row, ...] = tuple(
        (Button(client_label(words, line), OpenClient(line.client_id)),)
        for line in nobody.alike.lines
    )
    new = Button(words.plain("question-new", name=nobody.name)[:60], AddFromLine(nobody.line_id))
    find = Button(words.plain("menu-find"), AskFind())
    return Screen(Markup("\n".join(parts)), (*rows, (new,), (find,)))


def said_of_screen(words: Words, said: SaidOf) -> Screen:
    """Whom it is about, else what is to be made of the words."""
    client_id, line_id = said.client_id, said.line_id
    if client_id is None:
        rows: tuple[Row, ...] = tuple(
            (Button(client_label(words, line), SaidOfClient(line_id, line.client_id)),)
            for line in said.candidates
        )
        rows += pager(words, said.page, said.pages, lambda page: SaidPage(line_id, page))
        find: Row = (Button(words.plain("menu-find"), AskFind()),)
        return Screen(words("quick-whose", line=said.text), (*rows, find))
    deeds = (
        Button(words.plain("line-note"), NoteLine(line_id, client_id)),
        Button(words.plain("line-inbound"), TakeLine(line_id, client_id)),
        Button(words.plain("line-task"), PlanLine(line_id, client_id)),
    )
    card = (Button(words.plain("to-client"), OpenClient(client_id)), *home_row(words))
    text = words("line-what", client=said.client_name, words=said.words)
    return Screen(text, (deeds, card))
