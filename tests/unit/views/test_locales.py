"""Both languages are complete, and every word that the code asks for exists."""

import ast
import re
from pathlib import Path

import pytest
from fluent.runtime import FluentBundle
from fluent.syntax import parse
from fluent.syntax.ast import Message
from fluent.syntax.serializer import FluentSerializer

from bot.views.catalogue import FOLDER
from bot.views.words import LOCALES, Words

BOT = FOLDER.parent
ASKED = re.compile(r"""\b(?:words|plain|said)\(\s*(?:ctx\.words,\s*|words,\s*)?"([a-z0-9_-]+)\"""")

OF_THE_HISTORY = {"placed-deal", "placed-client"} | {
    f"attempt-{how}" for how in ("returned", "failed", "expired")
}
"""Named by what an event has kept, both halves of the name."""
RUSSIAN = re.compile("[А-Яа-яЁё]")
SAYS_RUSSIAN = {"me-language", "refusal-file-garbled"}
"""The name of the other language, and signs as they look in a garbled file."""


def messages(locale: str) -> dict[str, str]:
    """Every message of the locale with the names of the values it takes."""
    found: dict[str, str] = {}
    for path in sorted((FOLDER / locale).glob("*.ftl")):
        for entry in parse(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, Message):
                name = entry.id.name
                assert name not in found, f"{path.name}: {name} is there twice"
                values = re.findall(r"\$(\w+)", path.read_text()[entry.span.start : entry.span.end])
                found[name] = " ".join(sorted(set(values)))
    return found


def test_both_languages_have_the_same_messages_with_the_same_values() -> None:
    russian, english = (messages(locale) for locale in LOCALES)
    assert russian.keys() == english.keys()
    differing = {name for name in russian if russian[name] != english[name]}
    assert differing == set()


def test_no_message_is_broken() -> None:
    for locale in LOCALES:
        for path in (FOLDER / locale).glob("*.ftl"):
            junk = [e for e in parse(path.read_text()).body if type(e).__name__ == "Junk"]
            assert junk == [], f"{locale}/{path.name}"


@pytest.mark.parametrize("locale", LOCALES)
def test_every_word_that_is_asked_for_exists(locale: str) -> None:
    known = messages(locale)
    asked = {
        (path.name, key)
        for path in BOT.rglob("*.py")
        for key in ASKED.findall(path.read_text(encoding="utf-8"))
    }
    assert {(name, key) for name, key in asked if key not in known} == set()


def test_every_word_is_asked_for() -> None:
    strings, patterns = set[str](), set[str]()
    for path in BOT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Constant(str(text)):
                    strings.add(text)
                case ast.JoinedStr(parts):
                    said = "".join(str(p.value) for p in parts if isinstance(p, ast.Constant))
                    if re.fullmatch("[a-z0-9_-]{3,}", said):
                        patterns.add("".join(map(part_of_name, parts)))
    asked = re.compile("|".join(patterns))
    left = messages("ru").keys() - strings - OF_THE_HISTORY
    assert [name for name in left if not asked.fullmatch(name)] == []


def part_of_name(part: ast.expr) -> str:
    """A value in the middle of a name stands for any word."""
    return str(part.value) if isinstance(part, ast.Constant) else "[a-z0-9_-]+"


def test_nothing_english_is_said_in_russian() -> None:
    for path in (FOLDER / "en").glob("*.ftl"):
        found = [
            entry.id.name
            for entry in parse(path.read_text(encoding="utf-8")).body
            if isinstance(entry, Message)
            and RUSSIAN.search(FluentSerializer().serialize_entry(entry))
        ]
        assert set(found) <= SAYS_RUSSIAN, path.name


@pytest.mark.parametrize("locale", LOCALES)
def test_parsed_one_at_a_time_a_message_says_the_same(locale: str) -> None:
    """The catalogue parses what is said only; here it is beside the whole files, parsed at once."""
    whole = FluentBundle([locale], use_isolating=False)
    for path in (FOLDER / locale).glob("*.ftl"):
        whole.add_resource(parse(path.read_text(encoding="utf-8")))
    for key, names in messages(locale).items():
        values = dict.fromkeys(names.split(), 2)
        said, errors = whole.format_pattern(whole.get_message(key).value, values)
        assert (Words(locale).plain(key, **values), errors) == (said, [])


def test_a_missing_word_is_an_error_and_not_a_silence() -> None:
    with pytest.raises((KeyError, LookupError)):
        Words("ru")("no-such-word")


def test_the_folder_is_the_one_that_is_shipped() -> None:
    assert Path(FOLDER).is_dir()
