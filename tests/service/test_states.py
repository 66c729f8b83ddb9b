"""No use case takes a thing from one state to another that does not come after it."""

import pytest

from bot.method.core import states as tables
from bot.method.core.terms import DealStatus
from bot.services.deals.deals import close_deal, wants_to_buy
from bot.services.tasks.tasks import When
from tests.builders import Firm


async def test_a_step_that_is_in_no_table_is_seen(
    firm: Firm, states: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "TABLES", {**tables.TABLES, "deal": {}})
    anna = await firm.person("Анна")
    client = await firm.client(anna)
    async with firm.act(anna) as act:
        deal = (await wants_to_buy(act, client, When(firm.in_days(2)))).deal.id
    async with firm.act(anna) as act:
        await close_deal(act, deal, DealStatus.WON)
    assert states == ["deal: open -> won"]
    states.clear()
