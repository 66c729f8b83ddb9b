"""aiogram imported lazily, by importing this module before anything of aiogram.

aiogram builds the schema of each of its hundreds of types at import, which takes seconds and over
100 MB, while a bot uses a few of them. With this each is built at its first use, as pydantic does
by itself once the names that the annotations need are there. Without it everything works the same,
only heavier; `benchmarks/rest.py` shows the difference.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from pydantic import BaseModel

_rebuild = BaseModel.__dict__["model_rebuild"]


@contextmanager
def _built_later(names: dict[str, Any]) -> Iterator[None]:
    """Within the block models are not built when told to; the names they need are kept."""

    def later(
        cls: type[BaseModel], *, _types_namespace: dict[str, Any] | None = None, **_: Any
    ) -> None:
        names.update(_types_namespace or {})

    BaseModel.model_rebuild = classmethod(later)  # type: ignore[arg-type, assignment, method-assign]
    try:
        yield
    finally:
        BaseModel.model_rebuild = _rebuild  # type: ignore[method-assign]


def _load() -> None:
    if "aiogram" in sys.modules:
        return
    names: dict[str, Any] = {}
    with _built_later(names):
        from aiogram.methods import Response, TelegramMethod
        from aiogram.types import TelegramObject

    def at_first_use(cls: type[BaseModel], /, **options: Any) -> bool | None:
        # What nested types need is looked up in the same names: one namespace serves all.
        built: bool | None = _rebuild.__func__(cls, **{**options, "_types_namespace": names})
        return built

    for base in (TelegramObject, TelegramMethod, Response):
        base.model_rebuild = classmethod(at_first_use)  # type: ignore[assignment, method-assign]


def answer_types() -> list[type[BaseModel]]:
    """The types of Telegram's answers, to be held as long as the bot runs.

    pydantic forgets such a type as soon as nobody uses it, and whoever calls the method next would
    stop the loop for a tenth of a second to build it again.
    """
    from aiogram import methods, types

    return [
        methods.Response[bool],
        methods.Response[types.Message],
        methods.Response[types.Message | bool],
        methods.Response[types.MessageId],
    ]


_load()
