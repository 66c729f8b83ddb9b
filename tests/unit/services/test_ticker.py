"""The heartbeat's watchdog: who is silent is re-armed, who takes long is not."""

import asyncio
from itertools import count
from typing import cast

import pytest
from structlog.testing import capture_logs

from bot.clock import MovableClock
from bot.db import Database
from bot.jobs import ticker
from bot.jobs.job import Counts, Job
from bot.transactions import Transactions
from tests.builders import COMPANY

LOOKS = 6


@pytest.mark.parametrize("long", [True, False])
async def test_only_a_ticker_that_is_silent_is_armed_anew(
    monkeypatch: pytest.MonkeyPatch, clock: MovableClock, long: bool
) -> None:
    began, may_end, looked = asyncio.Event(), asyncio.Event(), asyncio.Semaphore(0)
    hours = count(asyncio.get_running_loop().time() + 3600, 3600)

    def an_hour_later() -> float:
        looked.release()
        return next(hours)

    async def job(transactions: Transactions) -> Counts:
        began.set()
        if long:
            await may_end.wait()
        return {}

    monkeypatch.setattr(ticker, "TABLE", (Job("job", job),))
    monkeypatch.setattr(ticker, "_LEAST", 0.001)
    transactions = Transactions(cast(Database, None), clock, COMPANY)
    beating = ticker.Ticker(transactions, 0.001, lambda: None)
    running = asyncio.create_task(beating.run())
    await began.wait()
    monkeypatch.setattr(ticker, "_now", an_hour_later)
    with capture_logs() as lines:
        for _ in range(LOOKS):
            await looked.acquire()
    may_end.set()
    running.cancel()
    await asyncio.wait([running])
    assert any("re-armed" in line["event"] for line in lines) is not long
