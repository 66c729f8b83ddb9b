"""A message as the sandbox keeps it, and the JSON that the Bot API shows of it."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from sandbox.markup import Rows
from sandbox.rich.blocks import Block

Json = dict[str, Any]
MediaKind = Literal["photo", "document", "voice"]


@dataclass(frozen=True)
class StoredFile:
    """Bytes in the sandbox's store; `seconds` is how long a voice lasts."""

    kind: MediaKind
    file_id: str
    unique_id: str
    path: str
    name: str
    mime: str
    content: bytes = field(repr=False)
    seconds: int = 0


def media_words(kind: MediaKind, name: str) -> str:
    """What hangs on a message, in a word or two."""
    words = {"photo": "🖼 фото", "voice": "🎤 голосовое"}
    return words.get(kind, f"📎 {name}")


@dataclass(frozen=True)
class Media:
    kind: MediaKind
    file: StoredFile


@dataclass(frozen=True)
class Post:
    """One message of a private chat; an edit makes a new value with the same id.

    `text` is what a person reads (a caption where there is media), `html` what the bot sent,
    `date` and `edited` are aware UTC instants, `silent` is disable_notification. `blocks` are the
    parts of a rich message, whose `text` is what can be read of them.
    """

    id: int
    chat_id: int
    from_bot: bool
    date: datetime
    text: str = ""
    html: str = ""
    entities: tuple[Json, ...] = ()
    rows: Rows = ()
    inline: tuple[tuple[Json, ...], ...] | None = None
    media: Media | None = None
    silent: bool = False
    edited: datetime | None = None
    extra: Json = field(default_factory=dict)
    blocks: tuple[Block, ...] = ()

    @property
    def buttons(self) -> list[list[str]]:
        """Labels, row by row."""
        return [[button.label for button in row] for row in self.rows]

    @property
    def labels(self) -> list[str]:
        """Labels in one list, in reading order."""
        return [button.label for row in self.rows for button in row]

    @property
    def file_name(self) -> str | None:
        return self.media.file.name if self.media else None

    @property
    def content(self) -> bytes | None:
        """The bytes of the photo, document or voice."""
        return self.media.file.content if self.media else None


def as_json(post: Post, sender: Json, chat: Json) -> Json:
    """The Message object of the Bot API."""
    result: Json = {
        "message_id": post.id,
        "from": sender,
        "chat": chat,
        "date": int(post.date.timestamp()),
    }
    if post.edited:
        result["edit_date"] = int(post.edited.timestamp())
    words, marks = ("caption", "caption_entities") if post.media else ("text", "entities")
    if post.blocks:
        result["rich_message"] = {"blocks": [block.as_json() for block in post.blocks]}
    elif post.text:
        result[words] = post.text
        if post.entities:
            result[marks] = list(post.entities)
    if post.media:
        result[post.media.kind] = _media_json(post.media)
    if post.inline:
        result["reply_markup"] = {"inline_keyboard": [list(row) for row in post.inline]}
    return result | post.extra


def file_json(file: StoredFile) -> Json:
    return {
        "file_id": file.file_id,
        "file_unique_id": file.unique_id,
        "file_size": len(file.content),
    }


def _media_json(media: Media) -> Any:
    common = file_json(media.file)
    if media.kind == "photo":
        return [common | {"width": 1280, "height": 720}]
    if media.kind == "voice":
        return common | {"duration": media.file.seconds, "mime_type": media.file.mime}
    return common | {"file_name": media.file.name, "mime_type": media.file.mime}
