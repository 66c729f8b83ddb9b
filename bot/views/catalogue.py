"""The messages of one locale, each parsed when it is first said: a start need not wait for all of
them, and most of a catalogue is never said by one process."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from babel import Locale
from fluent.runtime import FluentBundle
from fluent.runtime.resolver import MAX_PART_LENGTH
from fluent.syntax import FluentParser, ast

FOLDER = Path(__file__).parent.parent / "locales"

_MOST_KEPT = 5000
"""Texts that are kept as they were said."""
_NEVER_GROUPED = 1000
"""Numbers below it are written the same in every language."""
_BEGINS = re.compile(r"([a-zA-Z][\w-]*) *=")


class Catalogue:
    """Messages stand on their own: none refers to another one, which a test holds."""

    def __init__(self, locale: str) -> None:
        self._parser = FluentParser(with_spans=False)
        self._bundle = FluentBundle([str(Locale.parse(locale))], use_isolating=False)
        self._sources: dict[str, str] = {}
        self._said: dict[tuple[object, ...], str] = {}
        self._templates: dict[str, str | None] = {}
        for path in sorted((FOLDER / locale).glob("*.ftl")):
            self._sources.update(_entries(path.read_text(encoding="utf-8")))

    def text(self, key: str, values: Mapping[str, str | int | float]) -> str:
        """The message with its values; KeyError where there is none, ValueError where a value
        is missing."""
        if any(type(value) is not int for value in values.values()):
            return self._made(key, values)
        # Labels and dates are said again and again; what people are called is not kept.
        said = (key, *values.items())
        text = self._said.get(said)
        if text is None:
            if len(self._said) >= _MOST_KEPT:
                self._said.clear()
            text = self._said[said] = self._made(key, values)
        return text

    def _made(self, key: str, values: Mapping[str, str | int | float]) -> str:
        if key in self._sources:
            self._read(key)
        template = self._templates.get(key)
        if template is not None and all(map(_is_put_in_as_it_is, values.values())):
            try:
                return template % values
            except KeyError as missing:
                raise ValueError(f"{key}: {missing}") from None
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            raise KeyError(key)
        text, errors = self._bundle.format_pattern(pattern, {**values})
        if errors:
            raise ValueError(f"{key}: {errors[0]}")
        return str(text)

    def _read(self, key: str) -> None:
        """Parse it. What only puts values between words needs no resolver: that takes ten times as
        long, and most of what is said is such a message."""
        resource = self._parser.parse(self._sources.pop(key))
        self._bundle.add_resource(resource)
        entry = resource.body[0] if len(resource.body) == 1 else None
        if isinstance(entry, ast.Message) and entry.value is not None:
            self._templates[key] = _template_of(entry.value)


@cache
def catalogue(locale: str) -> Catalogue:
    """The one of this locale; a process has each once."""
    return Catalogue(locale)


def _template_of(pattern: ast.Pattern) -> str | None:
    """The message for `%` with a mapping of its values; None where it chooses between words."""
    parts = []
    for element in pattern.elements:
        said = element if isinstance(element, ast.TextElement) else element.expression
        match said:
            case ast.TextElement():
                parts.append(said.value.replace("%", "%%"))
            case ast.StringLiteral():
                parts.append(said.parse()["value"].replace("%", "%%"))
            case ast.VariableReference():
                parts.append(f"%({said.id.name})s")
            case _:
                return None
    return "".join(parts)


def _is_put_in_as_it_is(value: str | int | float) -> bool:
    if isinstance(value, str):
        return len(value) <= MAX_PART_LENGTH
    return type(value) is int and 0 <= value < _NEVER_GROUPED


def _entries(text: str) -> Iterator[tuple[str, str]]:
    """Each message with its lines: all up to the next one, comments aside."""
    key, lines = "", [""]
    for line in text.splitlines():
        begins = _BEGINS.match(line)
        if begins is None and not line.startswith("#"):
            lines.append(line)
        elif begins is not None:
            if key:
                yield key, "\n".join(lines)
            key, lines = begins[1], [line]
    if key:
        yield key, "\n".join(lines)
