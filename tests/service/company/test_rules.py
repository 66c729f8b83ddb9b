"""The rules in the bot: heads look, an admin changes; each change is kept and can be taken back."""

from datetime import timedelta

import pytest

from bot.method.company.cards import RuleChange
from bot.method.company.changes import PolicyChangeLine
from bot.method.company.rules import RuleGroup
from bot.method.core.refusals import Invalid, NotFound, NotNow, Stale
from bot.method.core.terms import Role
from bot.models.policy import stored_policy
from bot.services.company import rules
from tests.builders import Firm
from tests.service.seen import messages

HORIZON = "deal_horizon_days"


async def change(firm: Firm, admin: int, name: str, value: str) -> None:
    async with firm.act(admin) as act:
        await rules.change_rule(act, rules.proposed(act, name, value))


async def kept(firm: Firm) -> dict[str, str]:
    async with firm.work() as work:
        return dict(await stored_policy(work.session))


async def test_a_number_is_changed_with_its_history_and_holds_from_the_next_tap(firm: Firm) -> None:
    admin = await firm.person("Ольга", Role.ADMIN)
    await change(firm, admin, HORIZON, "10 дней")
    firm.moved(hours=1)
    await change(firm, admin, HORIZON, "7")
    async with firm.act(admin) as act:
        assert act.policy.deal_horizon_days == 7
        card = await rules.rule_card(act, HORIZON)
        assert (card.line.value, card.line.default, card.changes) == ("7", "14", 2)
        assert card.settling
        assert card.history == (
            PolicyChangeLine(2, "Ольга", act.local_now, "10", "7"),
            PolicyChangeLine(1, "Ольга", act.local_now - timedelta(hours=1), "14", "10"),
        )
        page = await rules.rule_page(act, RuleGroup.PLAN)
        assert [line.value for line in page.lines if line.name == HORIZON] == ["7"]
        groups = dict((await rules.rule_groups(act)).changed)
        assert (groups[RuleGroup.PLAN], groups[RuleGroup.POOL]) == (1, 0)


async def test_taken_back_it_is_as_before_once(firm: Firm) -> None:
    admin = await firm.person("Ольга", Role.ADMIN)
    await change(firm, admin, "capacity", "15")
    await change(firm, admin, "capacity", "20")
    with pytest.raises(Stale):
        async with firm.act(admin) as act:
            await rules.take_back_rule(act, "capacity", 1)
    async with firm.act(admin) as act:
        await rules.take_back_rule(act, "capacity", 2)
    assert await kept(firm) == {"capacity": "15"}
    with pytest.raises(Stale):
        async with firm.act(admin) as act:
            await rules.take_back_rule(act, "capacity", 2)
    assert await kept(firm) == {"capacity": "15"}


async def test_the_bots_own_value_leaves_no_row(firm: Firm) -> None:
    admin = await firm.person("Ольга", Role.ADMIN)
    await change(firm, admin, "capacity", "15")
    await change(firm, admin, "capacity", "12")
    assert await kept(firm) == {}
    async with firm.act(admin) as act:
        card = await rules.rule_card(act, "capacity")
        assert [(one.before, one.after) for one in card.history] == [("15", "12"), ("12", "15")]


@pytest.mark.parametrize(
    ("name", "value", "refusal", "code"),
    [
        (HORIZON, "0", Invalid, "rule-bounds"),
        (HORIZON, "сто", Invalid, "rule-unreadable"),
        (HORIZON, "14", NotNow, "rule-same"),
        ("nudge_after", "8:00", Invalid, "rule-order"),
        ("day_starts", "18:00", Invalid, "rule-order"),
        ("no_such_rule", "1", Invalid, "rule-unknown"),
        ("__class__", "1", Invalid, "rule-unknown"),
    ],
)
async def test_what_can_not_be_is_refused(
    firm: Firm, name: str, value: str, refusal: type[Exception], code: str
) -> None:
    admin = await firm.person("Ольга", Role.ADMIN)
    with pytest.raises(refusal, match=code):
        await change(firm, admin, name, value)
    assert await kept(firm) == {}


async def test_two_admins_at_once_do_not_overrule_each_other_unseen(firm: Firm) -> None:
    admin, other = await firm.person("Ольга", Role.ADMIN), await firm.person("Пётр", Role.ADMIN)
    thought = RuleChange(HORIZON, "14", "7")
    await change(firm, other, HORIZON, "10")
    with pytest.raises(Stale, match="rule-moved"):
        async with firm.act(admin) as act:
            await rules.change_rule(act, thought)
    assert await kept(firm) == {HORIZON: "10"}


@pytest.mark.parametrize("role", [Role.MANAGER, Role.HEAD])
async def test_only_an_admin_changes_and_a_manager_does_not_even_look(
    firm: Firm, role: Role
) -> None:
    person = await firm.person("Игорь", role)
    async with firm.act(person) as act:
        for acts in (
            rules.change_rule(act, RuleChange(HORIZON, "14", "7")),
            rules.take_back_rule(act, HORIZON, 1),
        ):
            with pytest.raises(NotFound):
                await acts
        with pytest.raises(NotFound):
            rules.proposed(act, HORIZON, "7")
        if role is Role.HEAD:
            assert not (await rules.rule_card(act, HORIZON)).may_change
            assert (await rules.rule_page(act, RuleGroup.GAPS)).lines
            assert (await rules.rule_groups(act)).changed
            return
        for looks in (
            rules.rule_card(act, HORIZON),
            rules.rule_page(act, RuleGroup.GAPS),
            rules.rule_groups(act),
        ):
            with pytest.raises(NotFound):
                await looks


async def test_the_menus_of_managers_follow_the_rule_that_they_depend_on(firm: Firm) -> None:
    admin, anna = await firm.person("Ольга", Role.ADMIN), await firm.person("Анна")
    await change(firm, admin, HORIZON, "10")
    assert await messages(firm, "menu") == []
    await change(firm, admin, "self_take_allowed", "1")
    assert [message.user_id for message in await messages(firm, "menu")] == [anna]
