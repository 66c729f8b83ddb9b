"""`export`: the tables as files for a spreadsheet or a BI tool. Changes nothing but the
journal, where that it was done is written first; takes no lock."""

import asyncio
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from bot.cli.sentences import say, unusable
from bot.db import is_database_error
from bot.files.writing import write_csv
from bot.migrate import version, versions
from bot.services.imports.exporting import TITLES, record_whole_export, rows_of
from bot.transactions import Transactions
from bot.views.words import Words


async def run_export(transactions: Transactions, folder: Path) -> int:
    """Write the five files; 0 done, 1 with one sentence. All show the same moment."""
    words, database = Words(transactions.company.locale), transactions.database
    try:
        if not database.exists() or await version(database) != versions()[-1]:
            return say(words.plain("cli-export-no-database"))
    except Exception as error:
        if not is_database_error(error):
            raise
        return unusable(error, words)
    try:
        await asyncio.to_thread(folder.mkdir, parents=True, exist_ok=True)
        async with transactions.work() as work:
            record_whole_export(work)
        async with transactions.looking() as work:
            for table, titles in TITLES.items():
                rows = [row async for row in rows_of(work, table)]
                count = write_csv(folder / f"{table}.csv", titles.split(";"), rows)
                print(words.plain("cli-exported", name=f"{table}.csv", count=count))
    except OSError as error:
        return say(words.plain("cli-no-folder", path=str(folder), error=type(error).__name__))
    except SQLAlchemyError as error:
        return unusable(error, words)
    return 0
