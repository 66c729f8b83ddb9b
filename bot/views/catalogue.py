"""The messages of one locale, each parsed when it is first said: a start need not wait for all of
them, and most of a catalogue is never said by one process."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from babel import Locale
from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser

FOLDER = Path(__file__).parent.parent / "locales"

_MOST_KEPT = 5000
"""Texts that are kept as they were said."""
_BEGINS = re.compile(r"([a-zA-Z][\w-]*) *=")


class Catalogue:
    """Messages stand on their own: none refers to another one, which a test holds."""

    def __init__(self, locale: str) -> None:
        self._parser = FluentParser(with_spans=False)
        self._bundle = FluentBundle([str(Locale.parse(locale))], use_isolating=False)
        self._sources: dict[str, str] = {}
        self._said: dict[tuple[object, ...], str] = {}
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
        source = self._sources.pop(key, None)
        if source is not None:
            self._bundle.add_resource(self._parser.parse(source))
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            raise KeyError(key)
        text, errors = self._bundle.format_pattern(pattern, {**values})
        if errors:
            raise ValueError(f"{key}: {errors[0]}")
        return str(text)


@cache
def catalogue(locale: str) -> Catalogue:
    """The one of this locale; a process has each once."""
    return Catalogue(locale)


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
