"""What the method says of the base in a file that was sent to the chat (R3, R4)."""

from bot.method.core.texts import clean
from bot.method.imports.audit_cards import Audited
from bot.method.imports.cards import ImportCard
from bot.views.imports.audit import AuditLines, audit_lines, audit_summary
from bot.views.imports.audit_chart import AuditChart, bars_of
from bot.views.parts.fitting import told_length
from bot.views.parts.rows import back_button, home_row
from bot.views.screen import Button, Picture, Row, Screen
from bot.views.taps.imports import AuditImport, OpenRead
from bot.views.words import Markup, Words

_MOST_NAMED = 4
"""People, and deals, on one screen; fewer where that would be too long a text."""
_SUMS = 3
"""Currencies of one sum."""
_LONGEST_TEXT, _LONGEST_CAPTION, _LONGEST_NAME = 3800, 1000, 60


def audit_row(words: Words, import_id: int) -> Row:
    """The way to what the method says of the file."""
    return (Button(words.plain("audit-open"), AuditImport(import_id)),)


def audit_screen(words: Words, card: ImportCard) -> Screen | None:
    """All of it, as long as its owner decides about the import; None before it was judged."""
    if card.audited is None or not card.is_open:
        return None
    back = back_button(words, OpenRead(card.import_id))
    return Screen(_fitting(words, card, card.audited), ((back, *home_row(words)),))


def audit_told_screen(words: Words, card: ImportCard, audited: Audited) -> Screen:
    """The figures of everybody with a picture of each, told when the file has been judged; the
    file is neither imported nor dropped by it."""
    lines = audit_summary(words, _form(words, 0), audited.found, audited.file, card.policy)
    text = _titled(words, card, lines)
    bars = bars_of(words, audited.found)
    drawn = bars and told_length(text) <= _LONGEST_CAPTION
    picture = Picture("audit.png", AuditChart(words.locale, bars)) if drawn else None
    more = Button(words.plain("audit-more"), AuditImport(card.import_id))
    on = Button(words.plain("audit-on"), OpenRead(card.import_id), style="primary")
    return Screen(text, ((more,), (on,)) if card.is_open else (), picture=picture)


def _fitting(words: Words, card: ImportCard, audited: Audited) -> Markup:
    """As many named as fit; with one of each it fits whatever the file holds."""
    text = Markup("")
    for named in range(_MOST_NAMED, 0, -1):
        form = _form(words, named)
        lines = audit_lines(words, form, audited.found, audited.file, card.policy)
        text = _titled(words, card, lines)
        if told_length(text) <= _LONGEST_TEXT:
            break
    return text


def _form(words: Words, named: int) -> AuditLines:
    return AuditLines(words, named, named, 2 * named + 2, named + 1, _SUMS)


def _titled(words: Words, card: ImportCard, lines: list[Markup | str]) -> Markup:
    return Markup(
        "\n".join((words("audit-title", name=clean(card.file_name, _LONGEST_NAME)), *lines))
    )
