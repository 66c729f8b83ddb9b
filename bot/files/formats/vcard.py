"""Cards of address books, vCard 2.1 to 4.0, as clients."""

import re
from collections.abc import Iterable, Iterator, Mapping

from bot.files.cells.values import is_rounded
from bot.files.formats.vcard_lines import Property, VCard, cards_of
from bot.files.limits import LONGEST_CELL, MOST_ROWS, MOST_VALUES
from bot.method.core.refusals import Invalid
from bot.method.imports.rows import ImportRow
from bot.method.inbound.matching import emails_in, handles_in

_WANTED = frozenset(
    {
        "FN", "N", "TEL", "EMAIL", "ORG", "TITLE", "NOTE", "NICKNAME", "ADR", "URL", "UID", "KIND",
        "IMPP", "X-SOCIALPROFILE", "X-TELEGRAM", "X-ABSHOWAS",
    }
)  # fmt: skip
_SPLIT = re.compile(r"(?<!\\);")
_ESCAPED = re.compile(r"\\([nN,;:\\])")
_URI_EXTRAS = re.compile(r";(?!ext=)[^;]*", re.I)
_NO_VOICE = ("FAX", "PAGER")
_Values = Mapping[str, list[Property]]


def read_vcards(content: bytes) -> Iterator[ImportRow]:
    """One row for each card. Invalid: file-broken-at where one is not closed, file-rows."""
    for count, card in enumerate(cards_of(content, _WANTED)):
        if count >= MOST_ROWS:
            raise Invalid("file-rows", most=MOST_ROWS)
        yield _row(card)


def _row(card: VCard) -> ImportRow:
    values: dict[str, list[Property]] = {}
    for entry in card.properties:
        values.setdefault(entry.name, []).append(entry)
    notes = [_plain(entry.value) for entry in values.get("NOTE", ())]
    phones, rounded = _phones(values, notes)
    emails, handle = _emails(values, notes), _handle(values, notes)
    name, company = _called(values, notes)
    notes += [", ".join(_parts(entry.value)) for entry in values.get("ADR", ())]
    notes += [*phones[MOST_VALUES:], *emails[MOST_VALUES:]]
    called = any((name, company, phones, emails, handle))
    return ImportRow(
        line=card.line,
        source_id=_first(values, "UID"),
        name=name,
        company=company,
        position=_first(values, "TITLE"),
        phones=tuple(phones[:MOST_VALUES]),
        emails=tuple(emails[:MOST_VALUES]),
        handle=handle,
        note="\n".join(dict.fromkeys(note for note in notes if note)),
        error="row-phone" if rounded else None if called else _unnamed(notes),
    )


def _unnamed(notes: Iterable[str]) -> str:
    return "row-nameless" if any(notes) else "row-empty"


def _called(values: _Values, notes: list[str]) -> tuple[str, str]:
    """Name and company: FN before N; a card with an empty N and an ORG is the company's."""
    whole = " ".join(_first(values, "FN").split())
    company = " ".join(_parts(values["ORG"][0].value)) if "ORG" in values else ""
    parts = [_plain(part) for part in _SPLIT.split(values["N"][0].value)] if "N" in values else []
    family, given, middle = (*parts, "", "", "")[:3]
    together = " ".join(filter(None, (given, middle, family)))
    kind, shown = _first(values, "KIND").lower(), _first(values, "X-ABSHOWAS").lower()
    if kind == "org" or shown == "company" or (company and "N" in values and not together):
        if company and whole not in company:
            notes.append(whole)
        return "", company or whole
    name = whole or together or (_first(values, "NICKNAME") if not company else "")
    return ("" if name == company else name), company


def _phones(values: _Values, notes: list[str]) -> tuple[list[str], bool]:
    phones: list[str] = []
    for entry in values.get("TEL", ()):
        raw = _plain(entry.value)
        if raw[:4].lower() == "tel:":
            raw = _URI_EXTRAS.sub("", raw[4:])
        if any(word in entry.params for word in _NO_VOICE):
            notes.append(f"{entry.name} {raw}")
        else:
            phones.append(raw)
    return list(dict.fromkeys(filter(None, phones))), any(map(is_rounded, phones))


def _emails(values: _Values, notes: list[str]) -> list[str]:
    emails: list[str] = []
    for entry in values.get("EMAIL", ()):
        text = _plain(entry.value)
        found = emails_in(text)
        emails += found
        if not found:
            notes.append(text)
    return list(dict.fromkeys(emails))


def _handle(values: _Values, notes: list[str]) -> str:
    handle = ""
    for name in ("X-TELEGRAM", "X-SOCIALPROFILE", "IMPP", "URL"):
        for entry in values.get(name, ()):
            text = _plain(entry.value)
            telegram = "TELEGRAM" in f"{name}{entry.params}{text[:9].upper()}"
            found = handles_in(text) or (
                handles_in(f"@{text.rpartition(':')[2]}") if telegram else ()
            )
            if found and not handle:
                handle = found[0]
            else:
                notes.append(text)
    return handle


def _first(values: _Values, name: str) -> str:
    found = values.get(name)
    return _plain(found[0].value) if found else ""


def _parts(value: str) -> list[str]:
    return [part for part in map(_plain, _SPLIT.split(value)) if part]


def _plain(value: str) -> str:
    def shown(found: re.Match[str]) -> str:
        return "\n" if found[1] in "nN" else found[1]

    return _ESCAPED.sub(shown, value).replace("\x00", "").strip()[:LONGEST_CELL]
