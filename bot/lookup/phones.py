"""Phones as people write them, as the `phonenumbers` package reads them.

Only a valid number is a phone: what merely might be one, and what people type to fill a field,
stays the text that it was.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from bot.lookup import phone_reading as reading
from bot.lookup.phone_words import known_words
from bot.method.core.cards import Phone

_LONGEST_TEXT = 4096
_LONGEST_PHONE = 64
_MOST_GROUPS = 9
"""As many groups of digits a number may be written in."""
_LEAST_DIGITS = 5
_ADDRESS = re.compile(r"[\w.+-]+@[\w.-]+")
_IN_NAME = re.compile(r"(?<=[^\W\d_])[\s-]\d{1,3}(?=\s+[+(]?\d)")
"""A short number behind a word and before another number."""
_HOUR = r"(?:[01]?\d|2[0-4])"
_HOURS = re.compile(
    rf"(?<![\d:.]){_HOUR}(?:[:.][0-5]\d\s*[-\u2013\u2014]\s*{_HOUR}[:.]|:)[0-5]\d(?![\d:.]*\d)"
)
"""`10:00-18:00`, `10.00 - 18.00`, `9:30`."""
_DIGITS = re.compile(r"\+?[\d(][\d\s().\u2010-\u2014-]*\d")
_LETTER = re.compile(r"[^\W\d_]")
_Span = tuple[int, int]


def phones_in(text: str, country: str) -> list[Phone]:
    """The phones of a text in E.164, in their order, each once.

    `country` (two letters) is where a number without a country code belongs. The digits of an
    e-mail address, of a price, of a date or of a company's papers are none.
    """
    plain, _ = _looked_at(text)
    return list(dict.fromkeys(phone for phone, _ in _found(plain, country)))


def without_phones(text: str, country: str) -> str:
    """The text with a blank for each letter of a phone: a number in a name stays there."""
    plain, places = _looked_at(text)
    left = text
    for _, (start, end) in _found(plain, country):
        left = _blank(left, places[start], places[end - 1] + 1)
    return left


def phone_of(text: str, country: str) -> Phone | None:
    """The one phone that the whole text is; None where it is something else.

    A word for a phone may stand before or behind it. Other letters are no digits here, though
    telephones have them on their keys.
    """
    plain, extension = _without_words(text)
    return reading.read(plain, country, extension) if plain else None


def is_placeholder(text: str, country: str) -> bool:
    """Whether it is what people type to fill a field: one digit repeated or digits in their
    order, whatever stands before it as a country's code or as the way out of one.

    It is kept as a text, and is no sameness of two clients.
    """
    plain, _ = _without_words(text)
    return bool(plain) and reading.is_filler(plain, country)


def is_dialled(phone: str) -> bool:
    """Whether a stored phone (E.164) is a number that somebody may have: only such a one is
    offered to be called."""
    return phone.startswith("+") and reading.read(phone, None) is not None


def sort_phones(raw: Iterable[str], country: str) -> tuple[tuple[Phone, ...], tuple[str, ...]]:
    """The phones among raw cells, each number once, and the cells that are none, as they were."""
    phones: dict[str, Phone] = {}
    others: list[str] = []
    for text in raw:
        phone = phone_of(text, country)
        if phone is None:
            others.append(text)
        elif phone.number not in phones or phone.extension:
            phones[phone.number] = phone
    return tuple(phones.values()), tuple(others)


def _without_words(text: str) -> tuple[str, str | None]:
    """The number of a cell without the words beside it, and its extension; nothing where other
    words stand there, or too few digits."""
    plain = reading.without_invisible(text)[0].strip().lstrip("'")
    extension = None
    if _LETTER.search(plain) or "#" in plain:
        plain, extension = _without_extension(_without_label(plain))
        plain = _without_label(plain)
    few = sum(char.isdigit() for char in plain) < _LEAST_DIGITS
    return ("" if few or len(plain) > _LONGEST_PHONE or _LETTER.search(plain) else plain), extension


def _without_label(text: str) -> str:
    words = known_words()
    return words.label_behind.sub("", words.label_before.sub("", text))


def _without_extension(text: str) -> tuple[str, str | None]:
    found = known_words().extension_at_end.search(text)
    return (text[: found.start()], found["digits"]) if found else (text, None)


def _looked_at(text: str) -> tuple[str, Sequence[int]]:
    """What is read of a text, blanks where an address or the hours of a day stand, and where
    each of its characters stands in the text."""
    plain, places = reading.without_invisible(text[:_LONGEST_TEXT])
    for other in (_ADDRESS, _HOURS):
        plain = other.sub(lambda found: " " * len(found[0]), plain)
    return plain, places


def _found(text: str, country: str) -> Iterator[tuple[Phone, _Span]]:
    found = dict(_matches(text, country))
    # "Alpha-2 8 916 ..." is one row of digits to the library, and no phone: without the 2 it is.
    rest = _IN_NAME.sub(lambda number: " " * len(number[0]), _rest(text, found))
    found |= dict(_matches(rest, country))
    found |= dict(_among_digits(_rest(text, found), country))
    for span in sorted(found):
        if not known_words().paper.search(text, max(0, span[0] - _LONGEST_PHONE), span[0]):
            yield found[span], span


def _matches(text: str, country: str) -> Iterator[tuple[_Span, Phone]]:
    # Imported late: the metadata of all countries takes a moment to load.
    from phonenumbers import Leniency, PhoneNumberMatcher

    for match in PhoneNumberMatcher(text, country, leniency=Leniency.VALID):
        plain, extension = _without_extension(match.raw_string)
        phone = reading.read(plain, country, extension or match.number.extension)
        if phone is not None and not known_words().price.match(text, match.end):
            yield (match.start, match.end), phone


def _among_digits(text: str, country: str) -> Iterator[tuple[_Span, Phone]]:
    """The phones in rows of digits of which the library makes nothing: hours, a date or another
    phone stand before, or the plus is lost."""
    for row in _DIGITS.finditer(text):
        groups = [
            (row.start() + group.start(), row.start() + group.end()) for group in _groups(row[0])
        ]
        place = 0
        while place < len(groups):
            taken = _longest(text, groups[place:], country, whole=len(groups))
            if taken is None:
                place += 1
                continue
            count, span, phone = taken
            place += count
            yield span, phone


def _groups(row: str) -> Iterator[re.Match[str]]:
    return re.finditer(r"\S+", row)


def _longest(
    text: str, groups: list[_Span], country: str, whole: int
) -> tuple[int, _Span, Phone] | None:
    """The longest phone that begins with the first group; one that begins neither with a plus nor
    as numbers do in the country has to be all that stands there: the `whole` row of groups."""
    start = groups[0][0]
    for count in range(min(len(groups), _MOST_GROUPS), 0, -1):
        end = groups[count - 1][1]
        plain = text[start:end]
        is_all = count == whole and reading.may_lack_plus(plain)
        if not (is_all or reading.begins(plain, country)):
            continue
        extension = known_words().extension.match(text, end)
        phone = reading.read(plain, country, extension["digits"] if extension else None)
        if phone is not None and not known_words().price.match(text, end):
            return count, (start, extension.end() if extension else end), phone
    return None


def _rest(text: str, found: Iterable[_Span]) -> str:
    for start, end in found:
        text = _blank(text, start, end)
    return text


def _blank(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]
