"""The rules of the company: heads look at them, an admin changes them."""

from bot.method.company.calendar import numbers_in
from bot.method.company.cards import (
    Duties,
    RuleCard,
    RuleChange,
    RuleGroups,
    RuleLine,
    RulePage,
)
from bot.method.company.rules import (
    RuleGroup,
    is_kept_beside,
    is_known,
    names_in,
    shown_groups,
    stored,
    usual_of,
)
from bot.method.company.strain import strains, strains_of
from bot.method.core.paging import PAGE, on_page, page_of
from bot.method.core.policy import Policy
from bot.method.core.refusals import Invalid, NotNow, Stale
from bot.method.core.terms import Role
from bot.models.claim import on_duty
from bot.models.policy import changes_of, count_changes, stored_policy
from bot.services.company.changes import (
    SHOWN,
    change_lines,
    keep_change,
    last_change,
    wait_for_others,
)
from bot.services.company.settling import share_settled
from bot.services.core.rights import require_admin, require_leader
from bot.services.core.work import Act
from bot.services.pool.menus import renew_menus
from bot.services.report.morning import look_again_at_all

_DUTY = "offer_to"
_MENU = "self_take_allowed"
"""On which the menu of a manager depends."""
_REPORT = "report_at"


async def rule_groups(act: Act) -> RuleGroups:
    """The groups, and what of the present rules can not be kept."""
    require_leader(act)
    changed = tuple(
        (group, sum(_is_changed(act.policy, name) for name in names_in(group)))
        for group in shown_groups()
    )
    strained = strains(act.policy, len(act.calendar.week))
    return RuleGroups(changed, strained, await share_settled(act))


async def rule_page(act: Act, group: RuleGroup, page: int = 0) -> RulePage:
    """The numbers of a group."""
    require_leader(act)
    names = names_in(group)
    page, pages = page_of(page, len(names), PAGE)
    lines = tuple(_line(act.policy, name) for name in on_page(names, page))
    return RulePage(group, lines, page, pages)


async def rule_card(act: Act, name: str) -> RuleCard:
    """One number, who changed it and when; Invalid("rule-unknown")."""
    require_leader(act)
    _require_known(name)
    # Not the act's policy: that is from before what the act itself has changed.
    policy = await _present(act)
    rows = await changes_of(act.session, name, SHOWN)
    return RuleCard(
        line=_line(policy, name),
        usual=usual_of(name),
        history=change_lines(act, rows),
        changes=await count_changes(act.session, name),
        may_change=act.actor.role is Role.ADMIN,
        at=act.local_now,
        strains=strains_of(name, policy, len(act.calendar.week)),
        settling=any(change.settled_at is None for change, _ in rows),
        duty=await _duty(act) if name == _DUTY else None,
    )


async def card_to_change(act: Act, name: str) -> RuleCard:
    """The same for who is about to type another value."""
    require_admin(act)
    return await rule_card(act, name)


def proposed(act: Act, name: str, typed: str) -> RuleChange:
    """The change that somebody thinks of; nothing is changed yet.

    Invalid as in `with_overrides` for what can not be; NotNow("rule-same") where it is so already.
    """
    require_admin(act)
    _require_known(name)
    change = RuleChange(name, act.policy.text_of(name), stored(name, typed))
    if change.before == change.after:
        raise NotNow("rule-same")
    changed_policy(act.policy, change)
    return change


def changed_policy(policy: Policy, change: RuleChange) -> Policy:
    """The policy with the change; Invalid("rule-order") where it contradicts another number."""
    return policy.with_overrides({change.name: change.after})


async def change_rule(act: Act, change: RuleChange) -> None:
    """Carry the change out: it holds from the next tap on, and from the next tick for what is kept
    of clients.

    Stale("rule-moved") where the number is another one by now.
    """
    require_admin(act)
    _require_known(change.name)
    await wait_for_others(act)
    policy = await _present(act)
    if policy.text_of(change.name) != change.before:
        raise Stale("rule-moved")
    after = changed_policy(policy, change).text_of(change.name)
    await keep_change(
        act,
        change.name,
        change.before,
        after,
        # The bot's own value needs no row: it goes with the bot's.
        own=None if after == Policy().text_of(change.name) else after,
        settled_at=None if is_kept_beside(change.name) else act.now,
    )
    if change.name == _MENU:
        await renew_menus(act)
    if change.name == _REPORT:
        await look_again_at_all(act)


async def take_back_rule(act: Act, name: str, number: int) -> None:
    """Undo this change of the number, while it is the last one; Stale("rule-moved") later."""
    require_admin(act)
    _require_known(name)
    last = await last_change(act, name, number)
    if last is None:
        raise Stale("rule-moved")
    await change_rule(act, RuleChange(name, before=last.after, after=last.before))


async def _duty(act: Act) -> Duties:
    person = await on_duty(act.session)
    return Duties(person.name if person else None)


async def _present(act: Act) -> Policy:
    return Policy().with_overrides(numbers_in(await stored_policy(act.session)))


def _require_known(name: str) -> None:
    if not is_known(name):
        raise Invalid("rule-unknown", name=name[:40])


def _line(policy: Policy, name: str) -> RuleLine:
    return RuleLine(name, policy.text_of(name), Policy().text_of(name))


def _is_changed(policy: Policy, name: str) -> bool:
    return policy.text_of(name) != Policy().text_of(name)
