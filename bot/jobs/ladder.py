"""The ladder of clients without a task: nudges, escalations, the automatic pool (R5)."""

from bot.jobs.for_each import for_each_in_own_transaction
from bot.jobs.job import Counts
from bot.services.core.work import Work
from bot.services.gaps.escalation import pool_client, push_team, teams_to_push
from bot.transactions import Transactions

NAME = "ladder"


async def is_due(work: Work) -> bool:
    """Whether the next step of a gap is due."""
    return bool(await teams_to_push(work))


async def run_once(transactions: Transactions) -> Counts:
    """Move every gap whose next step is due by one step."""
    async with transactions.looking() as work:
        teams = await teams_to_push(work)
    pushed = await for_each_in_own_transaction(transactions, NAME, teams, push_team)
    out_of_time = [client_id for subject in pushed for client_id in subject.pool]
    clients = dict.fromkeys(out_of_time)
    pooled = await for_each_in_own_transaction(transactions, NAME, clients, pool_client)
    return {
        "nudged": sum(subject.nudged for subject in pushed),
        "escalated": sum(subject.escalated for subject in pushed),
        "pooled": sum(pooled),
    }
