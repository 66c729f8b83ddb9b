"""Everything the sandbox remembers: people, their chats, files, taps, commands, the transcript."""

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sandbox.clock import MovableClock
from sandbox.errors import bad_request, forbidden
from sandbox.faults import Faults, Limits
from sandbox.markup import Rows
from sandbox.posts import MediaKind, Post, StoredFile, as_json, media_words
from sandbox.signal import Signal
from sandbox.transcript import Direction, Entry
from sandbox.updates import Updates

Json = dict[str, Any]


@dataclass
class Chat:
    """A person and the private chat with the bot."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    phone: str | None = None
    language_code: str = "ru"
    posts: dict[int, Post] = field(default_factory=dict)
    keyboard: list[list[str]] = field(default_factory=list)
    requests: dict[str, int] = field(default_factory=dict)
    """Keys that let somebody be chosen, with the number that goes back."""
    commands: list[tuple[str, str]] = field(default_factory=list)
    started: bool = False
    blocked: bool = False
    deactivated: bool = False
    refuses_voices: bool = False
    toast: str = ""
    alert: str = ""
    changes: int = 0
    actions: list[str] = field(default_factory=list)

    @property
    def _names(self) -> Json:
        names = {
            "first_name": self.first_name,
            "last_name": self.last_name,
            "username": self.username,
        }
        return {key: value for key, value in names.items() if value}

    def user_json(self) -> Json:
        return {
            "id": self.id,
            "is_bot": False,
            "language_code": self.language_code,
        } | self._names

    def chat_json(self) -> Json:
        return {"id": self.id, "type": "private"} | self._names

    def check_open(self) -> None:
        """Raises what Telegram says where the bot may not write."""
        if self.deactivated:
            raise forbidden("user is deactivated")
        if self.blocked:
            raise forbidden("bot was blocked by the user")
        if not self.started:
            raise forbidden("bot can't initiate conversation with a user")


@dataclass
class Query:
    """A tap (or an inline query) that waits for its answer."""

    id: str
    chat: Chat
    at: datetime
    answered: bool = False
    text: str = ""
    alert: bool = False
    results: list[Json] = field(default_factory=list)
    next_offset: str = ""
    button: Json | None = None


@dataclass
class Call:
    """One request as it came: the method, its values, and the HTTP status it got."""

    method: str
    values: Json
    status: int = 0


class State:
    """The memory of one Telegram with one bot in it. Needs a running event loop."""

    def __init__(self, clock: MovableClock, token: str, bot_username: str) -> None:
        self.clock = clock
        self.token = token
        self.me: Json = {
            "id": int(token.partition(":")[0]),
            "is_bot": True,
            "first_name": bot_username,
            "username": bot_username,
        }
        self.signal = Signal()
        self.updates = Updates(self.signal)
        self.faults = Faults(clock.now)
        self.limits = Limits(asyncio.get_running_loop().time)
        self.chats: dict[int, Chat] = {}
        self.delivered: list[Post] = []
        self.files: dict[str, StoredFile] = {}
        self.queries: dict[str, Query] = {}
        self.default_commands: list[tuple[str, str]] = []
        self.webhook: Json = {}
        self.connections: dict[str, Json] = {}
        self.calls: Counter[str] = Counter()
        self.log: list[Call] = []
        self.transcript: list[Entry] = []
        self.on_entry: list[Callable[[Entry], None]] = []
        self.last_message = 0
        self.last_number = 0

    def chat(self, chat_id: int | None) -> Chat:
        """The chat; raises "chat not found"."""
        chat = self.chats.get(chat_id) if chat_id is not None else None
        if chat is None:
            raise bad_request("chat not found")
        return chat

    def open_chat(self, chat_id: int | None) -> Chat:
        """The chat the bot may write to; raises what Telegram says where it may not."""
        chat = self.chat(chat_id)
        chat.check_open()
        return chat

    def next_message_id(self) -> int:
        self.last_message += 1
        return self.last_message

    def next_number(self) -> int:
        """A number nobody had before: for ids of files, queries, albums."""
        self.last_number += 1
        return self.last_number

    def keep(self, chat: Chat, post: Post, direction: Direction) -> Post:
        """Put a new or edited message into the chat and the transcript."""
        chat.posts[post.id] = post
        if post.from_bot:
            chat.changes += 1
        self.record(chat, direction, post.text, post.rows, attachment(post))
        return post

    def remove(self, chat: Chat, post: Post) -> None:
        del chat.posts[post.id]
        chat.changes += 1
        self.record(chat, "delete", post.text)

    def record(
        self, chat: Chat, direction: Direction, text: str, rows: Rows = (), attached: str = ""
    ) -> None:
        labels = tuple(tuple(button.label for button in row) for row in rows)
        self.note(Entry(self.clock.local(), chat.first_name, direction, text, labels, attached))

    def note(self, entry: Entry) -> None:
        self.transcript.append(entry)
        for heard in self.on_entry:
            heard(entry)
        self.signal.notify()

    def store_file(
        self, kind: MediaKind, name: str, mime: str, content: bytes, seconds: int = 0
    ) -> StoredFile:
        number = self.next_number()
        suffix = name.rpartition(".")[2] if "." in name else "bin"
        path = f"{kind}s/file_{number}.{suffix}"
        ids = (f"FILE-{number}", f"unique{number}")
        file = StoredFile(kind, *ids, path, name, mime, content, seconds)
        self.files[file.file_id] = file
        return file

    def message_json(self, chat: Chat, post: Post) -> Json:
        sender = self.me if post.from_bot else chat.user_json()
        return as_json(post, sender, chat.chat_json())


def attachment(post: Post) -> str:
    """What hangs on a message, in a few words for the transcript."""
    if "contact" in post.extra:
        contact = post.extra["contact"]
        return f"👤 {contact['first_name']} {contact['phone_number']}"
    mark = f"↪ {_origin_name(post.extra['forward_origin'])}:" if _forwarded(post) else ""
    if post.media is None:
        return mark
    return f"{mark} {media_words(post.media.kind, post.media.file.name)}".strip()


def _forwarded(post: Post) -> bool:
    return "forward_origin" in post.extra


def _origin_name(origin: Json) -> str:
    if origin["type"] == "user":
        return str(origin["sender_user"]["first_name"])
    if origin["type"] == "hidden_user":
        return str(origin.get("sender_user_name", ""))
    chat = origin.get("sender_chat") or origin["chat"]
    return str(chat["title"])
