"""Extensions as people type them and as exchanges send them (R9)."""

import pytest

from bot.method.people.extensions import extension_of, extensions_in


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("12", ("12",)),
        (" 12, 13;14\n15 ", ("12", "13", "14", "15")),
        ("12 12, sip:12 SIP:12", ("12",)),
        ("Anna@Firm.ru", ("anna@firm.ru",)),
        ("100123-12, *7, +79161234567", ("100123-12", "*7", "+79161234567")),
        ("", None),
        (" , ;", None),
        ("sip:", None),
        ("1 2 3 4 5 6", None),
        ("Борис", None),
        ("12, доб. 13", None),
        ("1" * 65, None),
        ("<b>", None),
    ],
)
def test_what_is_typed(text: str, words: tuple[str, ...] | None) -> None:
    assert extensions_in(text) == words


@pytest.mark.parametrize("sent", ["sip:Anna@Firm.ru", " anna@firm.ru ", "ANNA@FIRM.RU"])
def test_what_is_sent_is_compared_as_it_is_kept(sent: str) -> None:
    assert (extension_of(sent),) == extensions_in("anna@firm.ru")
