"""Telegram Business: a person connects the bot to the own account, and chats with others there."""

from typing import Any

from sandbox.errors import bad_request
from sandbox.params import Params
from sandbox.person import Person, Surroundings
from sandbox.state import Chat, State

Json = dict[str, Any]


class Account:
    """The account of a person that the bot is connected to. Nothing waits for an answer: the bot
    has nothing to say there."""

    def __init__(self, box: Surroundings, person: Person) -> None:
        self._state, self._person = box.state, person
        self._id = ""

    def connects(self, **rights: bool) -> None:
        """Choose the bot in the profile, with these rights."""
        self._id = f"connection-{self._state.next_number()}"
        self._tell(enabled=True, rights=rights)

    def changes(self, **rights: bool) -> None:
        """Grant other rights than before."""
        self._tell(enabled=True, rights=rights)

    def disconnects(self) -> None:
        """Take the bot out of the profile."""
        self._tell(enabled=False, rights={})

    def hears(self, other: Person, text: str, **more: Any) -> Json:
        """Somebody writes to the account; returns the message as the bot gets it."""
        return self._letter(other.chat, other.chat, text, more)

    def writes(self, other: Person, text: str, **more: Any) -> Json:
        """The person writes to somebody; returns the message as the bot gets it."""
        return self._letter(other.chat, self._person.chat, text, more)

    def edits(self, letter: Json, text: str) -> None:
        """One of the messages says something else now."""
        self._state.updates.add("edited_business_message", letter | {"text": text})

    def deletes(self, *letters: Json) -> None:
        """Messages of one chat are gone for both."""
        body = {
            "business_connection_id": self._id,
            "chat": letters[0]["chat"],
            "message_ids": [letter["message_id"] for letter in letters],
        }
        self._state.updates.add("deleted_business_messages", body)

    def _letter(self, chat: Chat, author: Chat, text: str, more: Json) -> Json:
        body = {
            "business_connection_id": self._id,
            "message_id": self._state.next_message_id(),
            "date": int(self._state.clock.now().timestamp()),
            "chat": chat.chat_json(),
            "from": author.user_json(),
            "text": text,
        }
        self._state.updates.add("business_message", body | more)
        return body | more

    def _tell(self, *, enabled: bool, rights: Json) -> None:
        owner = self._person.chat
        body = {
            "id": self._id,
            "user": owner.user_json(),
            "user_chat_id": owner.id,
            "date": int(self._state.clock.now().timestamp()),
            "is_enabled": enabled,
            "rights": rights,
        }
        self._state.connections[self._id] = body
        self._state.updates.add("business_connection", body)


async def get_connection(state: State, params: Params) -> Json:
    """getBusinessConnection: as it stands now."""
    known = state.connections.get(params.text("business_connection_id"))
    if known is None:
        raise bad_request("business connection not found")
    return known
