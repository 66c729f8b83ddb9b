"""What the messages of a language say: every variant as a text, values in braces."""

from collections.abc import Iterator
from itertools import product

from fluent.syntax.ast import (
    Pattern,
    Placeable,
    SelectExpression,
    StringLiteral,
    TextElement,
    VariableReference,
)

from tests.house.words import messages


def said(locale: str) -> Iterator[tuple[str, str]]:
    """The key of each message with each text that it may have, in the order of the files."""
    for message in messages(locale):
        if message.value is not None:
            for text in texts(message.value):
                yield message.id.name, text


def texts(pattern: Pattern) -> list[str]:
    """Every text that comes of the pattern; a value stands as its name in braces."""
    parts = [_of(element) for element in pattern.elements]
    return list(dict.fromkeys("".join(chosen) for chosen in product(*parts)))


def _of(element: TextElement | Placeable) -> list[str]:
    if isinstance(element, TextElement):
        return [element.value or ""]
    match element.expression:
        case StringLiteral(value=text):
            return [text or ""]
        case VariableReference(id=name):
            return [f"{{{name.name}}}"]
        case SelectExpression(variants=variants):
            return [text for variant in variants for text in texts(variant.value)]
    return ["{…}"]
