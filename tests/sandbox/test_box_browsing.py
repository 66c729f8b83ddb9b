"""Without a browser the tests of the page are skipped; where one is required they fail."""

import pytest

from tests.e2e.browsing import is_spared


@pytest.mark.parametrize(("required", "spared"), [("", True), ("0", True), ("1", False)])
def test_without_a_browser(monkeypatch: pytest.MonkeyPatch, required: str, spared: bool) -> None:
    monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")
    monkeypatch.setenv("REQUIRE_BROWSER", required)
    assert is_spared() is spared


def test_with_a_browser_nothing_is_spared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", "/bin/sh")
    monkeypatch.setenv("REQUIRE_BROWSER", "")
    assert not is_spared()
