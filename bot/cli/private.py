"""Files of the bot are for its own account: they hold the clients of a company."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_OTHERS = 0o077


@contextmanager
def private_files() -> Iterator[None]:
    """What is made in the block is its owner's alone, also what libraries and programs make: the
    database with its log, copies, exports. What is there already keeps its rights."""
    before = os.umask(_OTHERS)
    try:
        yield
    finally:
        os.umask(before)


def close_to_others(file: Path) -> None:
    """Take the rights of everybody else from a file that is there."""
    file.chmod(file.stat().st_mode & ~_OTHERS)


def give_to_owner_of(known: Path, file: Path) -> None:
    """Where root has made the file, it becomes that of the account that owns what is known: the
    bot has to open it as before."""
    if os.geteuid() == 0:
        there = known.stat()
        os.chown(file, there.st_uid, there.st_gid)
