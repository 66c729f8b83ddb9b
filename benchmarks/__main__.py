"""`make bench`: the figures, a line each; a part, or a long one, by its name."""

import asyncio
import sys

from benchmarks import (
    auditing,
    base,
    bounds,
    digest,
    due,
    fanout,
    growth,
    importing,
    intake,
    month,
    planning,
    report,
    rest,
    search,
    statements,
    taps,
)

PARTS = {
    "taps": taps.measure,
    "statements": statements.measure,
    "rest": rest.measure,
    "search": search.measure,
    "planning": planning.measure,
    "importing": importing.measure,
    "audit": auditing.measure,
    "base": base.measure,
    "report": report.measure,
}
LONG = {
    "growth": growth.measure,
    "history": growth.measure_history,
    "month": month.measure,
    "due": due.measure,
    "digest": digest.measure,
    "fanout": fanout.measure,
    "intake": intake.measure,
    "bounds": bounds.measure,
}
"""Not among all: they are asked for by name."""


async def main(names: list[str]) -> None:
    unknown = set(names) - {*PARTS, *LONG}
    if unknown:
        sys.exit(f"no such part: {', '.join(unknown)}; there are {', '.join([*PARTS, *LONG])}")
    for name in names or PARTS:
        figures = await (PARTS | LONG)[name]()
        print(f"{name}: " + ", ".join(f"{title} {value:.2f}" for title, value in figures.items()))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))
