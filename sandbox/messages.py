"""The methods that send, edit and delete messages."""

from dataclasses import replace
from datetime import timedelta
from html import escape
from typing import Any

from sandbox.entities import parse_html, units
from sandbox.errors import ApiError, bad_request
from sandbox.incoming import forward_origin
from sandbox.markup import Markup, read_markup
from sandbox.params import Params, Upload
from sandbox.posts import Media, MediaKind, Post, StoredFile
from sandbox.rich.blocks import Block, text_of_blocks
from sandbox.rich.reading import read_rich
from sandbox.state import Chat, State

Json = dict[str, Any]
_TEXT_LIMIT = 4096
_CAPTION_LIMIT = 1024
_UPLOAD_LIMIT = 50 * 1024 * 1024
_DELETABLE = timedelta(hours=48)
_TYPES = {"photo": "Photo", "document": "Document", "voice": "VoiceNote"}
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"RIFF", b"GIF8")


async def send_message(state: State, params: Params) -> Json:
    chat = state.open_chat(params.chat_id())
    html, text, entities = text_of(params, "text")
    return _send(state, chat, params, html, text, entities, None)


async def send_rich(state: State, params: Params) -> Json:
    """Paragraphs and tables; what a person reads of them is the text of the message."""
    chat = state.open_chat(params.chat_id())
    source, blocks = read_rich(params.object("rich_message"))
    return _send(state, chat, params, source, text_of_blocks(blocks), (), None, blocks)


async def send_document(state: State, params: Params) -> Json:
    return _send_media(state, params, "document")


async def send_photo(state: State, params: Params) -> Json:
    return _send_media(state, params, "photo")


async def send_voice(state: State, params: Params) -> Json:
    if state.open_chat(params.chat_id()).refuses_voices:
        raise bad_request("VOICE_MESSAGES_FORBIDDEN")
    return _send_media(state, params, "voice")


async def forward_messages(state: State, params: Params) -> list[Json]:
    """What is not there is left out; that nothing is there is an error."""
    chat, source = state.open_chat(params.chat_id()), state.chat(params.integer("from_chat_id"))
    found = [source.posts.get(number) for number in params.object("message_ids") or []]
    if not any(found):
        raise bad_request("there are no messages to forward")
    return [_forwarded(state, chat, source, post) for post in found if post is not None]


def _forwarded(state: State, chat: Chat, source: Chat, post: Post) -> Json:
    state.limits.check(chat.id)
    account = forward_origin(source, post.date)
    again = replace(
        post,
        id=state.next_message_id(),
        chat_id=chat.id,
        from_bot=True,
        date=state.clock.now(),
        extra={"forward_origin": account} | post.extra,
    )
    state.delivered.append(again)
    state.keep(chat, again, "out")
    return {"message_id": again.id}


async def edit_text(state: State, params: Params) -> Json:
    chat, post = _own(state, params)
    if post.media:
        raise bad_request("there is no text in the message to edit")
    wanted = params.object("rich_message")
    if wanted is not None:
        source, blocks = read_rich(wanted)
        text = text_of_blocks(blocks)
        return _edit(state, chat, post, params, source, text, (), blocks=blocks)
    html, text, entities = text_of(params, "text")
    return _edit(state, chat, post, params, html, text, entities)


async def edit_caption(state: State, params: Params) -> Json:
    chat, post = _own(state, params)
    if not post.media:
        raise bad_request("there is no caption in the message to edit")
    html, text, entities = _caption(params)
    return _edit(state, chat, post, params, html, text, entities)


async def edit_media(state: State, params: Params) -> Json:
    """Another picture or file, for a text as well."""
    chat, post = _own(state, params)
    wanted = params.object("media")
    kind = wanted.get("type") if isinstance(wanted, dict) else None
    if kind not in ("photo", "document"):
        raise bad_request("wrong type of the media")
    inner = Params({**wanted, kind: wanted.get("media")}, params.uploads)
    html, text, entities = _caption(inner)
    media = Media(kind, _file(state, inner, kind))
    return _edit(state, chat, post, params, html, text, entities, media)


async def edit_markup(state: State, params: Params) -> Json:
    chat, post = _own(state, params)
    kept = post.html, post.text, post.entities
    return _edit(state, chat, post, params, *kept, blocks=post.blocks)


async def delete_message(state: State, params: Params) -> bool:
    chat = state.chat(params.chat_id())
    post = chat.posts.get(params.integer("message_id"))
    if post is None:
        raise bad_request("message to delete not found")
    if state.clock.now() - post.date > _DELETABLE:
        raise bad_request("message can't be deleted for everyone")
    state.remove(chat, post)
    return True


def _send_media(state: State, params: Params, kind: MediaKind) -> Json:
    chat = state.open_chat(params.chat_id())
    html, text, entities = _caption(params)
    file = _file(state, params, kind)
    return _send(state, chat, params, html, text, entities, Media(kind, file))


def _send(
    state: State,
    chat: Chat,
    params: Params,
    html: str,
    text: str,
    entities: tuple[Json, ...],
    media: Media | None,
    blocks: tuple[Block, ...] = (),
) -> Json:
    markup = read_markup(params.object("reply_markup"))
    extra = _reply(state, chat, params)
    topic = params.integer("message_thread_id")
    if topic:
        extra |= {"message_thread_id": topic, "is_topic_message": True}
    state.limits.check(chat.id)
    if markup.keyboard is not None:
        chat.keyboard, chat.requests = markup.keyboard, markup.requests
    post = Post(
        id=state.next_message_id(),
        chat_id=chat.id,
        from_bot=True,
        date=state.clock.now(),
        text=text,
        html=html,
        entities=entities,
        rows=markup.rows,
        inline=_inline(markup),
        media=media,
        silent=params.flag("disable_notification"),
        extra=extra,
        blocks=blocks,
    )
    state.delivered.append(post)
    return state.message_json(chat, state.keep(chat, post, "out"))


def _edit(
    state: State,
    chat: Chat,
    post: Post,
    params: Params,
    html: str,
    text: str,
    entities: tuple[Json, ...],
    media: Media | None = None,
    blocks: tuple[Block, ...] = (),
) -> Json:
    markup = read_markup(params.object("reply_markup"))
    inline = _inline(markup)
    before = post.text, post.entities, post.inline, post.blocks
    same = (text, entities, inline, blocks) == before
    if same and media is None:
        raise bad_request(
            "message is not modified: specified new message content and reply markup are "
            "exactly the same as a current content and reply markup of the message"
        )
    state.limits.check(chat.id)
    changed = Post(
        id=post.id,
        chat_id=post.chat_id,
        from_bot=True,
        date=post.date,
        text=text,
        html=html,
        entities=entities,
        rows=markup.rows,
        inline=inline,
        media=media or post.media,
        silent=post.silent,
        edited=state.clock.now(),
        extra=post.extra,
        blocks=blocks,
    )
    return state.message_json(chat, state.keep(chat, changed, "edit"))


def _own(state: State, params: Params) -> tuple[Chat, Post]:
    chat = state.open_chat(params.chat_id())
    post = chat.posts.get(params.integer("message_id"))
    if post is None:
        raise bad_request("message to edit not found")
    if not post.from_bot:
        raise bad_request("message can't be edited")
    return chat, post


def text_of(params: Params, name: str) -> tuple[str, str, tuple[Json, ...]]:
    html, text, entities = _formatted(params, name, "entities")
    if not text:
        raise bad_request("message text is empty")
    if units(text) > _TEXT_LIMIT:
        raise bad_request("message is too long")
    return html, text, entities


def _caption(params: Params) -> tuple[str, str, tuple[Json, ...]]:
    html, text, entities = _formatted(params, "caption", "caption_entities")
    if units(text) > _CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    return html, text, entities


def _formatted(params: Params, name: str, marks: str) -> tuple[str, str, tuple[Json, ...]]:
    """What was sent, the plain text and its entities; lengths in UTF-16 units, the strictest."""
    source = params.text(name).replace("\r", "").replace("\x00", "")
    mode = params.text("parse_mode").lower()
    if mode == "html":
        text, found = parse_html(source)
        return source, text, tuple(found)
    if mode:
        raise bad_request("unsupported parse_mode")
    text = source.strip()
    return escape(text, quote=False), text, tuple(params.object(marks) or ())


def _inline(markup: Markup) -> tuple[tuple[Json, ...], ...] | None:
    return tuple(tuple(row) for row in markup.inline) if markup.inline else None


def _reply(state: State, chat: Chat, params: Params) -> Json:
    asked = params.object("reply_parameters")
    if not asked:
        return {}
    replied = chat.posts.get(int(asked["message_id"]))
    if replied is not None:
        return {"reply_to_message": state.message_json(chat, replied)}
    if asked.get("allow_sending_without_reply"):
        return {}
    raise bad_request("message to be replied not found")


def _file(state: State, params: Params, kind: MediaKind) -> StoredFile:
    named = params.text(kind)
    upload = params.uploads.get(named.removeprefix("attach://") if named else kind)
    if upload is not None:
        return _stored(state, kind, upload, params.integer("duration"))
    if not named:
        raise bad_request(f"there is no {kind} in the request")
    if named in state.files:
        return _known(state.files[named], kind)
    if named.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    raise bad_request("wrong file identifier/HTTP URL specified")


def _known(file: StoredFile, kind: MediaKind) -> StoredFile:
    """A file that is there already goes out again as what it came as."""
    if file.kind == kind:
        return file
    if "photo" in (file.kind, kind):
        raise bad_request(f"can't use file of type {_TYPES[file.kind]} as {_TYPES[kind]}")
    raise bad_request("type of file mismatch")


def _stored(state: State, kind: MediaKind, upload: Upload, seconds: int) -> StoredFile:
    if not upload.content:
        raise bad_request("file must be non-empty")
    if len(upload.content) > _UPLOAD_LIMIT:
        raise ApiError(413, "Request Entity Too Large")
    if kind == "photo" and not upload.content.startswith(_PICTURES):
        raise bad_request("IMAGE_PROCESS_FAILED")
    return state.store_file(kind, upload.name, upload.mime, upload.content, seconds)
