"""`make bench`: all figures, a line each."""

import asyncio

from benchmarks import rest, taps


async def main() -> None:
    for title, measure in (("taps", taps.measure), ("at rest", rest.measure)):
        figures = await measure()
        print(f"{title}: " + ", ".join(f"{name} {value:.2f}" for name, value in figures.items()))


if __name__ == "__main__":
    asyncio.run(main())
