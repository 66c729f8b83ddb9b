"""What is spoken instead of written."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Voice:
    """A voice message that Telegram keeps under this id; it never leaves Telegram."""

    file_id: str
    seconds: int
