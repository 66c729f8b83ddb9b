"""Both languages, for what is not in a gallery."""

import pytest

from bot.views.words import LOCALES, Words


@pytest.fixture(params=LOCALES)
def words(request: pytest.FixtureRequest) -> Words:
    return Words(request.param)
