"""Where other systems report to, for the admin who connects them (R9)."""

from collections.abc import Sequence
from datetime import date

from bot.method.inbound.intake.addresses import AddressLine, NewAddress, Trial
from bot.views.parts.rows import back_button, confirm, home_row
from bot.views.screen import Button, Row, Screen
from bot.views.taps.inbound import MakeAddress, OpenAddress, OpenAddresses, TryAddress
from bot.views.words import Markup, Words

_MOST_READERS = 10


def addresses_screen(words: Words, lines: Sequence[AddressLine], today: date) -> Screen:
    """Every vendor with its last event."""
    parts = [words("intake-title"), *(_line(words, line, today) for line in lines)]
    rows = tuple(
        (Button(words.plain(f"source-{line.source}"), OpenAddress(line.source)),)
        for line in lines
        if line.is_vendor
    )
    return Screen(Markup("\n".join(parts)), (*rows, home_row(words)))


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
    attempt = (Button(words.plain("intake-try"), TryAddress(line.source)),)
    rows: tuple[Row, ...] = (
        (Button(words.plain("intake-make"), make, style="success"),),
        attempt,
        (back_button(words, back),),
    )
    if line.made_at is not None:
        parts.append(words("intake-made-before", moment=words.moment(line.made_at, today)))
        rows = (attempt, *confirm(words, "intake-make-anew", make, back))
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


def ask_trial_screen(words: Words, vendor: str) -> Screen:
    """Of whom the event is to be."""
    back = back_button(words, OpenAddress(vendor))
    return Screen(words("trial-ask", name=words.plain(f"source-{vendor}")), ((back,),))


def trial_screen(words: Words, vendor: str, trial: Trial) -> Screen:
    """What would have happened."""
    parts = [words("trial-title", name=words.plain(f"source-{vendor}"))]
    if trial.client_name is not None:
        key = "trial-new" if trial.is_new else "trial-client"
        parts.append(words(key, client=trial.client_name))
    parts.append(words(f"trial-{trial.end}"))
    if trial.readers:
        shown = ", ".join(trial.readers[:_MOST_READERS])
        left = len(trial.readers) - _MOST_READERS
        parts.append(words("trial-readers", names=shown, left=max(0, left)))
    rows: tuple[Row, ...] = (
        (Button(words.plain("trial-again"), TryAddress(vendor)),),
        (back_button(words, OpenAddress(vendor)),),
    )
    return Screen(Markup("\n".join(parts)), rows)


def _line(words: Words, line: AddressLine, today: date) -> Markup:
    name = words.plain(f"source-{line.source}")
    if line.last_at is not None:
        return words("intake-last", name=name, moment=words.moment(line.last_at, today))
    if line.made_at is not None:
        return words("intake-silent" if line.is_vendor else "intake-waits", name=name)
    return words("intake-off", name=name)
