"""What a process takes, and the processes that it starts: as the kernel itself has it (Linux)."""

import asyncio
import resource
import sys
from asyncio.subprocess import DEVNULL
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

_EVERY = 0.02
_MEGABYTE = 1024


@dataclass
class Took:
    """Seconds from start to end, of these on a processor, those that it started included; and
    megabytes at most, of the process and of each it started."""

    seconds: float = 0.0
    processor: float = 0.0
    own: float = 0.0
    started: float = 0.0


async def run(*args: str, env: Mapping[str, str], cwd: Path) -> Took:
    """Run Python with these arguments to its end; RuntimeError where it fails.

    Memory is the high-water mark of each program (VmHWM), looked at again and again. `ru_maxrss`
    would not do: a child begins with that of its parent there.
    """
    took, start, before = Took(), perf_counter(), _processor()
    command = (sys.executable, *args)
    process = await asyncio.create_subprocess_exec(*command, stdout=DEVNULL, env=env, cwd=cwd)
    ended = asyncio.ensure_future(process.wait())
    while not ended.done():
        own, children = Path(f"/proc/{process.pid}"), f"task/{process.pid}/children"
        # Whoever has ended since is not looked at any more.
        with suppress(OSError):
            took.own = max(took.own, peak_of(own))
            for child in (own / children).read_text().split():
                took.started = max(took.started, peak_of(own.parent / child))
        await asyncio.wait([ended], timeout=_EVERY)
    took.seconds, took.processor = perf_counter() - start, _processor() - before
    if process.returncode:
        raise RuntimeError(f"{args} ended with {process.returncode}")
    return took


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def peak_of(process: Path) -> float:
    """Megabytes that the program has taken at most so far; nothing of one that is just ending."""
    lines = (process / "status").read_text().splitlines()
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM")), 0) / _MEGABYTE


def resident(process: int | str) -> float:
    """Megabytes of a process (its number, or "self") that are in memory now."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    line = next(line for line in lines if line.startswith("VmRSS"))
    return int(line.split()[1]) / _MEGABYTE
