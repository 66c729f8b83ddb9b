"""Jobs run as the command line runs them, by their names; what they decide is delivered."""

from sqlalchemy import select

from bot.jobs.job import Counts
from bot.jobs.table import JOBS
from bot.models import OutboxMessage
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
    counts = await JOBS[name].run(firm.transactions)
    await end_messages(firm)
    return counts


async def decide(firm: Firm, name: str) -> Counts:
    """The same while Telegram is ill: what is decided waits."""
    return await JOBS[name].run(firm.transactions)


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
