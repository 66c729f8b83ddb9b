"""Reading an attempt to bring a client back (R6)."""

from zoneinfo import ZoneInfo

from bot.method.core.cards import AttemptFacts
from bot.method.pool.cards import AttemptCard
from bot.models.client import Client
from bot.models.inbound import open_inbound_of
from bot.models.pool import open_reactivation
from bot.models.task import task_of_attempt
from bot.models.user import User
from bot.services.core.cards import contacts_of, touches_of
from bot.services.core.work import Work


async def attempt_facts(work: Work, client: Client, zone: ZoneInfo) -> AttemptFacts | None:
    """The client's present attempt for its cards; the date is the reader's local one."""
    if client.attempts == 0:
        # Each attempt is counted when it begins, and there is none on most clients.
        return None
    attempt = await open_reactivation(work.session, client.id)
    if attempt is None:
        return None
    verdict_on = attempt.verdict_by.astimezone(zone).date()
    return AttemptFacts(attempt.attempt, work.policy.reactivation_attempts, verdict_on)


async def attempt_card(work: Work, person: User, client_id: int) -> AttemptCard | None:
    """The person's present attempt at this client; None once it is over or another's."""
    attempt = await open_reactivation(work.session, client_id)
    if attempt is None or attempt.user_id != person.id:
        return None
    client = await work.session.get_one(Client, client_id)
    wrote = await open_inbound_of(work.session, client_id)
    zone = ZoneInfo(person.zone)
    return AttemptCard(
        client_id=client.id,
        client_name=client.name,
        task_id=await task_of_attempt(work.session, attempt.id),
        n=attempt.attempt,
        total=work.policy.reactivation_attempts,
        verdict_on=attempt.verdict_by.astimezone(zone).date(),
        first_touch_on=attempt.first_touch_by.astimezone(zone).date(),
        contacts=await contacts_of(work, client_id),
        touches=await touches_of(work, client_id, zone, said=wrote),
        today=work.today_of(person),
        inbound_id=wrote.id if wrote else None,
        wrote=wrote.text if wrote else None,
    )
