"""The baseline of memory at rest: the libraries of the bot in a process that has nothing of ours
but the lazy import of aiogram, and not even that where it is told `plain`. Prints its megabytes."""

import asyncio
import gc
import sys
from importlib import import_module

from benchmarks.processes import resident

_SELDOM = 10_000
"""As the bot has it: what else is garbage until then would count here and not there."""


_OTHERS = (
    "apscheduler.schedulers.asyncio",
    "babel.numbers",
    "holidays",
    "phonenumbers",
    "pydantic_settings",
    "structlog",
)


async def rest(*, plain: bool) -> float:
    """Megabytes of a bot with a dispatcher, a page and an empty table in memory, at rest."""
    if not plain:
        import bot.telegram.lazy_aiogram  # noqa: F401
    from aiogram import Bot, Dispatcher
    from aiohttp import web
    from sqlalchemy.ext.asyncio import create_async_engine
    from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

    if not plain:
        for name in _OTHERS:
            import_module(name)
        from fluent.runtime import FluentBundle

        for locale in ("ru", "en"):
            FluentBundle([locale])

    class Table(DeclarativeBase):
        pass

    class Row(Table):
        __tablename__ = "rows"
        id: Mapped[int] = mapped_column(primary_key=True)

    engine = create_async_engine("sqlite+aiosqlite://")
    async with engine.begin() as connection:
        await connection.run_sync(Table.metadata.create_all)
    runner = web.AppRunner(web.Application())
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    parts = Bot("1:bare"), Dispatcher()
    gc.collect()
    used = resident("self")
    await parts[0].session.close()
    await runner.cleanup()
    await engine.dispose()
    return used


if __name__ == "__main__":
    gc.set_threshold(_SELDOM)
    # Here for the lints only; where the bot runs structlog does not find it.
    sys.modules["rich"] = None  # type: ignore[assignment]
    print(asyncio.run(rest(plain="plain" in sys.argv)))
