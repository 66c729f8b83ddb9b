"""What is typed after the bot's name in any chat, and Telegram's checks of the answer."""

import re
from datetime import timedelta
from typing import Any

from sandbox.errors import bad_request
from sandbox.messages import text_of
from sandbox.params import Params
from sandbox.state import State

Json = dict[str, Any]
QUERY_LIFE = timedelta(seconds=20)
_MOST_RESULTS = 50
_LONGEST_ID = 64
_LONGEST_OFFSET = 64


async def answer(state: State, params: Params) -> bool:
    """answerInlineQuery, for articles that become a text."""
    results = list(params.object("results") or [])
    if len(results) > _MOST_RESULTS:
        raise bad_request("too many inline query results specified")
    ids = [str(one.get("id", "")) for one in results]
    if any(not 1 <= len(one.encode()) <= _LONGEST_ID for one in ids):
        raise bad_request("RESULT_ID_INVALID")
    if len(set(ids)) < len(ids):
        raise bad_request("RESULT_ID_DUPLICATE")
    for one in results:
        message_of(one)
    offset = params.text("next_offset")
    if len(offset.encode()) > _LONGEST_OFFSET:
        raise bad_request("NEXT_OFFSET_INVALID")
    button = _button(params.object("button"))
    query = state.queries.get(params.text("inline_query_id"))
    if query is None or state.clock.now() - query.at > QUERY_LIFE:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    query.answered, query.results = True, results
    query.next_offset, query.button = offset, button
    state.signal.notify()
    return True


def message_of(result: Json) -> str:
    """The text that a result puts into the chat."""
    if result.get("type") != "article":
        raise bad_request("can't parse inline query result: only articles are known here")
    if not str(result.get("title", "")).strip():
        raise bad_request("ARTICLE_TITLE_EMPTY")
    content = result.get("input_message_content")
    if not isinstance(content, dict):
        raise bad_request("can't parse inline query result: input message content is not specified")
    _, text, _ = text_of(Params(content), "message_text")
    return text


def _button(button: Json | None) -> Json | None:
    if button is None:
        return None
    if not str(button.get("text", "")).strip():
        raise bad_request("BUTTON_TEXT_EMPTY")
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", str(button.get("start_parameter", ""))):
        raise bad_request("START_PARAM_INVALID")
    return button
