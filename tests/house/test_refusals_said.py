"""Whatever a use case refuses, people are told in a sentence of its own."""

import ast
from collections.abc import Iterator

from bot.method.core import refusals
from bot.method.core.refusals import Refusal
from tests.house.rules import files
from tests.house.words import messages

KINDS = {
    name
    for name, made in vars(refusals).items()
    if isinstance(made, type) and issubclass(made, Refusal)
}
DEFAULT = "thing"
"""What is said of whatever is not there, or not yours."""


def codes(source: str) -> Iterator[str]:
    """The codes that are written out where a refusal is made, both ways of a choice included."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Name(id=name), args=[first, *_]) if name in KINDS:
                ways = [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]
                yield from (way.value for way in ways if isinstance(way, ast.Constant))


CODES = {DEFAULT} | {code for path in files() for code in codes(path.read_text(encoding="utf-8"))}


def test_every_refusal_has_its_sentence() -> None:
    """In Russian: that both languages have the same messages is held elsewhere."""
    said = {message.id.name for message in messages("ru")}
    assert [code for code in sorted(CODES) if f"refusal-{code}" not in said] == []


def test_a_code_is_found_wherever_it_is_written() -> None:
    source = 'raise Invalid("a", b=1)\nreturn NotNow("c" if x else "d")\nraise KeyError("e")'
    assert list(codes(source)) == ["a", "c", "d"]
