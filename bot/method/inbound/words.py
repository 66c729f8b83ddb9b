"""The words of a message of Telegram, whatever they stand in (R9).

Read from the raw message: the library that parses it knows the kinds of its own day, and people
write in newer ones. What is unknown is looked through for words and never refused.
"""

from collections.abc import Iterator, Mapping, Sequence

from bot.method.inbound.raw import Raw, raw_object

_QUOTED = "❝ "
_DEEPEST = 40
"""So far blocks may stand inside blocks; Telegram allows less."""
_TEXTS = ("summary", "text", "expression", "alternative_text")
"""Where a block or a piece of rich text has its words, in the order in which they are read."""
_BELOW = ("caption", "credit")
_NO_WORDS = frozenset({"buttons", "button", "anchor", "thinking"})
"""Kinds that say nothing of whoever wrote."""
_CHECKED, _UNCHECKED, _POINT = "☑", "☐", "•"


def words_of(message: Raw) -> str:
    """Whatever somebody has written in it, a line each; of a message without a word a sign of what
    it is. The parts of an album need none: they are told together."""
    written = _text(message.get("text")) or _text(message.get("caption"))
    lines = [written, *_rich(message.get("rich_message")), *_points(message.get("checklist"))]
    lines += [*_poll(message.get("poll")), *_place(message), _called(message)]
    said = "\n".join(line for line in lines if line)
    return said if said or message.get("media_group_id") else _sign(message)


def content_of(message: Raw) -> str | None:
    """The field of what words can not show of it, None where they say everything."""
    return next((kind for kind in _CONTENT if message.get(kind)), None)


def is_card(file_name: object) -> bool:
    """Whether a file is a card of an address book, by its name."""
    return isinstance(file_name, str) and file_name.lower().endswith((".vcf", ".vcard"))


def quoted_words(answer: Raw) -> str:
    """What somebody wrote in another chat and is answered here: the quotation, or all of it that
    the answer carries."""
    quoted = _text(raw_object(answer.get("quote")).get("text"))
    return quoted or words_of(raw_object(answer.get("external_reply")))


def words_with_quotation(message: Raw) -> str:
    """The words under those that they answer, where the message carries them, each line marked."""
    quoted = quoted_words(message)
    lines = [f"{_QUOTED}{line}" for line in quoted.splitlines() if line.strip()]
    return "\n".join([*lines, words_of(message)]).strip()


def without_quotation(text: str) -> str:
    """What somebody has written himself: another's phone in what he answers is not his."""
    return "\n".join(line for line in text.split("\n") if not line.startswith(_QUOTED))


def _rich(message: object) -> Iterator[str]:
    blocks = raw_object(message).get("blocks")
    yield from _lines(blocks, 0)


def _lines(value: object, depth: int) -> Iterator[str]:
    """The lines of a block, of a list of blocks, or of whatever they may stand in."""
    if depth > _DEEPEST:
        return
    if isinstance(value, Sequence) and not isinstance(value, str):
        for inner in value:
            yield from _lines(inner, depth + 1)
        return
    block = raw_object(value)
    if not block or block.get("type") in _NO_WORDS:
        return
    if isinstance(block.get("cells"), list):
        yield from _table(block, depth)
    elif isinstance(block.get("label"), str) or "has_checkbox" in block:
        yield from _item(block, depth)
    else:
        yield from _of_block(block, depth)


def _of_block(block: Raw, depth: int) -> Iterator[str]:
    """The words that stand first, then the blocks inside, then what is written below."""
    below = (
        block.get("caption"),
        raw_object(block.get("caption")).get("credit"),
        block.get("credit"),
    )
    yield from (_inline(block.get(name), depth) for name in _TEXTS)
    for name, inner in block.items():
        if name not in (*_TEXTS, *_BELOW) and isinstance(inner, Mapping | list):
            yield from _lines(inner, depth + 1)
    yield from (_inline(piece, depth) for piece in below)


def _table(block: Raw, depth: int) -> Iterator[str]:
    yield _inline(block.get("caption"), depth)
    for row in block["cells"]:
        cells = row if isinstance(row, list) else []
        said = (_inline(raw_object(cell).get("text"), depth) for cell in cells)
        yield " | ".join(filter(None, said))


def _item(block: Raw, depth: int) -> Iterator[str]:
    mark = _text(block.get("label")) or _POINT
    if block.get("has_checkbox"):
        mark = _CHECKED if block.get("is_checked") else _UNCHECKED
    lines = [line for line in _of_block(block, depth) if line]
    if lines:
        yield f"{mark} {lines[0]}"
        yield from lines[1:]


def _inline(value: object, depth: int) -> str:
    """Rich text in one line: a string, a list of pieces, or a piece with its text inside."""
    if isinstance(value, str):
        return value
    if depth > _DEEPEST:
        return ""
    if isinstance(value, list):
        return "".join(_inline(inner, depth + 1) for inner in value)
    piece = raw_object(value)
    if piece.get("type") in _NO_WORDS:
        return ""
    return "".join(_inline(piece[name], depth + 1) for name in _TEXTS if name in piece)


def _points(checklist: object) -> Iterator[str]:
    body = raw_object(checklist)
    yield _text(body.get("title"))
    for point in _objects(body.get("tasks")):
        is_done = point.get("completion_date") or point.get("completed_by_user")
        if text := _text(point.get("text")):
            yield f"{_CHECKED if is_done else _UNCHECKED} {text}"


def _poll(poll: object) -> Iterator[str]:
    body = raw_object(poll)
    yield _text(body.get("question"))
    for option in _objects(body.get("options")):
        if text := _text(option.get("text")):
            yield f"{_POINT} {text}"


def _place(message: Raw) -> Iterator[str]:
    venue = raw_object(message.get("venue"))
    yield from (_text(venue.get("title")), _text(venue.get("address")))
    where = raw_object(message.get("location")) or raw_object(venue.get("location"))
    north, east = where.get("latitude"), where.get("longitude")
    if isinstance(north, int | float) and isinstance(east, int | float):
        yield f"📍 https://maps.google.com/?q={north:.5f},{east:.5f}"


def _called(message: Raw) -> str:
    """What is sent and has a name: a file, a piece of music."""
    if name := _text(raw_object(message.get("document")).get("file_name")):
        return f"📎 {name}"
    audio = raw_object(message.get("audio"))
    song = " - ".join(filter(None, (_text(audio.get("performer")), _text(audio.get("title")))))
    name = song or _text(audio.get("file_name"))
    return f"🎵 {name}" if name else ""


_SIGNS = {
    "voice": "🎤",
    "video_note": "📹",
    "video": "🎬",
    "animation": "🎞",
    "audio": "🎵",
    "photo": "📷",
    "live_photo": "📷",
    "paid_media": "📷",
    "document": "📎",
    "story": "📖",
}


_CONTENT = (*_SIGNS, "sticker", "location", "venue", "contact", "rich_message", "dice", "game")


def _sign(message: Raw) -> str:
    """The kind of a message without words, and how long it takes to hear or see."""
    sticker = raw_object(message.get("sticker"))
    if sticker:
        return _text(sticker.get("emoji")) or "🖼"
    for kind, sign in _SIGNS.items():
        if message.get(kind):
            seconds = raw_object(message[kind]).get("duration")
            if isinstance(seconds, int) and seconds > 0:
                return f"{sign} {seconds // 60}:{seconds % 60:02}"
            return sign
    return ""


def _objects(value: object) -> Sequence[Raw]:
    return [raw_object(item) for item in value] if isinstance(value, list) else []


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""
