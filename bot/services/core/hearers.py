"""Who hears at once of what has come for an owner: he himself, who stands in, or the heads (R9)."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.method.core.absence import Absence, InPlace, WhyAbsent
from bot.method.core.terms import Role
from bot.models.user import User
from bot.services.core.heads import heads_of
from bot.services.core.substitutes import is_away, on_duty_for
from bot.services.core.work import Act, Work


@dataclass(frozen=True)
class Hearers:
    """Those who can act now; `why` the owner can not, None where he can."""

    people: tuple[User, ...]
    why: WhyAbsent | None = None
    stands_in: bool = False
    """It is the substitute, who works the client as the owner does; else they lead the owner."""

    def readers(self, owner: User) -> tuple[User, ...]:
        """Who is told what is the owner's to answer: who stands in, or the owner, who reads it
        once he is back."""
        return self.people if self.stands_in else (owner,)


async def hearers_of(work: Work, owner: User) -> Hearers:
    """The owner; the substitute where he is away; the head of the team, else the admins, where
    neither of them sees what is written to them. The owner again where there is nobody else."""
    why = why_absent(work, owner)
    if why is None:
        return Hearers((owner,))
    substitute = await on_duty_for(work, owner)
    if substitute is not owner and why_absent(work, substitute) is None:
        return Hearers((substitute,), why, stands_in=True)
    return Hearers(tuple(await heads_of(work, owner)) or (owner,), why)


def why_absent(work: Work, person: User) -> WhyAbsent | None:
    """Why the person sees nothing of what is written to him now; None where he does."""
    if not person.active:
        return WhyAbsent.NO_ACCESS
    if is_away(work, person):
        return WhyAbsent.VACATION
    return None if person.reachable else WhyAbsent.BLOCKED


def absence_of(act: Act, owner: User, heard: Hearers, name: str) -> Absence | None:
    """The same for the actor to read, with the owner called `name`; None where he hears it."""
    if heard.why is None:
        return None
    others = [person for person in heard.people if person.id not in (act.actor.id, owner.id)]
    until = owner.away_until if heard.why is WhyAbsent.VACATION else None
    names = tuple(person.name for person in others)
    return Absence(name, heard.why, _place(act, heard, others), names, act.today, until)


def _place(act: Act, heard: Hearers, others: Sequence[User]) -> InPlace:
    if any(person.id == act.actor.id for person in heard.people):
        return InPlace.READER
    if not others:
        return InPlace.NOBODY
    if heard.stands_in:
        return InPlace.SUBSTITUTE
    return InPlace.HEAD if others[0].role is Role.HEAD else InPlace.ADMIN
