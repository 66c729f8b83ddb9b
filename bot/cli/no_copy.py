"""Why there is no copy of a database, and when a file counts as one."""

import os
from pathlib import Path


class NoCopy(Exception):
    """There is no copy, or none that can be taken: `code` names the sentence."""

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


def settle(draft: Path, file: Path) -> None:
    """The name is given to a file that is on the disk."""
    with draft.open("rb") as written:
        os.fsync(written.fileno())
    os.replace(draft, file)
