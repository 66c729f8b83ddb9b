"""`bot demo`: the scripted day on a stage of its own, or the company to take part in."""

import asyncio
import signal
import sys
import tempfile
from pathlib import Path

from demo.stage import stage
from demo.story import tell
from demo.visit import stay
from sandbox import Entry, render


def print_entry(entry: Entry) -> None:
    """The transcript as it happens."""
    print(render(entry), flush=True)


def play(*, once: bool) -> int:
    """`bot demo`: the scripted day, or the company to take part in; returns the exit code."""

    async def run() -> None:
        main = asyncio.current_task()
        if main is not None:
            # The bot's process and the folder must not outlive us.
            asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, main.cancel)
        with tempfile.TemporaryDirectory(prefix="demo-") as folder:
            async with stage(Path(folder)) as set_up:
                set_up.box.on_entry.append(print_entry)
                await (tell if once else stay)(set_up)

    try:
        asyncio.run(run())
    except AssertionError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    except (KeyboardInterrupt, asyncio.CancelledError):
        return 0
    return 0
