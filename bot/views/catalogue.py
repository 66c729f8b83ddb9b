"""The messages of one locale, each parsed when it is first said: a start need not wait for all of
them, and most of a catalogue is never said by one process."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from babel import Locale
from fluent.runtime import FluentBundle
from fluent.runtime.resolver import MAX_PART_LENGTH
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

FOLDER = Path(__file__).parent.parent / "locales"

_MOST_KEPT = 5000
"""Texts that are kept as numbers have chosen them."""
_NEVER_GROUPED = 1000
"""Numbers below it are written the same in every language."""
_PLACE = "\ue000"
"""Stands around the name of what is put in later: a sign that no message has."""
_BEGINS = re.compile(r"([a-zA-Z][\w-]*) *=")


class Catalogue:
    """Messages stand on their own: none refers to another one, which a test holds."""

    def __init__(self, locale: str) -> None:
        self._parser = FluentParser(with_spans=False)
        self._bundle = FluentBundle([str(Locale.parse(locale))], use_isolating=False)
        self._sources: dict[str, str] = {}
        self._said: dict[tuple[object, ...], str] = {}
        self._templates: dict[str, str | None] = {}
        self._deciding: dict[str, frozenset[str]] = {}
        for path in sorted((FOLDER / locale).glob("*.ftl")):
            self._sources.update(_entries(path.read_text(encoding="utf-8")))

    def text(self, key: str, values: Mapping[str, str | int | float]) -> str:
        """The message with its values; KeyError where there is none, ValueError where a value
        is missing."""
        template = self._templates.get(key)
        if template is None or not _are_put_in_as_they_are(values):
            template = self._with_numbers(key, values)
        if template is None:
            return self._resolved(key, values)
        try:
            return template % values
        except KeyError as missing:
            raise ValueError(f"{key}: {missing}") from None

    def _with_numbers(self, key: str, values: Mapping[str, str | int | float]) -> str | None:
        """The message for `%` as these numbers choose its words, without what else is put in; None
        where it can not be said before that is known.

        Labels, dates and counts are said again and again: these are kept, and nothing of what
        people are called.
        """
        texts = [name for name, value in values.items() if isinstance(value, str)]
        numbers = [item for item in values.items() if type(item[1]) is int]
        if len(texts) + len(numbers) < len(values) or not self._can_wait(key, texts, values):
            return None
        said = (key, *numbers)
        template = self._said.get(said)
        if template is None:
            if len(self._said) >= _MOST_KEPT:
                self._said.clear()
            places = {name: f"{_PLACE}{name}{_PLACE}" for name in texts}
            template = self._resolved(key, dict(numbers) | places).replace("%", "%%")
            for name, place in places.items():
                template = template.replace(place, f"%({name})s")
            self._said[said] = template
        return template

    def _can_wait(
        self, key: str, texts: Iterable[str], values: Mapping[str, str | int | float]
    ) -> bool:
        """Whether these values change nothing but their own places."""
        self._read(key)
        deciding = self._deciding.get(key, frozenset())
        return all(
            name not in deciding and len(str(values[name])) <= MAX_PART_LENGTH for name in texts
        )

    def _resolved(self, key: str, values: Mapping[str, str | int | float]) -> str:
        self._read(key)
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            raise KeyError(key)
        text, errors = self._bundle.format_pattern(pattern, {**values})
        if errors:
            raise ValueError(f"{key}: {errors[0]}")
        return str(text)

    def _read(self, key: str) -> None:
        """Parse it, once. What only puts values between words needs no resolver: that takes ten
        times as long, and most of what is said is such a message."""
        source = self._sources.pop(key, None)
        if source is None:
            return
        resource = self._parser.parse(source)
        self._bundle.add_resource(resource)
        entry = resource.body[0] if len(resource.body) == 1 else None
        if isinstance(entry, ast.Message) and entry.value is not None:
            self._templates[key] = _template_of(entry.value)
            found = _Deciding()
            found.visit(entry)
            self._deciding[key] = frozenset(found.names)


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


def _are_put_in_as_they_are(values: Mapping[str, str | int | float]) -> bool:
    for value in values.values():
        if isinstance(value, str):
            if len(value) > MAX_PART_LENGTH:
                return False
        elif type(value) is not int or not 0 <= value < _NEVER_GROUPED:
            return False
    return True


class _Deciding(Visitor):
    """Collects the values by which a message chooses its words, or of which it makes others."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802 -- the name is the library's
        if isinstance(node.selector, ast.VariableReference):
            self.names.add(node.selector.id.name)
        self.generic_visit(node)

    def visit_CallArguments(self, node: ast.CallArguments) -> None:  # noqa: N802 -- the name is the library's
        given = (part for part in node.positional if isinstance(part, ast.VariableReference))
        self.names.update(part.id.name for part in given)


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
