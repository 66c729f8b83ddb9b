"""Pictures drawn in a process of their own, so that nobody waits for them but who asked."""

import asyncio
import os

from pydantic import TypeAdapter

from bot.isolated.running import run_isolated
from bot.views.screen import Chart

SECONDS = 60.0
"""Far above what it takes, also on a machine that has more to do than it can."""
MEMORY = 1024 * 1024 * 1024
_HOMES = ("HOME", "XDG_CACHE_HOME", "MPLCONFIGDIR")
"""Where matplotlib keeps the list of fonts that it makes once."""
_one_at_a_time = asyncio.Lock()


class NotDrawn(Exception):
    """The process has ended without a picture."""


async def drawn(chart: Chart, *, seconds: float = SECONDS, memory: int = MEMORY) -> bytes:
    """The PNG. NotDrawn, TimeoutError; a crowd waits in line and not for the memory of all."""
    env = {name: os.environ[name] for name in _HOMES if name in os.environ}
    # Address space is counted, and each thread would reserve some.
    env["OPENBLAS_NUM_THREADS"] = "1"
    asked = TypeAdapter(type(chart)).dump_json(chart)
    async with _one_at_a_time:
        code, blocks = await run_isolated(
            "bot.views", asked, type(chart).__name__, seconds=seconds, memory=memory, env=env
        )
    if code:
        raise NotDrawn(code)
    return b"".join(blocks)
