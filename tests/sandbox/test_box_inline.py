"""Telegram's checks of what is offered while somebody types."""

import pytest

pytestmark = pytest.mark.asyncio


def article(number=1, text="x", **more):
    content = {"message_text": text, "parse_mode": "HTML"}
    return {
        "type": "article",
        "id": str(number),
        "title": "x",
        "input_message_content": content,
    } | (more)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        (
            {"results": [article(n) for n in range(51)]},
            "too many inline query results specified",
        ),
        ({"results": [article(), article()]}, "RESULT_ID_DUPLICATE"),
        ({"results": [article("я" * 33)]}, "RESULT_ID_INVALID"),
        ({"results": [article(title=" ")]}, "ARTICLE_TITLE_EMPTY"),
        ({"results": [article(text="")]}, "message text is empty"),
        ({"results": [article(text="я" * 4097)]}, "message is too long"),
        ({"results": [], "next_offset": "я" * 33}, "NEXT_OFFSET_INVALID"),
        ({"results": [], "button": {"text": "x", "start_parameter": "а"}}, "START_PARAM_INVALID"),
    ],
)
async def test_a_wrong_answer_is_refused(raw, anna, values, words):
    query = await anna.types_inline("ром", wait=False)
    refused = await raw.refused("answerInlineQuery", inline_query_id=query.id, **values)
    assert refused == f"400 Bad Request: {words}"
    assert not query.answered


async def test_an_answer_is_seen_and_the_chosen_one_is_sent_through_the_bot(raw, anna):
    query = await anna.types_inline("ром", "20", wait=False)
    button = {"text": "Найти", "start_parameter": "find"}
    values = {"results": [article(text="<b>Заря</b>")], "next_offset": "40", "button": button}
    assert await raw.result("answerInlineQuery", inline_query_id=query.id, **values)
    assert (len(query.results), query.next_offset, query.button) == (1, "40", button)
    await anna.chooses_inline(query.results[0], wait=False)
    updates = await raw.result("getUpdates")
    assert updates[-2]["inline_query"]["offset"] == "20"
    message = updates[-1]["message"]
    assert (message["text"], message["via_bot"]["is_bot"]) == ("Заря", True)
    assert message["from"]["id"] == anna.id
