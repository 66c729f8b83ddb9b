"""A letter, as plain values (R9)."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class MailAddress:
    """An address in lower case, and the name beside it."""

    address: str
    name: str = ""

    @property
    def local(self) -> str:
        """What stands before the @."""
        return self.address.rpartition("@")[0]

    @property
    def domain(self) -> str:
        """What stands behind it."""
        return self.address.rpartition("@")[2]


@dataclass(frozen=True)
class Letter:
    """`message_id` is never empty: where the letter has none it is made of what it has.
    `recipients` are in lower case, To before Cc; `thread` the ids of the letters that it answers,
    the nearest first. `sent_at` is aware and may be anything that somebody's clock says. `text`
    has everything, quotations and all, quoted lines begin with `>`. `is_automatic`: its headers
    say that no person has written it."""

    message_id: str
    sender: MailAddress | None = None
    reply_to: MailAddress | None = None
    recipients: tuple[str, ...] = ()
    thread: tuple[str, ...] = ()
    subject: str = ""
    sent_at: datetime | None = None
    text: str = ""
    attachments: tuple[str, ...] = ()
    is_automatic: bool = False


@dataclass(frozen=True)
class ReceivedLetter:
    """A letter as it lies in the mailbox: its number there, and when the server got it (aware).
    Without `letter` there is nothing in it that could be read."""

    uid: int
    received_at: datetime | None = None
    letter: Letter | None = None


@dataclass(frozen=True)
class MailWords:
    """The words that mail programs put into letters, in lower case, of all languages at once."""

    wrote: tuple[str, ...]
    quoted: tuple[str, ...]
    forwarded: tuple[str, ...]
    from_: tuple[str, ...]
    headers: tuple[str, ...]
    closings: tuple[str, ...]
    sent_by: tuple[str, ...]
    replies: tuple[str, ...]
    automatic: tuple[str, ...]
