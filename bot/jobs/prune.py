"""What people wrote does not stay longer than it is needed."""

from datetime import timedelta

from bot.jobs.job import Counts
from bot.models.client_import import drop_unanswered
from bot.models.inbox import prune_inbox
from bot.models.outbox import prune_outbox
from bot.models.pruning import Prune
from bot.models.settled import (
    prune_arrivals,
    prune_claims,
    prune_leave_requests,
    prune_offers,
    prune_reprieves,
)
from bot.models.typed_line import prune_typed_lines
from bot.models.undo import prune_undo
from bot.services.imports.state import forget_files
from bot.services.imports.wizard import UNDO_WITHIN
from bot.transactions import Transactions

_RAW_UPDATES = timedelta(days=7)
_OUTBOX = timedelta(days=60)
_TYPED = timedelta(days=30)
_UNDO = timedelta(days=1)
_ASKED = timedelta(days=7)
_CLAIMS = timedelta(days=90)
_ARRIVALS = timedelta(days=180)
_REQUESTS = timedelta(days=730)
"""The report can be worked out anew for days as far back."""

_IN_PORTIONS: tuple[tuple[Prune, timedelta], ...] = (
    (prune_inbox, _RAW_UPDATES),
    (prune_outbox, _OUTBOX),
    (prune_undo, _UNDO),
    (prune_offers, _CLAIMS),
    (prune_claims, _CLAIMS),
    (prune_arrivals, _ARRIVALS),
    (prune_reprieves, _REQUESTS),
    (prune_leave_requests, _REQUESTS),
)
"""What every tap adds to."""


async def run_once(transactions: Transactions) -> Counts:
    """Drop handled raw updates after a week, ended messages after two months, typed lines that
    nobody has saved after one, what may long not be taken back any more, what arrived, was offered
    or asked and is long settled, and what imports keep of their files until they can not be taken
    back; an import whose questions nobody answers for a week is given up."""
    for prune, kept in _IN_PORTIONS:
        behind: int | None = 0
        while behind is not None:
            async with transactions.work() as work:
                behind = await prune(work.session, work.now - kept, behind)
    async with transactions.work() as work:
        await prune_typed_lines(work.session, work.now - _TYPED)
        await drop_unanswered(work.session, work.now - _ASKED)
        await forget_files(work, work.now - UNDO_WITHIN)
    return {}
