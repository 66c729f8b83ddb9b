"""The bot, with a probe that writes down whenever its event loop could not run for a while.

`python -m benchmarks.lag FILE` serves like `python -m bot run`. FILE gets a line of JSON for each
stall: when it was over by the monotonic clock, how long it lasted, how much processor time the
whole process used meanwhile (what is missing to the length was taken by others), and what the
loop was doing.
"""

import asyncio
import json
import sys
import threading
import traceback
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from time import monotonic, process_time

LONG = 0.02
"""Seconds; what is shorter is not written down."""
_LOOK_EVERY = 0.002


@dataclass(frozen=True)
class Stall:
    """Times in seconds; `place` is the stack of the loop's thread, the innermost line last."""

    at: float
    wall: float
    cpu: float
    place: str

    @property
    def own(self) -> float:
        """What the bot itself took; another process may have had the processor for the rest."""
        return min(self.wall, self.cpu)


def stalls(file: Path, since: float, until: float) -> list[Stall]:
    """Those that were over between two moments of the monotonic clock."""
    lines = file.read_text().splitlines() if file.exists() else []
    found = (Stall(**json.loads(line)) for line in lines)
    return [one for one in found if since <= one.at <= until]


def longest(found: Iterable[Stall]) -> Stall | None:
    """The longest by what the bot itself took."""
    return max(found, key=lambda one: one.own, default=None)


class Probe:
    """A heartbeat in the loop, and a thread that looks where the loop is when it fails to come."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._loop_thread = threading.get_ident()
        self._beat = monotonic()
        self._place = ""
        self._ended = threading.Event()

    async def run(self) -> None:
        """Beat until cancelled."""
        thread = threading.Thread(target=self._look, daemon=True)
        thread.start()
        try:
            with self._file.open("a", buffering=1) as file:
                while True:
                    self._beat, cpu, self._place = monotonic(), process_time(), ""
                    await asyncio.sleep(_LOOK_EVERY)
                    wall = monotonic() - self._beat - _LOOK_EVERY
                    if wall >= LONG:
                        used = process_time() - cpu
                        stall = Stall(monotonic(), wall, used, self._place)
                        file.write(json.dumps(asdict(stall)) + "\n")
        finally:
            self._ended.set()

    def _look(self) -> None:
        while not self._ended.wait(LONG / 2):
            late = monotonic() - self._beat - _LOOK_EVERY
            frame = sys._current_frames().get(self._loop_thread)
            if late >= LONG and not self._place and frame is not None:
                self._place = _said(traceback.extract_stack(frame))


def _said(steps: Sequence[traceback.FrameSummary]) -> str:
    """Our own steps and aiogram's, and the innermost three."""
    told = [
        one
        for place, one in enumerate(steps, 1)
        if place > len(steps) - 3 or "/bot/" in one.filename or "/aiogram/" in one.filename
    ]
    return " > ".join(f"{Path(one.filename).stem}:{one.lineno} {one.name}" for one in told[-8:])


async def _serve(file: Path) -> None:
    from bot.app import App
    from bot.config import load_settings
    from bot.logs import set_up_logs

    settings = load_settings()
    set_up_logs(settings.log_format, settings.log_level, [])
    probing = asyncio.ensure_future(Probe(file).run())
    try:
        await App(settings).run()
    finally:
        probing.cancel()


if __name__ == "__main__":
    asyncio.run(_serve(Path(sys.argv[1])))
