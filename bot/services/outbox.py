"""Deciding that a message is to be sent: a row under a unique key, in the same transaction."""

from datetime import datetime

from bot.models.base import JsonDict, insert_once
from bot.models.outbox import OutboxMessage, OutboxStatus
from bot.models.user import User
from bot.services.outbox_kinds import KINDS, key_of
from bot.services.quiet import may_reach
from bot.services.work import Work


async def enqueue(
    work: Work,
    kind: str,
    person: User,
    *subject: object,
    payload: JsonDict | None = None,
    not_before: datetime | None = None,
) -> bool:
    """Queue one message to the person; False where the same was decided before.

    `payload` holds ids and code words. It is not sent before `not_before` (UTC), by default
    the present, or for quiet kinds the next working time of the person; and never in the
    person's quiet hours or on the vacation.
    """
    if not person.active:
        return False
    how = KINDS[kind]
    if how.seen:
        working = how.quiet and not_before is None
        not_before = may_reach(
            work, person, not_before or work.now, working=working, on_vacation=how.on_vacation
        )
    values = {
        "key": key_of(kind, person.id, *subject),
        "kind": kind,
        "user_id": person.id,
        "payload": payload or {},
        "status": OutboxStatus.PENDING,
        "created_at": work.now,
        "not_before": not_before or work.now,
        "tries": 0,
        "repeated": False,
    }
    return await insert_once(work.session, OutboxMessage, values, "key")
