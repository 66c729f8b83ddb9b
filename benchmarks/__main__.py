"""`make bench`: all figures, a line each."""

import asyncio

from benchmarks import base, importing, planning, rest, search, statements, taps


async def main() -> None:
    measures = {
        "taps": taps.measure,
        "statements": statements.measure,
        "at rest": rest.measure,
        "search": search.measure,
        "planning": planning.measure,
        "importing": importing.measure,
        "base": base.measure,
    }
    for title, measure in measures.items():
        figures = await measure()
        print(f"{title}: " + ", ".join(f"{name} {value:.2f}" for name, value in figures.items()))


if __name__ == "__main__":
    asyncio.run(main())
