"""Who may be asked about nobody's inbound, as the rule wants to know it (R9)."""

from collections.abc import Sequence
from datetime import timedelta

from bot.method.inbound.claims import ClaimCandidate
from bot.models.claim import Claim, ClaimOffer, OfferAnswer, last_turns, on_duty
from bot.models.client import portfolios
from bot.models.pool import who_let_go
from bot.models.user import User, active_managers
from bot.services.core.quiet import may_reach
from bot.services.core.substitutes import is_spared
from bot.services.core.work import Work

_TURNS_OF = timedelta(days=30)


async def candidates_of(
    work: Work, claim: Claim, offers: Sequence[ClaimOffer]
) -> list[ClaimCandidate]:
    """Every manager; those who are on vacation come back at its end."""
    full = await _full(work)
    let_go = await _barred(work, claim)
    turns = await last_turns(work.session, work.now - _TURNS_OF)
    duty = await on_duty(work.session)
    had_turn = {
        offer.user_id for offer in offers if offer.in_turn or offer.answer is OfferAnswer.REFUSED
    }
    return [
        ClaimCandidate(
            person.id,
            reach_at=may_reach(work, person, work.now),
            may_get=_takes_part(work, person) and person.id not in full | let_go,
            team_id=person.team_id,
            last_turn=turns.get(person.id),
            had_turn=person.id in had_turn,
            on_duty=duty is not None and duty.id == person.id,
        )
        for person in await active_managers(work.session)
    ]


async def is_full(work: Work, person: User) -> bool:
    """Whether the person has as many clients as anybody may be given."""
    return person.id in await _full(work)


async def _full(work: Work) -> frozenset[int]:
    owned, most = await portfolios(work.session), work.policy.portfolio_ceiling
    return frozenset(owner for owner, count in owned.items() if count >= most)


def _takes_part(work: Work, person: User) -> bool:
    """Whether the person is asked at all: whom no message reaches, or who is spared, is not."""
    return person.reachable and not is_spared(work, person)


async def _barred(work: Work, claim: Claim) -> frozenset[int]:
    """Who has let this client go lately."""
    since = work.now - timedelta(days=work.policy.not_back_days)
    barred = await who_let_go(work.session, [claim.client_id], since)
    return barred.get(claim.client_id, frozenset())
