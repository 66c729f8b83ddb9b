"""The words are found in every kind of message, whatever stands around them."""

from typing import Any

import pytest

from bot.method.inbound.words import words_of
from tests.messages import KINDS, paragraph, rich

RUBBISH: list[Any] = [
    None,
    7,
    "",
    [],
    [[[]]],
    {},
    {"blocks": 7, "tasks": {}, "options": [7], "location": {"latitude": "55", "longitude": None}},
    {"blocks": [{"cells": [7, [7, None]], "caption": {"text": {}}}, [{"label": 7}], "текст"]},
    {"blocks": {"text": {"text": {"text": 7}}}, "emoji": 7, "duration": "7", "file_name": []},
]


@pytest.mark.parametrize("kind", KINDS)
def test_the_words_of_every_kind(kind: str) -> None:
    message, words = KINDS[kind]
    assert words_of(message) == words


@pytest.mark.parametrize("rubbish", RUBBISH)
def test_rubbish_has_no_words(rubbish: object) -> None:
    places = ("text", "caption", "rich_message", "checklist", "poll", "venue", "location")
    files = ("document", "audio", "voice", "video_note", "photo", "story", "paid_media")
    assert words_of(dict.fromkeys(places, rubbish) | {"media_group_id": "1"}) == ""
    assert len(words_of(dict.fromkeys(files, rubbish))) <= 1


def test_no_message_is_too_deep() -> None:
    inside: dict[str, Any] = paragraph("дно")
    for _ in range(300):
        inside = {"type": "blockquote", "blocks": [inside]}
    assert words_of(rich(paragraph("верх"), inside)) == "верх"
    text: object = "дно"
    for _ in range(300):
        text = {"type": "bold", "text": [text]}
    assert words_of(rich(paragraph(text), paragraph("верх"))) == "верх"
