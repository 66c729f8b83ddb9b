"""A database to develop with: `python -m demo.seed FILE` has the sample company come in, with
clients and tasks, as people would do it, and keeps what the bot has written."""

import argparse
import asyncio
import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from demo.company import open_for_business
from demo.stage import stage


def main() -> int:
    """0 where the file is there now; 1 with a sentence where it was before."""
    parser = argparse.ArgumentParser(description="Fill a database with the sample company.")
    parser.add_argument("file", type=Path)
    file: Path = parser.parse_args().file
    if file.exists():
        print(f"{file} is there already: it is not written over.", file=sys.stderr)
        return 1
    asyncio.run(_fill(file))
    print(f"DATABASE_URL=sqlite+aiosqlite:///{file}")
    return 0


async def _fill(file: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="seed-") as name:
        folder = Path(name)
        async with stage(folder) as set_up:
            await open_for_business(set_up)
        file.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(folder / "bot.db")) as made:
            made.execute("VACUUM INTO ?", (str(file),))


if __name__ == "__main__":
    sys.exit(main())
