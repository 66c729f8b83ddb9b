"""Who may be asked about nobody's inbound, as the rule wants to know it (R9)."""

from collections.abc import Sequence
from datetime import timedelta

from bot.method.inbound.claims import ClaimCandidate
from bot.models.claim import Claim, ClaimOffer, OfferAnswer, last_turns, on_duty
from bot.models.user import User, active_managers
from bot.services.core.quiet import may_reach
from bot.services.core.substitutes import is_spared
from bot.services.core.work import Work
from bot.services.pool.takers import full, let_go_lately

_TURNS_OF = timedelta(days=30)


async def candidates_of(
    work: Work, claim: Claim, offers: Sequence[ClaimOffer]
) -> list[ClaimCandidate]:
    """Every manager; those who are on vacation come back at its end."""
    let_go = await let_go_lately(work, [claim.client_id])
    may_not = await full(work) | let_go.get(claim.client_id, frozenset())
    turns = await last_turns(work.session, work.now - _TURNS_OF)
    duty = await on_duty(work.session)
    had_turn = {
        offer.user_id for offer in offers if offer.in_turn or offer.answer is OfferAnswer.REFUSED
    }
    return [
        ClaimCandidate(
            person.id,
            reach_at=may_reach(work, person, work.now),
            may_get=_takes_part(work, person) and person.id not in may_not,
            team_id=person.team_id,
            last_turn=turns.get(person.id),
            had_turn=person.id in had_turn,
            on_duty=duty is not None and duty.id == person.id,
        )
        for person in await active_managers(work.session)
    ]


def _takes_part(work: Work, person: User) -> bool:
    """Whether the person is asked at all: whom no message reaches, or who is spared, is not."""
    return person.reachable and not is_spared(work, person)
