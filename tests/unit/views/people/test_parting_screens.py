"""Where everything goes that somebody has: what a leader reads before and after."""

from dataclasses import replace
from typing import Any

from bot.method.people.parting import Holding, PartingKind, PartingWay
from bot.method.people.parting_cards import (
    LeftAlone,
    Owned,
    PartedNotice,
    PartingPlan,
    PortfolioShare,
)
from bot.method.pool.again import AgainReason
from bot.views.people import parting
from bot.views.people.roles import silent_screen
from bot.views.taps.people import (
    AskDeactivate,
    AskHeir,
    OpenPerson,
    PartNow,
    PreviewParting,
    SetRole,
)
from bot.views.words import Words
from tests.unit.views.facts import HUGE, LONG, PEOPLE, TODAY
from tests.unit.views.shown import can_be_sent, checked, plain

HELD = Holding(41, 41, 7, 53, 2, 3, 20)
OWNED = Owned(HUGE, LONG, PartingKind.CLOSE, HELD, LeftAlone(21, (LONG,) * 30))
SHARE = PortfolioShare(HUGE, LONG, HELD, 41, 28, HUGE, TODAY, True)
PLAN = PartingPlan(
    HUGE,
    LONG,
    PartingKind.CLOSE,
    PartingWay.ONE,
    HUGE,
    (SHARE,),
    HELD,
    ceiling=60,
    capacity=120,
    days=14,
    mark=2**32 - 1,
)
MANY = replace(PLAN, shares=(replace(SHARE, name="Анна", let_go=0, away_until=None),) * 40)

SAMPLES: dict[str, Any] = {
    **{f"owned, {kind}": lambda w, kind=kind: parting.owned_screen(w, replace(OWNED, kind=kind))
       for kind in PartingKind},
    "nothing": lambda w: parting.owned_screen(w, replace(OWNED, holding=Holding())),
    "nothing to hand over": lambda w: parting.owned_screen(
        w, Owned(1, LONG, PartingKind.HAND_OVER, Holding())
    ),
    "heirs": lambda w: parting.heirs_screen(w, OWNED, PEOPLE),
    **{f"plan, {kind}": lambda w, kind=kind: parting.plan_screen(w, replace(PLAN, kind=kind))
       for kind in PartingKind},
    "many": lambda w: parting.plan_screen(w, MANY),
    **{f"let go, {kind}": lambda w, kind=kind: parting.let_go_screen(
        w, replace(PLAN, kind=kind, shares=(replace(SHARE, let_go=3),)), 30)
       for kind in PartingKind},
    "the rest": lambda w: parting.plan_screen(
        w, replace(PLAN, kind=PartingKind.HAND_OVER, way=PartingWay.REST, left=HUGE)),
    "why": lambda w: parting.why_screen(
        w, PreviewParting(HUGE, PartingKind.CLOSE, PartingWay.ONE, HUGE)),
    "going": lambda w: parting.progress_screen(w, 30, 300),
    "told": lambda w: parting.parted_screen(
        w, PartedNotice(LONG, LONG, PartingKind.HEAD, HUGE, HUGE)
    ),
}  # fmt: skip

test_a_sample_can_be_sent = can_be_sent(SAMPLES)


def taps(screen: Any) -> list[Any]:
    return [button.tap for row in screen.rows for button in row]


def test_a_closed_access_is_said_in_numbers() -> None:
    owned = Owned(1, "Анна Петрова", PartingKind.CLOSE, HELD)
    assert plain(parting.owned_screen(Words("ru"), owned)).startswith(
        "🚫 Закрыть доступ: Анна Петрова\n"
        "Сейчас ведёт: 41 клиент · 7 сделок · 53 дела · 2 входящих · 3 реанимации.\n"
    )
    share = PortfolioShare(3, "Борис", Holding(2, 2, tasks=1, soon=1), 40, 5)
    plan = replace(PLAN, name="Анна Петрова", shares=(share,), pooled=Holding(), to_id=3)
    screen = parting.plan_screen(Words("ru"), plan)
    assert plain(screen) == (
        "🚫 Закрыть доступ: Анна Петрова\n"
        "• Борис получит: 2 клиента · 1 дело.\n"
        "Клиентов станет 42 из 60, дел на 14 дней вперёд — 6 при норме 120."
    )
    now = PartNow(HUGE, PartingKind.CLOSE, PartingWay.ONE, 3, 2**32 - 1)
    assert taps(screen) == [now, AskDeactivate(HUGE)]


def test_who_becomes_a_head_may_keep_everything() -> None:
    owned = Owned(1, "Анна", PartingKind.HEAD, HELD)
    keep, one, *_, back = taps(parting.owned_screen(Words("ru"), owned))
    assert PartingKind.HEAD.role is not None
    assert keep == SetRole(1, PartingKind.HEAD.role, keeps=True)
    assert (one, back) == (AskHeir(1, PartingKind.HEAD), OpenPerson(1))


def test_what_speaks_against_it_is_said() -> None:
    said = plain(
        checked(parting.plan_screen(Words("ru"), replace(PLAN, way=PartingWay.SPREAD, to_id=None)))
    )
    for words in ("больше потолка", "недавно отпущенных", "в отпуске до", "не получает сообщения"):
        assert words in said
    assert "Их сделки закроются, дела снимутся. Больше ни у кого нет места." in said


def test_who_let_some_of_them_go_gets_them_for_one_reason_or_only_the_others(words: Words) -> None:
    some = replace(PLAN, kind=PartingKind.HAND_OVER, shares=(replace(SHARE, let_go=3),))
    reasons, rest = (
        len(AgainReason),
        PreviewParting(HUGE, PartingKind.HAND_OVER, PartingWay.REST, HUGE),
    )
    screen = checked(parting.let_go_screen(words, some, 30))
    assert rest in taps(screen) and len(taps(screen)) == reasons + 2
    assert [tap.reason for tap in taps(screen)[:reasons]] == list(AgainReason)
    # All of them, or of who loses the access: nothing can stay.
    everything = replace(some, shares=(replace(SHARE, let_go=some.total.clients),))
    for plan in (everything, replace(some, kind=PartingKind.CLOSE)):
        assert len(taps(parting.let_go_screen(words, plan, 30))) == reasons + 1


def test_who_is_silent_is_named_with_the_day(words: Words) -> None:
    shown = checked(silent_screen(words, "Анна Петрова", 7, TODAY, TODAY))
    assert "Анна Петрова" in shown.text and len(shown.rows) == 1


def test_among_other_messages_the_card_of_a_silent_one_has_the_name(words: Words) -> None:
    brief = checked(silent_screen(words, "Анна Петрова", 7, TODAY, TODAY)).brief
    assert brief is not None
    assert brief.rows[0][0].label.endswith("Анна Петрова")
