"""Where other systems report to, for the admin who connects them (R9)."""

from collections.abc import Sequence
from datetime import date

from bot.method.inbound.intake.addresses import AddressLine, NewAddress
from bot.views.parts.rows import back_button, confirm
from bot.views.screen import Button, Row, Screen
from bot.views.taps.inbound import MakeAddress, OpenAddress, OpenAddresses
from bot.views.words import Markup, Words


def addresses_screen(words: Words, lines: Sequence[AddressLine], today: date) -> Screen:
    """Every vendor with its last event."""
    parts = [words("intake-title"), *(_line(words, line, today) for line in lines)]
    rows = tuple(
        (Button(words.plain(f"source-{line.source}"), OpenAddress(line.source)),)
        for line in lines
        if line.is_vendor
    )
    return Screen(Markup("\n".join(parts)), rows)


def address_screen(words: Words, line: AddressLine, today: date) -> Screen:
    """One vendor: how it is connected, and a secret for it; a new one ends the one before."""
    parts = [
        words("intake-vendor", name=words.plain(f"source-{line.source}")),
        words(f"connect-{line.source}"),
        _line(words, line, today),
    ]
    if line.is_signed is not None:
        signed = "checked" if line.is_signed else f"unchecked-{line.source}"
        parts.append(words(f"intake-signature-{signed}"))
    make, back = MakeAddress(line.source), OpenAddresses()
    rows: tuple[Row, ...] = (
        (Button(words.plain("intake-make"), make, style="success"),),
        (back_button(words, back),),
    )
    if line.made_at is not None:
        parts.append(words("intake-made-before", moment=words.moment(line.made_at, today)))
        rows = confirm(words, "intake-make-anew", make, back)
    return Screen(Markup("\n\n".join(parts)), rows)


def new_address_screen(words: Words, made: NewAddress) -> Screen:
    """The address, shown once."""
    path = f"/intake/{made.vendor}/{made.secret}"
    text = words("intake-made", name=words.plain(f"source-{made.vendor}"), path=path)
    rows = (
        (Button(words.plain("intake-copy"), copy=path),),
        (back_button(words, OpenAddresses()),),
    )
    return Screen(text, rows)


def _line(words: Words, line: AddressLine, today: date) -> Markup:
    name = words.plain(f"source-{line.source}")
    if line.last_at is not None:
        return words("intake-last", name=name, moment=words.moment(line.last_at, today))
    if line.made_at is not None:
        return words("intake-silent", name=name)
    return words("intake-off", name=name)
