"""What a server has refused is said to the admins, once."""

from collections.abc import Callable

from aiogram import Bot

from bot.services.core.parked import tables_refused
from bot.telegram.background import retry_while_conflict
from bot.telegram.rich.newest import server_of
from bot.transactions import Transactions


async def tell_of_refusals(transactions: Transactions, bot: Bot, wake: Callable[[], None]) -> None:
    """As long as the bot runs; `wake` has the sender look at what is new."""
    found = server_of(bot).found

    async def tell() -> None:
        async with transactions.work() as work:
            await tables_refused(work)

    while True:
        await found.wait()
        await retry_while_conflict(tell)
        found.clear()
        wake()
