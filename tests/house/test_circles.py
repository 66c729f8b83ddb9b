"""No module of the demo or the sandbox comes back to itself by what it imports."""

from pathlib import Path

import pytest

from tests.house.circles import circle_in
from tests.house.rules import ROOT


@pytest.mark.parametrize("package", ["demo", "sandbox"])
def test_there_is_no_circle(package: str) -> None:
    assert circle_in(ROOT / package) == []


@pytest.mark.parametrize(
    "back",
    [
        "from play.first import one",
        "from play import first",
        "import play.first",
        "def late():\n    from play.first import one",
        "if TYPE_CHECKING:\n    from play.first import one",
    ],
)
def test_each_way_back_is_a_circle(tmp_path: Path, back: str) -> None:
    play = tmp_path / "play"
    play.mkdir()
    (play / "__init__.py").touch()
    (play / "first.py").write_text("from play.second import two\n")
    (play / "second.py").write_text("two = 2\n")
    assert circle_in(play) == []
    (play / "second.py").write_text(f"{back}\n")
    assert set(circle_in(play)) == {"play.first", "play.second"}
