"""`bot demo`: the scripted day on a stage of its own, or the company to take part in."""

import asyncio
import sys
import tempfile
from pathlib import Path

from demo.company import stay
from demo.stage import stage
from demo.story import tell
from sandbox import Entry, render


def print_entry(entry: Entry) -> None:
    """The transcript as it happens."""
    print(render(entry), flush=True)


def play(*, once: bool) -> int:
    """`bot demo`: the scripted day, or the company with a console; returns the exit code."""

    async def run() -> None:
        with tempfile.TemporaryDirectory(prefix="demo-") as folder:
            async with stage(Path(folder)) as set_up:
                set_up.box.on_entry.append(print_entry)
                await (tell if once else stay)(set_up)

    try:
        asyncio.run(run())
    except AssertionError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0
    return 0
