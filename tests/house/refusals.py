"""Which refusals the bot raises, read from its source."""

import ast
from collections.abc import Iterator

from bot.method.core.refusals import Refusal
from tests.house.rules import nodes

KINDS = {kind.__name__ for kind in Refusal.__subclasses__()}
CARRIERS = KINDS | {"Impossible"}
"""Who is given the code of a refusal: a date that does not exist carries one until it is raised."""


def codes_of(source: str) -> Iterator[str | None]:
    """The code of every refusal in the source; None where it is known at run time only.

    A choice of several codes is all of them; a refusal without one has the default code.
    """
    for node in nodes(source):
        match node:
            case ast.Call(func=ast.Name(id=name), args=args) if name in CARRIERS:
                yield from _codes(args[0]) if args else ["thing"]


def _codes(given: ast.expr) -> Iterator[str | None]:
    match given:
        case ast.Constant(value=str(code)):
            yield code
        case ast.IfExp(body=one, orelse=other):
            yield from _codes(one)
            yield from _codes(other)
        case ast.BoolOp(values=values):
            for value in values:
                yield from _codes(value)
        case _:
            yield None
