"""The quick ways of cleaning and folding a text say what their rules say, letter by letter."""

import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from bot.method.core.texts import clean
from bot.method.inbound.matching import fold_name

HIDDEN = {"Cc", "Cf", "Cs", "Co"}
BLANKS = "\u115f\u1160\u2800\u3164\uffa0"
NASTY = st.text(st.sampled_from("аЁё eé\u0301-.ß\u00a0\u2007\u3000\t\n\u200b\u202e\u2800\u3164٣Ⅷ"))


@given(st.text() | NASTY)
@example("Ирина\u00a0 Ёлкина")
@example("а\u2800б\u200bв")
def test_nothing_hidden_stays_and_white_space_is_one_space(text: str) -> None:
    kept = [
        char
        for char in unicodedata.normalize("NFC", text.replace("\u200d", ""))
        if char.isspace() or (unicodedata.category(char) not in HIDDEN and char not in BLANKS)
    ]
    assert clean(text.replace("\u200d", ""), 10_000) == " ".join("".join(kept).split())


@given(st.text() | NASTY)
@example("Ёлкина-Ирина é")
def test_a_name_is_folded_by_its_letters(name: str) -> None:
    plain = unicodedata.normalize("NFKD", name).casefold()
    letters = (char for char in plain if not unicodedata.combining(char))
    words = "".join(char if char.isalnum() else " " for char in letters).split()
    assert fold_name(name) == " ".join(sorted(words))
