"""The pool, attempts, lost clients, as people read them (R5, R6, R7)."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.method.core.cards import Contacts, Phone, Touch
from bot.method.core.terms import Event, PoolReason, Role
from bot.method.people.cards import PeoplePage, PersonLine
from bot.method.pool.cards import (
    AttemptCard,
    HandOutFacts,
    LostLine,
    LostPage,
    PoolFilters,
    PoolLine,
    PoolPage,
    Releasable,
)
from bot.method.pool.distribution import Skip, Unfit
from bot.method.pool.filters import EVERYBODY, HandOutWay, PoolChoice, PoolFilter
from bot.views.pool import hand_out, lists, lost
from bot.views.pool import pool as view
from bot.views.taps.nav import OpenPool, OpenTask
from bot.views.taps.picking.picks import OpenPicking
from bot.views.taps.pool import (
    AskAssign,
    AskRestore,
    Assign,
    CallLost,
    Failed,
    HandOutNow,
    OpenLostClient,
    OpenPooled,
    PreviewHandOut,
    Release,
    Restore,
    Returned,
)
from bot.views.words import Words
from tests.unit.views.shown import checked, labels, plain

HUGE = 2**62
TODAY = date(2026, 11, 25)
LINE = PoolLine(
    client_id=HUGE,
    client_name="ИП Котов",
    entered_on=date(2026, 11, 20),
    reason=PoolReason.NO_PLAN,
    from_name="Борис Сидоров",
    attempts=1,
    attempts_limit=3,
    cooldown_until=date(2026, 12, 20),
    comment=None,
)
BARE = replace(LINE, entered_on=None, reason=None, from_name=None, cooldown_until=None)
CARD = AttemptCard(
    client_id=HUGE,
    client_name="ИП Котов",
    task_id=HUGE,
    n=2,
    total=3,
    verdict_on=date(2026, 12, 4),
    first_touch_on=date(2026, 11, 26),
    contacts=Contacts((Phone("+79161234567", "12"),), ("a@b.ru",), None, "kotov"),
    touches=(Touch(datetime(2026, 11, 1, tzinfo=UTC), Event.POOLED, None, {"why": "no_plan"}),),
    today=TODAY,
)
PEOPLE = PeoplePage(
    tuple(PersonLine(HUGE + n, "Ю" * 128, Role.MANAGER, None, True, 300) for n in range(8)),
    20,
    0,
    3,
)


def page(*lines: PoolLine, pages: int = 1) -> PoolPage:
    return PoolPage(lines, len(lines), 0, pages, TODAY)


@pytest.mark.parametrize("reason", [None, *PoolReason])
def test_the_list_can_be_sent(words: Words, reason: PoolReason | None) -> None:
    worst = replace(LINE, client_name="<b>" + "Щ" * 200, from_name="Ж" * 128, reason=reason)
    checked(view.pool_screen(words, page(*[worst] * 8, pages=9)))
    checked(view.pool_screen(words, page(BARE)))
    checked(view.pool_screen(words, page()))
    checked(view.pool_screen(words, replace(page(*[worst] * 8, pages=9), taking=True)))
    checked(view.pool_screen(words, replace(page(), taking=True)))


def test_who_came_when_from_whom_why_and_how_often() -> None:
    text = plain(view.pool_screen(Words("ru"), page(LINE)))
    assert (
        "ИП Котов · пт 20.11 · долго без дела · "
        "прежний ответственный: Борис Сидоров · попытки: 1 из 3 · "
        "автоматически не раньше вс 20.12" in text
    )
    assert "ИП Котов · попытки: 1 из 3" in plain(view.pool_screen(Words("ru"), page(BARE)))


def test_the_list_leads_to_handing_out_and_to_each_client() -> None:
    screen = view.pool_screen(Words("ru"), page(LINE))
    assert labels(screen)[:4] == ["🎯 Раздать (1)", "☑️ Выбрать", "👤 ИП Котов", "🙋 Назначить"]
    assert [button.tap for row in screen.rows[:2] for button in row] == [
        PreviewHandOut(1),
        OpenPicking(),
        OpenPooled(HUGE),
        AskAssign(HUGE),
    ]


def test_the_preview_names_everybody_and_carries_out_what_it_shows() -> None:
    facts = HandOutFacts(15, (("Петров", 5), ("Сидорова", 4)), {Skip.BARRED: 2}, None, 4_000_000)
    screen = checked(hand_out.preview_screen(Words("ru"), facts))
    assert "9 клиентов\nПетров 5, Сидорова 4" in plain(screen)
    assert screen.rows[0][0].label == "✅ Раздать 9"
    assert screen.rows[0][0].tap == HandOutNow(15, None, 4_000_000)


def test_hand_outs_can_be_sent(words: Words) -> None:
    many = tuple(("Ж" * 128, 500) for _ in range(300))
    skipped = dict.fromkeys(Skip, 21)
    without = (*(("Ж" * 128, why) for why in Unfit), *((("Петров", Unfit.AWAY),) * 60))
    for facts in (
        HandOutFacts(500, many, skipped, HUGE, 2**32 - 1),
        HandOutFacts(1, (("Петров", 1),), {}),
        HandOutFacts(1, (), skipped),
        HandOutFacts(1, (), skipped, without=without),
        HandOutFacts(1, many, skipped, without=without),
        HandOutFacts(1, many, skipped, way=HandOutWay.CAPACITY, free=(120,) * 300),
    ):
        checked(hand_out.preview_screen(words, facts))
        checked(hand_out.handed_out_screen(words, facts))
        checked(hand_out.weekly_screen(words, facts, None))
        checked(hand_out.weekly_screen(words, facts, 0))
        checked(hand_out.handing_out_screen(words, 30, 500))


def test_by_free_places_each_has_how_many_and_the_other_way_is_a_tap_away() -> None:
    way = HandOutWay.CAPACITY
    facts = HandOutFacts(9, (("Петров", 5), ("Сидорова", 4)), {}, None, 7, way=way, free=(31, 12))
    screen = hand_out.preview_screen(Words("ru"), facts)
    assert "Петров 5 (свободно 31), Сидорова 4 (свободно 12)" in plain(screen)
    assert labels(screen)[:3] == ["✅ Раздать 9", "Поровну", "✅ По свободным местам"]
    assert screen.rows[0][0].tap == HandOutNow(9, None, 7, way=way)
    assert screen.rows[1][0].tap == PreviewHandOut(9)


def test_the_attempt_says_which_of_how_many_and_until_when() -> None:
    screen = checked(view.attempt_screen(Words("ru"), CARD))
    assert plain(screen).startswith("♻️ Реанимация, попытка 2 из 3, до пт 04.12\nИП Котов")
    assert "+7 916 123-45-67 (12)" in plain(screen)
    assert [button.tap for row in screen.rows for button in row] == [
        OpenTask(HUGE),
        Returned(HUGE),
        Failed(HUGE),
    ]
    assert labels(screen)[1:] == ["✅ Вернул", "📵 Не получилось"]


def test_attempts_can_be_sent(words: Words) -> None:
    checked(view.attempt_screen(words, replace(CARD, task_id=None, touches=())))
    for spent in (True, False):
        checked(view.failed_screen(words, spent=spent))


def test_out_of_attempts_is_the_heads_decision() -> None:
    screen = checked(lost.exhausted_screen(Words("ru"), "ИП Котов", HUGE, 3))
    assert labels(screen) == ["☠️ Подтвердить", "♻️ Ещё круг", "✋ Оставить", "👤 Карточка"]
    assert screen.rows[0][0].tap == CallLost(HUGE)


def test_an_owner_says_why_and_a_head_just_decides(words: Words) -> None:
    own = checked(view.release_screen(words, Releasable(HUGE, "Котов", PoolReason.of_owner())))
    assert [row[0].tap for row in own.rows[:-1]] == [
        Release(HUGE, PoolReason.NOT_ACTIVE),
        Release(HUGE, PoolReason.NO_ANSWER),
    ]
    decided = Releasable(HUGE, "Котов", (PoolReason.HEAD_DECIDED,))
    assert len(checked(view.release_screen(words, decided)).rows) == 2
    checked(view.released_screen(words, "Котов"))


def test_choosing_a_person(words: Words) -> None:
    screen = checked(view.assign_screen(words, "Р" * 200, HUGE, PEOPLE))
    taps = [button.tap for row in screen.rows for button in row]
    assert {Assign(HUGE, HUGE), AskAssign(HUGE, 1), OpenPool()} <= set(taps)
    checked(view.assigned_screen(words, "Котов", 7, "Анна"))


def test_lost_and_back(words: Words) -> None:
    checked(lost.lost_ask_screen(words, "Р" * 200, HUGE))
    checked(lost.lost_why_screen(words, "Котов", HUGE))
    checked(lost.lost_screen(words, "Котов", HUGE))
    back = checked(lost.restore_screen(words, "Котов", HUGE, PEOPLE))
    assert back.rows[0][0].tap == Restore(HUGE)
    assert back.rows[1][0].tap == Restore(HUGE, HUGE)
    for name in ("Анна", None):
        checked(lost.restored_screen(words, "Котов", HUGE, name))


@pytest.mark.parametrize("reason", list(PoolReason))
def test_the_notice_says_why_and_to_the_head_whose_it_was(words: Words, reason: PoolReason) -> None:
    assert words.plain(f"pool-reason-{reason}") in plain(
        checked(view.pooled_notice(words, "Котов", None, reason))
    )
    assert "Борис" in checked(view.pooled_notice(words, "Котов", "Борис", reason)).text


def test_the_way_back_and_the_hand_out_keep_to_what_is_chosen() -> None:
    choice = PoolChoice(PoolFilter.READY, HUGE)
    chosen = replace(page(*[LINE] * 8, pages=9), page=3, choice=choice, giver_name="Анна")
    screen = checked(view.pool_screen(Words("ru"), chosen))
    taps = [button.tap for row in screen.rows for button in row]
    assert {
        PreviewHandOut(8, None, PoolFilter.READY, HUGE),
        OpenPooled(HUGE, 3, PoolFilter.READY, HUGE),
        OpenPool(4, PoolFilter.READY, HUGE),
        OpenPool(),
    } <= set(taps)
    assert "🔎 Можно раздать сегодня · прежний ответственный: Анна" in plain(screen)
    none = checked(view.pool_screen(Words("ru"), replace(page(), choice=choice, giver_name=None)))
    assert "По этому отбору никого нет." in plain(none)
    facts = HandOutFacts(500, (("Петров", 1),), {}, HUGE, 2**32 - 1, choice)
    assert checked(hand_out.preview_screen(Words("ru"), facts)).rows[0][0].tap == HandOutNow(
        500, HUGE, 2**32 - 1, PoolFilter.READY, HUGE
    )


def test_filters_say_how_many_they_show(words: Words) -> None:
    counts = dict.fromkeys(PoolFilter, 70_000)
    givers = tuple((HUGE - n, "Ж" * 128, 70_000) for n in range(8))
    checked(lists.filters_screen(words, PoolFilters(PoolChoice(giver=HUGE), counts, givers)))
    few = {PoolFilter.ALL: 1, PoolFilter.READY: 0, PoolFilter.OLD: 1}
    screen = checked(lists.filters_screen(Words("ru"), PoolFilters(EVERYBODY, few, ())))
    assert labels(screen)[:2] == ["✅ Все · 1", "Дольше 90 дней · 1"]


def test_the_lost_are_listed_with_why_and_lead_back(words: Words) -> None:
    line = LostLine(HUGE, "Ж" * 200, TODAY, "И" * 128, "п" * 300)
    bare = LostLine(7, "ИП Котов", None, None, None)
    full = LostPage((*[line] * 7, bare), 70_000, 3, 9, TODAY)
    screen = checked(lists.lost_list_screen(words, full))
    taps = [button.tap for row in screen.rows for button in row]
    assert {OpenLostClient(7, 3), AskRestore(7)} <= set(taps)
    checked(lists.lost_list_screen(words, LostPage((), 0, 0, 1, TODAY)))
