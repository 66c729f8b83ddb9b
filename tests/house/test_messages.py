"""The table of messages in the docs is what the code says, and what it says is done."""

from bot.method.tasks.reminders import STALE_AFTER
from bot.services.core.messages import BotMessage, Readers
from bot.services.core.own_messages import MenuMessage
from bot.services.tasks.messages import ReminderMessage
from bot.telegram.render.rendering import RENDERERS
from tests.house.rules import ROOT

PAGE = (ROOT / "docs/guarantees.md").read_text(encoding="utf-8")
HEADER = "| kind | to | repeated until | counts from its delivery |"
WHILE_SO = "while it is so"


def row(made: type[BotMessage]) -> str:
    """The line of the table about it."""
    how = made.manner
    until = f"{how.repeated_until:%H:%M} of its day" if how.repeated_until else WHILE_SO
    if made is ReminderMessage:
        until = f"{STALE_AFTER.seconds // 60} minutes after the time of the task"
    counts = ", ".join(f"`{one}`" for one in how.counts) or "-"
    return f"| `{made.kind}` | {how.to} | {until} | {counts} |"


def table(page: str) -> list[str]:
    """The lines of the table, below its header and the line under that."""
    _, _, below = page.partition(f"{HEADER}\n")
    lines, _, _ = below.partition("\n\n")
    return lines.splitlines()[1:]


def test_the_docs_have_every_message_as_it_is() -> None:
    kinds = [*(renderer.message for renderer in RENDERERS.values()), MenuMessage]
    assert table(PAGE) == sorted(map(row, kinds))


def test_what_counts_from_a_delivery_is_settled_by_it() -> None:
    for renderer in RENDERERS.values():
        how = renderer.message.manner
        if how.counts or how.to is Readers.HEADS:
            assert renderer.settle is not None, renderer.message.kind


def test_what_is_no_row_is_seen() -> None:
    assert table(f"{HEADER}\n| --- |\n| `a` |\n| `b` |\n\nmore") == ["| `a` |", "| `b` |"]
    assert table("nothing") == []
