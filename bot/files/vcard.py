"""Cards of address books, vCard 2.1 to 4.0: names, phones, e-mails, companies, notes."""

import quopri
import re
from collections.abc import Iterator

from bot.method.import_rows import ImportRow
from bot.method.refusals import Invalid

_PROPERTY = re.compile(r"(?:[\w-]+\.)?(?P<name>[\w-]+)(?P<params>(?:;[^:]*?)?):(?P<value>.*)", re.S)
_SPLIT = re.compile(r"(?<!\\);")
_ESCAPED = re.compile(r"\\([nN,;\\])")
_MOST_CARDS = 100_000
_MOST_VALUES = 20


def read_vcards(text: str) -> Iterator[ImportRow]:
    """One row for each card; Invalid("file-broken") where one is not closed."""
    card: dict[str, list[str]] | None = None
    started = count = 0
    for number, line in _unfolded(text):
        upper = line.strip().upper()
        if upper == "BEGIN:VCARD":
            if card is not None:
                raise Invalid("file-broken", line=number)
            card, started, count = {}, number, count + 1
            if count > _MOST_CARDS:
                raise Invalid("file-rows", most=_MOST_CARDS)
        elif upper == "END:VCARD" and card is not None:
            yield _row(card, started)
            card = None
        elif card is not None:
            _keep(card, line)
    if card is not None:
        raise Invalid("file-broken", line=started)


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """Logical lines with the number of their first physical one."""
    start, held = 0, ""
    for number, line in enumerate(text.splitlines(), start=1):
        soft = held.endswith("=") and "QUOTED-PRINTABLE" in held.partition(":")[0].upper()
        if soft:
            held = held[:-1] + line.lstrip()
        elif line[:1] in (" ", "\t") and held:
            held += line[1:]
        else:
            if held:
                yield start, held
            start, held = number, line
    if held:
        yield start, held


def _keep(card: dict[str, list[str]], line: str) -> None:
    found = _PROPERTY.fullmatch(line)
    if found is None:
        return
    name, params = found["name"].upper(), found["params"].upper()
    if name not in ("FN", "N", "TEL", "EMAIL", "ORG", "NOTE", "NICKNAME", "X-TELEGRAM"):
        return
    value = found["value"]
    if "QUOTED-PRINTABLE" in params:
        charset = re.search(r"CHARSET=([\w-]+)", params)
        value = _quoted(value, charset[1] if charset else "utf-8")
    values = card.setdefault(name, [])
    if len(values) < _MOST_VALUES:
        values.append(value)


def _quoted(value: str, charset: str) -> str:
    raw = quopri.decodestring(value.encode("utf-8"))
    try:
        return raw.decode(charset)
    except (LookupError, UnicodeDecodeError):
        return raw.decode("utf-8", "replace")


def _row(card: dict[str, list[str]], line: int) -> ImportRow:
    parts = [_plain(part) for part in _SPLIT.split(_first(card, "N"))]
    family, given = (parts + ["", ""])[:2]
    company = " ".join(part for part in map(_plain, _SPLIT.split(_first(card, "ORG"))) if part)
    return ImportRow(
        line=line,
        name=_plain(_first(card, "FN")) or f"{given} {family}".strip(),
        company=company,
        phones=tuple(_plain(one).removeprefix("tel:") for one in card.get("TEL", ())),
        emails=tuple(_plain(one) for one in card.get("EMAIL", ())),
        handle=_plain(_first(card, "X-TELEGRAM")),
        note=_plain(_first(card, "NOTE")),
    )


def _first(card: dict[str, list[str]], name: str) -> str:
    return next(iter(card.get(name, ())), "")


def _plain(value: str) -> str:
    def shown(found: re.Match[str]) -> str:
        return "\n" if found[1] in "nN" else found[1]

    return _ESCAPED.sub(shown, value).strip()
