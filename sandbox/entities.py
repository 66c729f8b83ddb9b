"""Telegram's HTML: text and entities out of it, with Telegram's own complaints."""

import re
from dataclasses import dataclass
from typing import Any

from sandbox.errors import ApiError, bad_request

Json = dict[str, Any]

_KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "blockquote": "blockquote",
}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_TAG = re.compile(r"<(/?)([^\s>/]*)([^<>]*)>")
_ATTRIBUTE = re.compile(r"""([a-zA-Z-]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?""")
_REFERENCE = re.compile(r"&(#x[0-9a-fA-F]{1,6}|#[0-9]{1,7}|[a-zA-Z]+);?")
_FOUND_IN_TEXT = (
    ("bot_command", re.compile(r"(?<![\w/])/[A-Za-z0-9_]{1,32}(?:@\w+)?")),
    ("email", re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("url", re.compile(r"https?://\S+|\bt\.me/\S+")),
    ("mention", re.compile(r"(?<![\w@.])@[A-Za-z]\w{3,31}")),
    ("phone_number", re.compile(r"(?<!\d)\+\d[\d\-() ]{8,16}\d(?!\d)")),
)


def units(text: str) -> int:
    """Length in UTF-16 code units, the measure of Telegram's entities and limits."""
    return len(text.encode("utf-16-le")) // 2


@dataclass
class _Open:
    tag: str
    start: int
    extra: Json
    kind: str


def parse_html(source: str) -> tuple[str, list[Json]]:
    """Plain text and entities; raises ApiError "can't parse entities: ..." as Telegram does."""
    plain: list[str] = []
    length = 0
    stack: list[_Open] = []
    found: list[Json] = []
    position = 0
    while position < len(source):
        cut = source.find("<", position)
        piece = _unescape(source[position : cut if cut >= 0 else len(source)])
        plain.append(piece)
        length += units(piece)
        if cut < 0:
            break
        tag = _TAG.match(source, cut)
        if tag is None:
            raise _complaint(f"Unclosed start tag at byte offset {_offset(source, cut)}")
        if tag[1]:
            _close(stack, found, tag[2].lower(), length, _offset(source, cut))
        else:
            stack.append(_start(tag, stack, length, _offset(source, cut)))
        position = tag.end()
    if stack:
        raise _complaint(f'Can\'t find end tag corresponding to start tag "{stack[-1].tag}"')
    return _trim("".join(plain), found)


def found_in_text(text: str) -> list[Json]:
    """The entities that Telegram finds by itself in what a person types."""
    entities: list[Json] = []
    taken: list[range] = []
    for kind, pattern in _FOUND_IN_TEXT:
        for match in pattern.finditer(text):
            if any(match.start() in span for span in taken):
                continue
            taken.append(range(match.start(), match.end()))
            offset = units(text[: match.start()])
            entities.append({"type": kind, "offset": offset, "length": units(match[0])})
    return sorted(entities, key=lambda entity: int(entity["offset"]))


def _start(tag: re.Match[str], stack: list[_Open], length: int, offset: int) -> _Open:
    name = tag[2].lower()
    if name not in _KINDS:
        raise _complaint(f'Unsupported start tag "{name}" at byte offset {offset}')
    attributes = {
        key.lower(): _unescape(value.strip("\"'")) for key, value in _ATTRIBUTE.findall(tag[3])
    }
    kind, extra = _KINDS[name], {}
    if name == "span" and attributes.get("class") != "tg-spoiler":
        raise _complaint(f'Tag "span" must have class "tg-spoiler" at byte offset {offset}')
    if name == "a":
        extra["url"] = attributes.get("href", "")
    elif name == "blockquote" and "expandable" in attributes:
        kind = "expandable_blockquote"
    elif name == "code" and stack and stack[-1].tag == "pre":
        language = attributes.get("class", "")
        if language.startswith("language-"):
            stack[-1].extra["language"] = language.removeprefix("language-")
            kind = ""
    return _Open(name, length, extra, kind)


def _close(stack: list[_Open], found: list[Json], name: str, end: int, offset: int) -> None:
    if not stack:
        raise _complaint(f"Unexpected end tag at byte offset {offset}")
    opened = stack.pop()
    if name and name != opened.tag:
        raise _complaint(
            f"Unmatched end tag at byte offset {offset}, "
            f'expected "</{opened.tag}>", found "</{name}>"'
        )
    if opened.kind == "text_link" and not re.match(
        r"(https?://|tg://|mailto:|\w[\w-]*\.\w)", opened.extra["url"]
    ):
        return  # Telegram keeps the words and silently drops a link it does not like
    if opened.kind and end > opened.start:
        length = end - opened.start
        found.append({"type": opened.kind, "offset": opened.start, "length": length} | opened.extra)


def _trim(text: str, found: list[Json]) -> tuple[str, list[Json]]:
    kept = text.strip()
    shift = units(text[: len(text) - len(text.lstrip())])
    size = units(kept)
    entities = []
    for entity in found:
        start = max(entity["offset"] - shift, 0)
        end = min(entity["offset"] + entity["length"] - shift, size)
        if end > start:
            entities.append(entity | {"offset": start, "length": end - start})
    return kept, sorted(entities, key=lambda e: (e["offset"], -e["length"], e["type"]))


def _unescape(text: str) -> str:
    def one(match: re.Match[str]) -> str:
        name = match[1]
        if not name.startswith("#"):
            return _NAMED.get(name, match[0])
        number = int(name[2:], 16) if name[1] in "xX" else int(name[1:])
        return chr(number) if 0 < number < 0x110000 else match[0]

    return _REFERENCE.sub(one, text)


def _offset(source: str, position: int) -> int:
    return len(source[:position].encode())


def _complaint(text: str) -> ApiError:
    return bad_request(f"can't parse entities: {text}")
