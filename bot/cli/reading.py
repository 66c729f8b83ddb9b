"""The file with a base that a command is given."""

import asyncio
from pathlib import Path

from bot.cli.sentences import say
from bot.files.isolated import read_isolated
from bot.files.limits import LARGEST
from bot.method.core.refusals import Invalid
from bot.method.imports.recognition import Surroundings
from bot.method.imports.rows import ImportFile
from bot.views.words import Words


async def bytes_of(path: Path) -> bytes:
    """What is in it, and a byte more where it is too large; OSError."""
    return await asyncio.to_thread(_bytes, path)


async def read_base(content: bytes, around: Surroundings) -> ImportFile:
    """Its rows; Invalid as the readers', and "file-columns" where no column is known."""
    read = await read_isolated(content, around=around)
    if not read.mapped:
        raise Invalid("file-columns")
    return read


def unread(words: Words, path: Path, error: OSError | Invalid) -> int:
    """Say why it could not be read."""
    if isinstance(error, OSError):
        return say(words.plain("cli-no-file", path=str(path)))
    facts = {name: str(value) for name, value in error.facts.items()}
    return say(words.plain(f"refusal-{error.code}", **facts))


def _bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(LARGEST + 1)
