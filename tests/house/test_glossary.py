"""The glossary names what there is: each word in the file that stands beside it, and once."""

import re
from collections import Counter
from collections.abc import Iterator

from tests.house.rules import ROOT

_ROW = re.compile(r"^\| (?P<russian>[^|]+) \| `(?P<code>\w+)` \| [^|]+ \| `(?P<path>[\w./]+)` \|$")
NONE = "(нет)"
"""A word of the house that people never read."""


def rows(page: str) -> Iterator[tuple[str, str, str]]:
    """What people read, the word of the code, and the file; of every row of the tables."""
    for line in page.splitlines():
        if line.startswith("| ") and not line.startswith(("| Russian", "| ---")):
            found = _ROW.match(line)
            assert found, line
            yield found["russian"], found["code"], found["path"]


def stands_in(code: str, source: str) -> bool:
    """Whether the source has the word as a name or a part of one."""
    return re.search(rf"(?<![A-Za-z]){code}(?![A-Za-z])", source) is not None


PAGE = (ROOT / "docs/glossary.md").read_text(encoding="utf-8")


def test_every_word_stands_in_its_file() -> None:
    gone = [
        code
        for _, code, path in rows(PAGE)
        if not (ROOT / path).exists()
        or not (stands_in(code, (ROOT / path).read_text(encoding="utf-8")) or code in path)
    ]
    assert gone == []


def test_no_word_means_two_things() -> None:
    russian = Counter(word for word, _, _ in rows(PAGE) if word != NONE)
    code = Counter(code for _, code, _ in rows(PAGE))
    assert [word for word, count in (russian | code).items() if count > 1] == []


def test_a_word_that_is_gone_is_missed() -> None:
    assert stands_in("Gap", "class Gap(Base): ...")
    assert stands_in("nudge", "def nudge_screen(): ...")
    assert not stands_in("Gap", "class Gaps: ...")
    assert not stands_in("Gap", "class GapRow: ...")
