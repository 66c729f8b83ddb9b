"""Many messages as one text: the newest stay, the same one stands once."""

from hypothesis import given
from hypothesis import strategies as st

from bot.method.inbound.joining import LONGEST_TEXT, is_cut, whole_of, with_line

MESSAGES = st.lists(st.text("абв \n", max_size=2000), max_size=8)


@given(MESSAGES)
def test_one_by_one_is_as_all_at_once(texts: list[str]) -> None:
    text = ""
    for more in texts:
        text = with_line(text, more)
    whole = whole_of((str(number), more) for number, more in enumerate(texts))
    assert whole == text and len(whole) <= LONGEST_TEXT


@given(MESSAGES)
def test_what_came_last_is_there_to_its_end(texts: list[str]) -> None:
    whole = whole_of((None, text) for text in texts)
    said = "\n".join(text for text in texts if text)
    assert said.endswith(whole[1:] if is_cut(whole) else whole)
    assert is_cut(whole) == (len(said) > LONGEST_TEXT)


def test_the_very_same_stands_once() -> None:
    assert whole_of([("a", "Раз"), ("b", "Два"), ("a", "Раз"), (None, "Раз")]) == "Раз\nДва\nРаз"
