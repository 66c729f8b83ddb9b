"""What is read of an update of somebody's account, and what is left alone."""

from typing import Any

import pytest

from bot.method.inbound.business import (
    BusinessRight,
    read_connection,
    read_deleted,
    read_letter,
)

PERSON = {"id": 5, "is_bot": False, "first_name": "Иван", "last_name": "Ли", "username": "Li"}
CHAT = {"id": 5, "type": "private"}
LETTER: dict[str, Any] = {"message_id": 1, "date": 1, "chat": CHAT, "from": PERSON}
CONNECTION: dict[str, Any] = {"id": "c", "user": PERSON, "date": 1, "is_enabled": True}


def test_who_wrote_what() -> None:
    letter = read_letter(LETTER | {"text": "Привет"})
    assert letter is not None
    assert (letter.sender.name, letter.sender.handle, letter.text) == ("Иван Ли", "li", "Привет")
    assert not letter.by_bot


@pytest.mark.parametrize(
    ("more", "text", "own"),
    [
        ({"voice": {"duration": 12}}, "🎤 0:12", "🎤 0:12"),
        ({"photo": [{"file_unique_id": "1"}], "media_group_id": "9"}, "📷", ""),
        ({"text": "а", "forward_origin": {"type": "nobody knows"}}, "а", ""),
        ({"contact": {"first_name": "Б", "phone_number": "+7"}}, "Б, +7", ""),
        ({"rich_message": {"blocks": [{"type": "new", "text": "Слова"}]}}, "Слова", "Слова"),
        ({}, "✉️", ""),
    ],
)
def test_what_is_said_and_what_is_ones_own(more: dict[str, Any], text: str, own: str) -> None:
    letter = read_letter(LETTER | more)
    assert letter is not None
    assert (letter.text, letter.own) == (text, own)


def test_ones_own_contact_is_ones_own() -> None:
    letter = read_letter(LETTER | {"contact": {"user_id": 5, "phone_number": "+7916"}})
    assert letter is not None and "+7916" in letter.own


@pytest.mark.parametrize("letters", [0, 3, 4096])
def test_so_much_is_kept(letters: int) -> None:
    letter = read_letter(LETTER | {"text": "пять слов"})
    assert letter is not None
    assert letter.excerpt(letters) == {0: "", 3: "пят …", 4096: "пять слов"}[letters]


@pytest.mark.parametrize(
    "wrong",
    [
        {"chat": {"id": -1, "type": "group"}},
        {"chat": None},
        {"from": {}},
        {"date": 10**15},
        {"date": "1"},
        {"message_id": True},
        {"from": {"id": 2**70}},
    ],
)
def test_rubbish_is_no_message(wrong: dict[str, Any]) -> None:
    assert read_letter(LETTER | {"text": "а"} | wrong) is None


@pytest.mark.parametrize(
    "marked", [{"sender_business_bot": {"id": 1}}, {"from": PERSON | {"is_bot": True}}]
)
def test_what_a_bot_has_written(marked: dict[str, Any]) -> None:
    letter = read_letter(LETTER | {"text": "а"} | marked)
    assert letter is not None and letter.by_bot


def test_rights_of_either_age() -> None:
    new = read_connection(CONNECTION | {"rights": {"can_reply": True, "can_fly": True}})
    old = read_connection(CONNECTION | {"can_reply": True})
    assert new is not None and old is not None
    assert new.rights == old.rights == {BusinessRight.REPLY}


@pytest.mark.parametrize("wrong", [{"id": ""}, {"id": "c" * 129}, {"user": None}, {"date": None}])
def test_rubbish_is_no_connection(wrong: dict[str, Any]) -> None:
    assert read_connection(CONNECTION | wrong) is None


def test_what_is_gone_is_bounded() -> None:
    gone = read_deleted({"chat": CHAT, "message_ids": [*range(500), "1", None]})
    assert gone is not None and len(gone.message_ids) == 100
    assert read_deleted({"chat": CHAT}) is None
