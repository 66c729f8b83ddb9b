"""Jobs run as the command line runs them, by their names; what they decide is delivered."""

from sqlalchemy import select

from bot.jobs.job import Counts, Job
from bot.jobs.table import JOBS
from bot.models import OutboxMessage
from bot.models.idle import DueSigns
from bot.models.outbox import OutboxStatus
from bot.models.user import User
from bot.services.core.messages import End, Ending
from bot.telegram.render.rendering import is_settled, settle
from tests.builders import Firm

_STATUS = {
    Ending.DELIVERED: OutboxStatus.SENT,
    Ending.REFUSED: OutboxStatus.FAILED,
    Ending.DROPPED: OutboxStatus.DROPPED,
}


async def run_job(firm: Firm, name: str) -> Counts:
    """What the job did at the firm's clock, counted; Telegram takes what is due by then."""
    counts = await decide(firm, name)
    await end_messages(firm)
    return counts


async def decide(firm: Firm, name: str) -> Counts:
    """The same while Telegram is ill: what is decided waits."""
    job = JOBS[name]
    noticed = await is_noticed(firm, job)
    counts = await job.run(firm.transactions)
    assert noticed or not any(counts.values()), f"no tick would have run {name}: {counts}"
    return counts


async def is_noticed(firm: Firm, job: Job) -> bool:
    """Whether a tick would run the job now."""
    signs = DueSigns([] if job.sign is None else [job.sign])
    async with firm.transactions.looking() as work:
        seen = await signs.found(work.session, work.now)
        return await job.may_be_due(work, seen) or not job.of_every_tick


async def end_messages(
    firm: Firm, ending: Ending = Ending.DELIVERED, to: int | None = None
) -> None:
    """Every message that is due and counts for something ends so, or those to this person."""
    async with firm.work() as work:
        query = select(OutboxMessage).where(
            OutboxMessage.status == OutboxStatus.PENDING, OutboxMessage.not_before <= work.now
        )
        for row in await work.session.scalars(query.order_by(OutboxMessage.id)):
            if is_settled(row.kind) and to in (None, row.user_id):
                row.status = _STATUS[ending]
                person = await work.session.get_one(User, row.user_id)
                await settle(work, End(person, row, ending))
