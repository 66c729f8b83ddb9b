"""The stages of a company that has named none, in every language.

Deals keep a stage by its name. One of these names is known in every language, so that it is
shown in the reader's, also where a file brought it.
"""

import json
from functools import cache
from pathlib import Path

from bot.locales import LOCALES

_FOLDER = Path(__file__).parent


@cache
def first_stages(locale: str) -> tuple[str, ...]:
    """Their names in this language, in the order of a sale."""
    return tuple(json.loads((_FOLDER / locale / "stages.json").read_text("utf-8")))


def stage_in(locale: str, name: str) -> str:
    """The name of a stage in this language; a name of the company's own stays as it is."""
    place = _places().get(name.casefold())
    return name if place is None else first_stages(locale)[place]


@cache
def _places() -> dict[str, int]:
    return {
        name.casefold(): place
        for locale in LOCALES
        for place, name in enumerate(first_stages(locale))
    }
