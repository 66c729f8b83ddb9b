"""How long a text is for Telegram, which counts it in its own way."""

import re
from html import unescape

_TAG = re.compile(r"<[^>]*>")


def told_length(text: str) -> int:
    """The length of a marked up text as Telegram measures it against its limits: UTF-16 units of
    what is left when markup and entities are parsed."""
    return len(unescape(_TAG.sub("", text)).encode("utf-16-le", "surrogatepass")) // 2
