"""What becomes of a morning and an afternoon while Telegram is ill for long, in figures.

    .venv/bin/python -m tests.faults.figures

A line for each length and kind of trouble, on each database: how much was to be said to whom, how
much of it was lost, said twice as if it were the first time, and said again with the mark.
"""

import asyncio
import logging
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import structlog

from bot.clock import MovableClock
from bot.db import Database
from bot.method.core.repeats import LONGEST_PAUSE
from sandbox import Person
from sandbox.faults import FaultKind
from tests.builders import Firm
from tests.databases import empty_postgres, empty_sqlite
from tests.service.mornings import (
    DIGEST,
    ESCALATION,
    HAND_OUT,
    MARK,
    NINE,
    NUDGE,
    afterwards,
    moment_of,
    morning,
    outage,
)
from tests.service.sending import PATIENCE, Office, office

SECONDS = {"10 s": 10, "10 min": 600, "2 h": 7200}
KINDS: tuple[FaultKind, ...] = ("502_html", "500_after", "hang")
"""A proxy's page in the place of it, an error after it was delivered, no answer at all."""
GROUPS = 5
"""Of a head and two managers each."""
AFTERNOON = "2026-11-24 14:00"
"""When those are reminded whose morning has named a client without a task."""
REST_OF_THE_DAY = ("16:45", "17:15", "17:45")
TOPICS = {"digests": DIGEST, "nudges": NUDGE, "escalations": ESCALATION, "hand-outs": HAND_OUT}


@dataclass(frozen=True)
class Figures:
    """What became of all that was to be said."""

    expected: dict[str, int]
    """How much of each topic."""
    lost: int
    doubled: int
    """Came more than once without the mark."""
    repeats: int
    """Messages with the mark."""


async def measure(database: Database, kind: FaultKind, seconds: int) -> Figures:
    """Telegram is ill for so long from nine on, and from two o'clock on."""
    clock = MovableClock(datetime(2026, 11, 23, 5, tzinfo=UTC))
    async with office(Firm(database, clock)) as made:
        story = await morning(made, GROUPS)
        for begin in (NINE, AFTERNOON):
            await outage(story, begin, kind, seconds)
            # Whatever hangs is given up.
            await made.later(PATIENCE)
            await made.later(LONGEST_PAUSE)
        for moment in REST_OF_THE_DAY:
            await made.at(f"2026-11-24 {moment}")
        await afterwards(made)
        counts = {
            topic: sum(word in words for _, words in story.expected)
            for topic, word in TOPICS.items()
        }
        repeats = sum(MARK in post.text for post in made.box.delivered)
        lost = [entry for entry in story.unheard() if not _named_late(made, *entry)]
        return Figures(counts, len(lost), len(story.said_twice()), repeats)


def _named_late(made: Office, account: Person, words: tuple[str, ...]) -> bool:
    """Whether it is a reminder that has come due before the morning arrived, and went with it:
    its list names the client."""
    topic, client, *_ = words
    mornings = made.got(account, DIGEST, client)
    return topic == NUDGE and any(post.date > moment_of(NINE) for post in mornings)


@asynccontextmanager
async def _sqlite() -> AsyncIterator[Database]:
    with tempfile.TemporaryDirectory() as folder:
        async with empty_sqlite(Path(folder)) as database:
            yield database


DATABASES: dict[str, Callable[[], AbstractAsyncContextManager[Database]]] = {
    "SQLite": _sqlite,
    "PostgreSQL": empty_postgres,
}


async def main() -> None:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    print("| database | Telegram is ill for | trouble |", *map("{} |".format, TOPICS), end=" ")
    print("lost | doubled | repeats |")
    for name, opened in DATABASES.items():
        for length, seconds in SECONDS.items():
            for kind in KINDS:
                async with opened() as database:
                    figures = await measure(database, kind, seconds)
                cells = [name, length, kind, *figures.expected.values()]
                cells += [figures.lost, figures.doubled, figures.repeats]
                print("|", *map("{} |".format, cells), flush=True)


if __name__ == "__main__":
    asyncio.run(main())
