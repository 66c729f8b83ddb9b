"""What a person is shown: plain values that the gateway sends or edits in place."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from bot.method.inbound.cards import FileKind
from bot.views.imports.audit_chart import AuditChart
from bot.views.planning.load_chart import LoadChart
from bot.views.report.heat_chart import HeatChart
from bot.views.taps.base import Tap

Chart: TypeAlias = LoadChart | HeatChart | AuditChart
"""What can be drawn."""
Style: TypeAlias = Literal["success", "danger", "primary"]


@dataclass(frozen=True)
class Button:
    """A button under a message: it taps, opens an address or copies a text, one of the three.

    A `dead` one can not be tapped where Telegram knows that; everywhere else its tap says why.
    The text of its screen says it too: who can not tap gets no answer.
    """

    label: str
    tap: Tap | None = None
    url: str | None = None
    copy: str | None = None
    style: Style | None = None
    dead: bool = False

    def __post_init__(self) -> None:
        if [self.tap, self.url, self.copy].count(None) != 2:
            raise ValueError(f"a button does exactly one thing: {self.label!r}")


Row: TypeAlias = tuple[Button, ...]


@dataclass(frozen=True)
class Attachment:
    """A picture, a file or a voice that goes with the message.

    What takes a moment to make is a function instead of bytes: it is called in a thread when the
    message is sent, so that neither the transaction nor anybody else waits for it. A text is the
    id of a file that Telegram has already.
    """

    kind: FileKind
    name: str
    content: bytes | str | Callable[[], bytes]
    missing: str | None = None
    """The HTML that comes instead where Telegram has the file no more."""


@dataclass(frozen=True)
class Again:
    """Messages of a chat with the bot that are shown below the screen as they came; the HTML of
    `missing` comes for those that are not there any more."""

    chat_id: int
    message_ids: tuple[int, ...]
    missing: str


@dataclass(frozen=True)
class ChatRequest:
    """A key below the chat that lets a person of Telegram be chosen; the number comes back with
    the choice. `cancel` is the key beside it."""

    number: int
    label: str
    cancel: str


@dataclass(frozen=True)
class Picture:
    """A PNG that is drawn from plain values, in a process of its own, when the message is sent."""

    name: str
    chart: Chart


@dataclass(frozen=True)
class Brief:
    """How a message looks as a part of a longer one: HTML, and buttons that say whom they are
    about."""

    text: str
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True)
class Grid:
    """Numbers as a table, all of it plain: what stands above the columns, then a row each. What a
    row is about stands at its left, the numbers at their right."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Screen:
    """One message: HTML text, buttons, and how to bring it.

    It edits the message it was asked from, or is sent anew where there is none or `fresh` is
    set. `toast` answers the tap in passing; with `alert` it is a window to be closed, and the text
    is sent only where there was no tap or the window could not be shown whole.
    `home_keyboard` puts the persistent keyboard under the chat. With a `picture` the message is
    the picture and the text its caption, 1024 characters at most; where it can not be drawn the
    text comes alone. `brief` is what stands for it in a message with others. `closes` are the
    messages of the question that it answers, which go once this is shown. `card` names what it
    is about: it takes the place of the chat's last screen where that is of the same card and has
    just been shown. `instead` is the number of a message of the bot's own that stands in the chat
    and says this from now on. `request` puts a key for choosing a chat above the persistent ones;
    `keys` is the HTML of a message before it that puts these alone again. `to_group` are the
    numbers of a group and its topic that a message of the bot's own goes to instead of a person.
    `rich` says the same as the text, in HTML and tables, for a server that takes them; the text is
    whole without it.
    """

    text: str
    rows: tuple[Row, ...] = ()
    toast: str | None = None
    alert: bool = False
    home_keyboard: bool = False
    attachments: tuple[Attachment, ...] = ()
    again: tuple[Again, ...] = ()
    fresh: bool = False
    picture: Picture | None = None
    brief: Brief | None = None
    closes: tuple[int, ...] = ()
    card: str | None = None
    instead: int | None = None
    request: ChatRequest | None = None
    keys: str | None = None
    to_group: tuple[int, int | None] | None = None
    rich: tuple[str | Grid, ...] = ()

    def with_toast(self, toast: str) -> "Screen":
        """The same screen, said with a toast."""
        return replace(self, toast=toast)

    def below(self, said: str) -> "Screen":
        """The same screen under what has just been said, both HTML."""
        rich = (said, *self.rich) if self.rich else ()
        return replace(self, text=f"{said}\n\n{self.text}", rich=rich)

    def with_rows(self, *rows: Row) -> "Screen":
        """The same screen with more rows below."""
        return replace(self, rows=self.rows + rows)


@dataclass(frozen=True)
class InlineResult:
    """One of the things that are offered to who types the bot's name in any chat.

    `title` and `description` are plain and are seen while choosing; `message` is the HTML that
    the chosen one puts into the chat.
    """

    key: str
    title: str
    description: str
    message: str


@dataclass(frozen=True)
class InlineResults:
    """The answer to what is typed after the bot's name, instead of a screen.

    `next_page` is asked for where the list is scrolled to its end. `hint` is a button above the
    list that opens the chat with the bot and says `/start` with `start` there.
    """

    results: tuple[InlineResult, ...] = ()
    next_page: int | None = None
    hint: str | None = None
    start: str = ""
