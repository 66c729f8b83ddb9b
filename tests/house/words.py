"""Which messages of the locales the bot asks for, read from its source."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from fluent.syntax import parse
from fluent.syntax.ast import Message, MessageReference
from fluent.syntax.visitor import Visitor

from tests.house.rules import ROOT, files, nodes

_VALUE = r"([\w-]+)"
_SHORT = r"([\w-]+?)"


class _References(Visitor):
    """What messages take from other messages."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_MessageReference(self, node: MessageReference) -> None:  # noqa: N802
        self.names.add(node.id.name)


@dataclass
class Asked:
    """Every string, every string put together of values, and every name of the source."""

    keys: set[str] = field(default_factory=set)
    patterns: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)

    def read(self, source: str) -> None:
        """Take in what one file says."""
        for node in nodes(source):
            match node:
                case ast.Constant(value=str(text)):
                    self.keys.add(text)
                    self.names.add(_plain(text))
                case ast.JoinedStr():
                    if "-" in (pattern := _pattern(node)).replace(_VALUE, ""):
                        self.patterns.add(pattern)
                case ast.Name(id=name) | ast.Attribute(attr=name) | ast.arg(arg=name):
                    self.names.add(_plain(name))

    def asks_for(self, key: str) -> bool:
        """Whether the key stands somewhere, or is put together of what stands somewhere."""
        return key in self.keys or any(self._made(pattern, key) for pattern in self.patterns)

    def _made(self, pattern: str, key: str) -> bool:
        # A value may have a hyphen of its own: both ways to cut are tried.
        cuts = (re.fullmatch(pattern.replace(_VALUE, one), key) for one in (_VALUE, _SHORT))
        named = re.search("[a-z]", pattern.replace(_VALUE, "")) is not None
        return any(
            cut is not None and all(self._is_value(part, named) for part in cut.groups())
            for cut in cuts
        )

    def _is_value(self, part: str, named: bool) -> bool:
        """Beside a text of its own a value may be a name of the code too, else it is a string."""
        if part in self.keys or part.isdigit():
            return True
        return named and (_plain(part) in self.names or self.asks_for(part))


def unasked() -> list[str]:
    """The messages that nobody asks for, in the order of their files."""
    asked = Asked()
    for path in files():
        asked.read(path.read_text(encoding="utf-8"))
    names = [message.id.name for message in messages("ru")]
    return [name for name in names if not asked.asks_for(name)]


def referred() -> set[str]:
    """What messages take from other messages: nothing, for each is parsed when it is said."""
    references = _References()
    for locale in ("ru", "en"):
        for message in messages(locale):
            references.visit(message)
    return references.names


def messages(locale: str) -> Iterator[Message]:
    """Every message of a locale, in the order of its files."""
    for path in sorted((ROOT / "bot/locales" / locale).glob("*.ftl")):
        body = parse(path.read_text(encoding="utf-8")).body
        yield from (entry for entry in body if isinstance(entry, Message))


def _plain(word: str) -> str:
    return word.lower().replace("_", "-")


def _pattern(node: ast.JoinedStr) -> str:
    """The f-string as an expression with a group for every value in it."""
    texts = [part.value if isinstance(part, ast.Constant) else None for part in node.values]
    return "".join(_VALUE if text is None else re.escape(str(text)) for text in texts)
