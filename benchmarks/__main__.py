"""`make bench`: all figures, a line each; long parts by name: `python -m benchmarks due digest`."""

import asyncio
import sys

from benchmarks import base, digest, due, importing, planning, rest, search, taps

SHORT = {
    "taps": taps.measure,
    "at rest": rest.measure,
    "search": search.measure,
    "planning": planning.measure,
    "importing": importing.measure,
    "base": base.measure,
}
LONG = {"due": due.measure, "digest": digest.measure}
"""They fill a million clients on both databases: run by their names only."""


async def main(names: list[str]) -> None:
    measures = SHORT | LONG
    for title in names or SHORT:
        figures = await measures[title]()
        print(f"{title}: " + ", ".join(f"{name} {value:.2f}" for name, value in figures.items()))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))
