"""The rules by tapping: the whole way from the command to a change and back, and who may."""

import re
from typing import Any

from bot.method.company.rules import RuleGroup
from bot.method.core.terms import Role
from bot.views.taps.base import Tap, pack
from bot.views.taps.settings import (
    OpenRule,
    OpenRuleGroup,
    OpenRules,
    SetRule,
    TypeRule,
    UndoRule,
    WeighRule,
)
from tests.builders import Firm
from tests.service.gateway import Gateway, Listener, gateway, tapped, written
from tests.service.running import run_job

HORIZON = "deal_horizon_days"
TO_TEN = SetRule(HORIZON, "14", "10")


class Desk:
    """One person at the gateway."""

    def __init__(self, open_gateway: Gateway, listener: Listener, user: int) -> None:
        self._gateway, self._listener, self._user = open_gateway, listener, user

    async def says(self, what: Tap | str) -> str:
        """What is answered to this tap or line."""
        self._listener.heard.clear()
        update = (
            written(self._user, what) if isinstance(what, str) else tapped(self._user, pack(what))
        )
        await self._gateway.stores(update)
        assert await self._gateway.deals() == (0, 0)
        texts: list[Any] = [getattr(said, "text", None) for said in self._listener.heard]
        return re.sub("<[^>]*>", "", "\n".join(text for text in texts if text))


async def horizon(firm: Firm) -> int:
    async with firm.work() as work:
        return work.policy.deal_horizon_days


async def test_a_rule_is_changed_with_its_effect_seen_and_taken_back(firm: Firm) -> None:
    await firm.person("Ольга", Role.ADMIN)
    anna = await firm.person("Анна")
    await firm.client(anna, due=firm.in_days(12))
    listener = Listener()
    async with gateway(firm, listener) as opened:
        olga = Desk(opened, listener, firm.ids["Ольга"])
        assert "Норма 12 в день, 300 клиентов, горизонт 30" in await olga.says("/rules")
        assert "Горизонты" in await olga.says(OpenRuleGroup(RuleGroup.PLAN))
        assert "Горизонт сделки: 14 дней" in await olga.says(OpenRule(HORIZON))
        assert "Напишите новое значение" in await olga.says(TypeRule("client_horizon_days"))
        assert "может быть от 1 до 365" in await olga.says("0")
        shown = await olga.says("10 дней")
        assert "Горизонт клиента: 30 дней → 10 дней" in shown
        assert "без дела станет на 1 клиента больше: было 0, станет 1" in shown
        assert await horizon(firm) == 14
        assert "Горизонт сделки: 14 дней → 10 дней" in await olga.says(WeighRule(HORIZON, "10"))
        assert "Ольга: 14 дней → 10 дней" in await olga.says(TO_TEN)
        assert await horizon(firm) == 10
        # Twice is once.
        assert "уже другое" in await olga.says(TO_TEN)
        assert "Ольга: 10 дней → 14 дней" in await olga.says(UndoRule(HORIZON, 1))
        assert await horizon(firm) == 14
        assert "уже другое" in await olga.says(UndoRule(HORIZON, 1))
        assert await horizon(firm) == 14


async def test_gaps_follow_with_the_next_tick(firm: Firm) -> None:
    await firm.person("Ольга", Role.ADMIN)
    anna = await firm.person("Анна")
    await firm.client(anna, due=firm.in_days(12))
    listener = Listener()
    async with gateway(firm, listener) as opened:
        olga = Desk(opened, listener, firm.ids["Ольга"])
        await olga.says(SetRule("client_horizon_days", "30", "10"))
        assert "⏳" in await olga.says(OpenRule("client_horizon_days"))
        assert await run_job(firm, "rules") == {"rules": 1, "changed": 1}
        assert await run_job(firm, "rules") == {"rules": 0, "changed": 0}
        assert "⏳" not in await olga.says(OpenRule("client_horizon_days"))
    assert (await run_job(firm, "reconcile"))["drifted"] == 0


async def test_a_head_looks_and_a_manager_does_not(firm: Firm) -> None:
    for name, role in (("Игорь", Role.HEAD), ("Анна", Role.MANAGER)):
        await firm.person(name, role)
    listener = Listener()
    changing = (WeighRule(HORIZON, "10"), TypeRule(HORIZON), TO_TEN, UndoRule(HORIZON, 1))
    looking = (OpenRules(), OpenRuleGroup(RuleGroup.GAPS), OpenRule(HORIZON))
    async with gateway(firm, listener) as opened:
        igor, anna = (Desk(opened, listener, firm.ids[name]) for name in ("Игорь", "Анна"))
        assert "Правила" in await igor.says("/rules")
        assert all(["⚙️" in await igor.says(tap) for tap in looking])
        assert "Такой команды нет" in await anna.says("/rules")
        for tap in changing:
            assert "⚙️" not in await igor.says(tap)
        for tap in (*looking, *changing):
            assert "для другой роли" in await anna.says(tap)
    assert await horizon(firm) == 14


async def test_forged_values_change_nothing(firm: Firm) -> None:
    await firm.person("Ольга", Role.ADMIN)
    listener = Listener()
    async with gateway(firm, listener) as opened:
        olga = Desk(opened, listener, firm.ids["Ольга"])
        for tap in (
            SetRule(HORIZON, "14", "0"),
            SetRule(HORIZON, "14", "x"),
            SetRule("no_such", "14", "1"),
            SetRule("nudge_after", "1:00", "9:00"),
            OpenRule("__class__"),
        ):
            assert "⚙️" not in await olga.says(tap)
        assert "Напоминание через" in await olga.says(SetRule("nudge_after", "1:00", "9:00"))
