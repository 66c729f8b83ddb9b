"""What somebody has written in a letter, without what was there before and without what stands
below every letter of his (R9)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.method.inbound.mail.letter import MailWords

_LONGEST_TEXT = 64 * 1024
_MOST_LINES = 2000
_INTRODUCTION = 3
"""Lines that the words before a quotation are wrapped into at most."""
_LONGEST_INTRODUCTION = 300
_MOST_HEADERS = 8
_LEAST_HEADERS = 2
_LONGEST_CLOSING = 60
_MOST_BELOW = 14
"""Lines that a signature has at most."""

_HOUR = re.compile(r"(?<!\d)\d{1,2}[:.]\d{2}(?!\d)")
_DATE = re.compile(r"(?<!\d)(?:(?:19|20)\d\d|\d{1,2}[./]\d{1,2}[./]\d{2})(?!\d)")
_IN_BRACKETS = re.compile(r"[<\[(][^<>\s@]{1,64}@[^<>\s@]{1,255}[>\])]")
_AT_THE_END = re.compile(r"(?<!\S)[^<>\s@]{1,64}@[^<>\s@]{1,255}$")
_RULE = re.compile(r"[_=-]{5,}")
_SEPARATOR = re.compile(r"[-_=\s*]*(?P<words>[^-_=*:]{4,60}?)[-_=\s*:]*")
_DASHES = re.compile(r"--\s?|_{2,}")


@dataclass(frozen=True)
class WrittenWords:
    """The words, and the signature that stood below them."""

    words: str
    signature: str = ""


def own_words(text: str, words: MailWords) -> WrittenWords:
    """What is of the letter's own: quotations, wherever they stand, and the signature are cut off.

    Of a letter that only passes another one on, that one's words are kept.
    """
    lines = [" ".join(line.split()) for line in text[:_LONGEST_TEXT].splitlines()[:_MOST_LINES]]
    written, passed_on = _without_quotations(lines, words)
    found = _without_signature(written, words)
    if not found.words and passed_on:
        below = [line.lstrip("> ") for line in passed_on if not _is_header(line, words.headers)]
        return _without_signature(below, words)
    return found


def bare_subject(subject: str, words: MailWords) -> str:
    """The subject without what says that it is an answer."""
    plain = subject.strip()
    while True:
        head, colon, rest = plain.partition(":")
        word = re.sub(r"\[\d+\]$", "", head.strip().casefold())
        if not colon or word not in words.replies:
            return plain
        plain = rest.strip()


def _without_quotations(lines: Sequence[str], words: MailWords) -> tuple[list[str], list[str]]:
    """The lines of the letter's own, and those of the letter that it passes on."""
    kept: list[str] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        if line.startswith(">"):
            at += 1
            continue
        length = _introduction(lines, at, words)
        if length:
            at += length
            following = next((later for later in lines[at:] if later), "")
            # Unmarked, nobody knows where the quotation ends: then it is all that is left.
            if not following.startswith(">"):
                break
            continue
        separator = _separator(line)
        if separator in words.forwarded:
            return kept, list(lines[at + 1 :])
        if separator in words.quoted or _headers_begin(lines, at, words):
            break
        kept.append(line)
        at += 1
    while kept and (not kept[-1] or _RULE.fullmatch(kept[-1])):
        kept.pop()
    return kept, []


def _introduction(lines: Sequence[str], at: int, words: MailWords) -> int:
    """How many lines say who has written the following, and when; 0 where none does."""
    if not _DATE.search(lines[at]):
        return 0
    for length in range(1, _INTRODUCTION + 1):
        part = lines[at : at + length]
        if not part[-1] or len(part) < length:
            return 0
        whole = " ".join(line.lstrip("> ") for line in part)
        if len(whole) > _LONGEST_INTRODUCTION:
            return 0
        if whole.endswith(":"):
            return length if _is_introduction(whole, words) else 0
    return 0


def _is_introduction(whole: str, words: MailWords) -> bool:
    said = whole.rstrip(": ").casefold()
    names_writer = (
        said.endswith(words.wrote) or _IN_BRACKETS.search(whole) or _AT_THE_END.search(said)
    )
    return bool(names_writer and _HOUR.search(whole) and _DATE.search(whole))


def _separator(line: str) -> str:
    found = _SEPARATOR.fullmatch(line) if len(line) < 100 else None
    is_marked = found is not None and (line[0] in "-_=" or line.endswith(":"))
    return found["words"].strip().casefold() if found and is_marked else ""


def _headers_begin(lines: Sequence[str], at: int, words: MailWords) -> bool:
    """Whether another letter's headers stand here, as Outlook and Yandex write them."""
    below = lines[at + 1 : at + 2]
    if _RULE.fullmatch(lines[at]) and below and _is_header(below[0], words.headers):
        return True
    if not _is_header(lines[at], words.from_):
        return False
    block = lines[at : at + _MOST_HEADERS]
    return sum(_is_header(line, words.headers) for line in block) >= _LEAST_HEADERS


def _is_header(line: str, names: Sequence[str]) -> bool:
    name, colon, _ = line.partition(":")
    return bool(colon) and name.strip("*>_ ").casefold() in names


def _without_signature(lines: Sequence[str], words: MailWords) -> WrittenWords:
    """The signature begins at the first sign of one that has not much below it."""
    kept = [line for line in lines if not _is_sent_by(line, words)]
    while kept and not kept[-1]:
        kept.pop()
    first = max(0, len(kept) - _MOST_BELOW)
    for at in range(first, len(kept)):
        if _DASHES.fullmatch(kept[at]) or _is_closing(kept[at], words):
            return WrittenWords(_joined(kept[:at]), _joined(kept[at:]))
    return WrittenWords(_joined(kept))


def _is_closing(line: str, words: MailWords) -> bool:
    if len(line) > _LONGEST_CLOSING:
        return False
    folded = line.casefold()
    found = [closing for closing in words.closings if folded.startswith(closing)]
    if not found:
        return False
    # A name may follow, or anything behind a sign; whatever else does makes it a sentence.
    rest = line[len(max(found, key=len)) :]
    is_named = not rest[:1].isalnum() and not any(word[0].islower() for word in rest.split())
    return is_named or rest[:1] in tuple(",.!;:")


def _is_sent_by(line: str, words: MailWords) -> bool:
    return len(line) <= _LONGEST_CLOSING and line.casefold().startswith(words.sent_by)


def _joined(lines: Sequence[str]) -> str:
    """One blank line at most between two others."""
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
