"""Whether somebody has let a client go lately, and the reason that is due where he gets it (R6)."""

from bot.method.core.refusals import Invalid, NotNow
from bot.method.core.texts import clean
from bot.method.pool.again import AgainReason, WhyAgain
from bot.models.timeline import TimelineEntry
from bot.models.user import User
from bot.services.core.rights import require_client, require_leader, require_receiver
from bot.services.core.work import Act, Work
from bot.services.pool.takers import let_go_lately

LONGEST_REASON = 300


def in_own_words(typed: str) -> WhyAgain:
    """What somebody has written; Invalid("again") where that is nothing."""
    said = clean(typed, LONGEST_REASON)
    if not said:
        raise Invalid("again")
    return WhyAgain(AgainReason.OWN_WORDS, said)


async def to_be_explained(act: Act, client_id: int, person_id: int) -> None:
    """Before the words are asked for: the client and the person have to be the leader's."""
    require_leader(act)
    await require_receiver(act, person_id)
    await require_client(act, client_id)


async def has_let_go(work: Work, client_id: int, person: User) -> bool:
    """Whether the person let it go within `not_back_days`, whoever has had the client since."""
    return person.id in (await let_go_lately(work, [client_id])).get(client_id, frozenset())


async def due_reason(
    act: Act, client_id: int, person: User, again: WhyAgain | None
) -> WhyAgain | None:
    """The reason to be kept, where the person let this client go within `not_back_days`; none for
    anybody else. NotNow("let-go-recently") where it was not said."""
    if not await has_let_go(act, client_id, person):
        return None
    if again is None:
        raise NotNow("let-go-recently", name=person.name, days=act.policy.not_back_days)
    return again


def keep_reason(entry: TimelineEntry, again: WhyAgain | None) -> None:
    """The reason stands with the event that gives the client."""
    if again is not None:
        entry.data = entry.data | {"again": again.reason.value, "again_words": again.comment}
