"""The words by which mail programs mark quotations, signatures and answers of their own."""

import json
from functools import cache
from pathlib import Path

from bot.method.inbound.mail.letter import MailWords

_WORDS = Path(__file__).parent.parent / "locales" / "letters.json"


@cache
def mail_words() -> MailWords:
    """Those of all languages at once: nobody knows which program the other side has."""
    found = json.loads(_WORDS.read_text(encoding="utf-8"))
    return MailWords(
        from_=tuple(found.pop("from")), **{name: tuple(words) for name, words in found.items()}
    )
