"""A head, two managers, and clients on their way to the pool and back."""

from collections.abc import Sequence

from bot.method.core.places import HandOutPreview
from bot.method.core.terms import PoolReason, Role
from bot.method.pool.again import AgainReason, WhyAgain
from bot.method.pool.filters import EVERYBODY, HandOutWay, PoolChoice
from bot.models import PolicyOverride, User
from bot.models.dossier import dossiers_of_clients
from bot.services.core.work import Act
from bot.services.people import access
from bot.services.pool import giving, handing_out, reactivation, releasing
from bot.services.pool.giving import HandingOut
from bot.services.pool.leaving import to_pool
from tests.builders import Firm

AGAIN = WhyAgain(AgainReason.KNOWS_BEST)
"""Why somebody gets back whom he has let go."""


async def people(firm: Firm) -> tuple[int, int, int]:
    """A head with two managers in a team."""
    team = await firm.team()
    head = await firm.person("Игорь", Role.HEAD, team)
    anna = await firm.person("Анна", Role.MANAGER, team)
    return head, anna, await firm.person("Борис", Role.MANAGER, team)


async def let_go(firm: Firm, owner: int, name: str = "Ромашка") -> int:
    """A client in the pool, released by its owner."""
    client = await firm.client(owner, name)
    async with firm.act(owner) as act:
        await releasing.release(act, client, PoolReason.NOT_ACTIVE)
    return client


async def all_let_go(firm: Firm, clients: Sequence[int]) -> None:
    """These clients go to the pool, by nobody's tap."""
    async with firm.work() as work:
        for dossier in await dossiers_of_clients(work.session, clients):
            await to_pool(work, dossier, PoolReason.NOT_ACTIVE)


async def assign(firm: Firm, head: int, client: int, person: int) -> None:
    async with firm.act(head) as act:
        await handing_out.assign(act, client, person)


async def hand_out(
    act: Act,
    n: int,
    person_id: int | None,
    mark: int,
    choice: PoolChoice = EVERYBODY,
    way: HandOutWay = HandOutWay.TURNS,
) -> HandingOut:
    """All of it at once, as a few clients go."""
    asked = HandOutPreview(n, person_id, choice.only, choice.giver, way)
    made = await giving.begin(act, asked, mark)
    while made.left:
        made = await giving.carry_out(act, made)
    return made


async def set_rule(firm: Firm, name: str, value: str) -> None:
    async with firm.work() as work:
        work.session.add(PolicyOverride(name=name, value=value, changed_at=work.now))


async def spend(firm: Firm, head: int, client: int, person: int, times: int) -> None:
    """So many attempts that did not succeed."""
    for _ in range(times):
        async with firm.act(head) as act:
            await handing_out.assign(act, client, person, AGAIN)
        async with firm.act(person) as act:
            await reactivation.failed(act, client)


async def cut_off(act: Act, person_id: int) -> None:
    """The access ends while the clients stay, as before they had to go somewhere first."""
    await access.close(act, await act.session.get_one(User, person_id))
