"""What a database makes of statements: whether it finds the rows by an index."""

import re
from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.db import Database
from bot.models import Base

GROWING = frozenset(
    {"clients", "client_words", "contact_points", "persons", "deals", "tasks", "gaps"}
    | {
        "timeline",
        "inbox",
        "outbox",
        "arrivals",
        "typed_lines",
        "pool_entries",
        "reactivations",
        "undo_steps",
    }
)
"""The tables that grow with the company's years; the others have as many rows as people."""
FULL = frozenset({"clients", "client_words", "deals", "tasks", "gaps"})
"""Those that `benchmarks.company` fills: of an empty one any index is as good as another."""
MEANT = "SELECT clients.owner_id, count(*)"
"""Whom the pool's clients go to depends on how many everybody has: counted at a hand-out alone."""

OF_A_TEAM = "users.team_id = "
"""What is due of a team's gaps is few, and told of by the longest open."""

Statement = tuple[str, Any]
_LOOKED_AT = ("SELECT", "UPDATE", "DELETE", "WITH")
_IN_ORDER = re.compile(r"Index Scan using \w+ on")
"""PostgreSQL reads an index in its order until it has the rows of a page."""
_SCAN = re.compile(
    r"(?:Seq Scan|Index (?:Only )?Scan(?: Backward)? using (?P<index>\w+)) on (?P<table>\w+)"
)


async def whole_tables(database: Database, statements: list[Statement]) -> list[str]:
    """The statements that read all rows of a table that grows, each with what the plan says."""
    breach = _sqlite_breach if database.is_sqlite else _postgres_breach
    return [
        f"{line}: {statement}"
        for statement, lines in await _plans(database, statements)
        for line in lines
        if breach(line) and not ("LIMIT" in statement and _IN_ORDER.search(line))
    ]


async def as_never_counted(database: Database) -> None:
    """PostgreSQL forgets how few rows the tests before have had: of a table that it knows to be
    empty it reads all as gladly as one row."""
    if not database.is_sqlite:
        async with database.engine.begin() as connection:
            ours = "relnamespace = 'public'::regnamespace AND relkind IN ('r', 'i')"
            forget = f"UPDATE pg_class SET reltuples = -1, relpages = 0 WHERE {ours}"
            await connection.execute(text(forget))


async def sorted_whole(database: Database, statements: list[Statement]) -> list[str]:
    """The statements that ask a table that grows for its first rows, and sort all to have them."""
    begin = "USE TEMP B-TREE FOR ORDER BY" if database.is_sqlite else "Sort "
    return [
        statement
        for statement, lines in await _plans(database, statements)
        if "LIMIT" in statement
        and OF_A_TEAM not in statement
        and any(begin in line for line in lines)
        and any(re.search(rf"FROM {name}\b", statement) for name in FULL)
    ]


async def history_read(database: Database, statements: list[Statement]) -> list[str]:
    """The steps that go through the history of all clients, in whatever order."""
    return [
        line
        for _, lines in await _plans(database, statements)
        for line in lines
        if re.search(r"SCAN timeline|Scan.* on timeline", line) and "Index Cond" not in line
    ]


async def _plans(database: Database, statements: list[Statement]) -> list[tuple[str, list[str]]]:
    """What is read or changed, each statement once, and the steps of its plan."""
    plan = _sqlite_plan if database.is_sqlite else _postgres_plan
    async with database.engine.connect() as connection:
        return [
            (statement, await plan(connection, statement, _one_of(values)))
            for statement, values in dict(statements).items()
            if statement.startswith(_LOOKED_AT) and not statement.startswith(MEANT)
        ]


def _one_of(values: Any) -> Any:
    """Of many rows of values the first."""
    return values[0] if isinstance(values, list) and values else values


async def _sqlite_plan(connection: AsyncConnection, statement: str, values: Any) -> list[str]:
    rows = await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
    return [str(row[-1]) for row in rows.all()]


async def _postgres_plan(connection: AsyncConnection, statement: str, values: Any) -> list[str]:
    """As it is planned once the server has given up looking at the values: a status that is bound
    misses the partial index. So few rows are read as they lie, or all of them are joined at once,
    unless that is made dear.

    Each step in a line with what it looks for.
    """
    driver = (await connection.get_raw_connection()).driver_connection
    assert driver is not None
    for way in ("seqscan", "mergejoin", "hashjoin"):
        await driver.execute(f"SET enable_{way} = off")
    await driver.execute("SET plan_cache_mode = force_generic_plan")
    await driver.execute(f"PREPARE looked_at AS {statement}")
    given = f"({', '.join(['NULL'] * len(values))})" if values else ""
    rows = await driver.fetch(f"EXPLAIN EXECUTE looked_at{given}")
    await driver.execute("DEALLOCATE looked_at")
    return " ".join(row[0].strip() for row in rows).split("->")


_PARTIAL = frozenset(
    str(index.name)
    for table in Base.metadata.tables.values()
    for index in table.indexes
    if index.dialect_options["sqlite"].get("where") is not None
)


def _sqlite_breach(line: str) -> bool:
    """`SCAN clients`; all of a partial index is what the query asks for, and small."""
    words = line.split()
    return words[0] == "SCAN" and words[1] in GROWING and words[-1] not in _PARTIAL


def _postgres_breach(step: str) -> bool:
    """`Seq Scan on clients  (cost=...)`, or all of an index: one that looks for nothing in it."""
    found = _SCAN.search(step)
    if found is None or found["table"] not in GROWING:
        return False
    index = found["index"]
    whole = index not in _PARTIAL and "Index Cond" not in step and "Backward" not in found[0]
    return index is None or (whole and found["table"] in FULL)
