"""Clients without a task, as people read them (R5)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.method.core.terms import GapReason, GapStep, Role
from bot.method.gaps.cards import GapLine, GapPage
from bot.method.people.cards import PeoplePage, PersonLine
from bot.views.core import notices
from bot.views.gaps import gaps as view
from bot.views.pool.handover import hand_over_screen, handed_screen
from bot.views.taps.nav import AskHandOver, AskNext, Decide, OpenGaps, OpenTeamGaps, Walk
from bot.views.taps.people import AskTransfer
from bot.views.taps.planning.walk import PutOnDeal
from bot.views.taps.pool import OpenLeave
from bot.views.words import Words
from tests.unit.views.gaps.test_reprieve_screens import LINE as PAUSE
from tests.unit.views.pool.test_leave_screens import LINE as LEAVE
from tests.unit.views.shown import checked, labels, plain

HUGE = 2**62
TODAY = date(2026, 11, 25)
LINE = GapLine(
    gap_id=1,
    client_id=HUGE,
    client_name="ООО «Ромашка»",
    deal_id=None,
    deal_title=None,
    owner_id=3,
    owner_name="Анна Петрова",
    reason=GapReason.NO_TASK,
    step=GapStep.OPENED,
    since=datetime(2026, 11, 24, 6, tzinfo=UTC),
    waited=timedelta(hours=8, minutes=30),
)
DEAL = replace(
    LINE,
    deal_id=HUGE,
    deal_title="Станок",
    amount=250_000_00,
    currency="RUB",
    reason=GapReason.BEYOND_HORIZON,
    pool_on=date(2026, 11, 27),
    step=GapStep.ESCALATED,
)
WORST = replace(
    DEAL, client_name="<b>&" + "Щ" * 200, deal_title="<i>" + "Ы" * 200, owner_name="Ж" * 128
)


def page(*lines: GapLine, total: int | None = None, pages: int = 1) -> GapPage:
    sums = {line.currency: line.amount for line in lines if line.currency and line.amount}
    return GapPage(lines, len(lines) if total is None else total, 0, pages, TODAY, sums)


@pytest.mark.parametrize("lines", [[LINE], [DEAL, LINE], [WORST] * 10], ids=["one", "two", "worst"])
def test_every_screen_can_be_sent(words: Words, lines: list[GapLine]) -> None:
    several = [replace(line, client_id=HUGE + n) for n, line in enumerate(lines)]
    for given in (page(*lines), page(*several, total=99, pages=13)):
        checked(view.own_gaps_screen(words, given))
        checked(view.team_gaps_screen(words, given))
        checked(view.nudge_screen(words, given))
        checked(view.escalation_screen(words, given))
        checked(view.decision_screen(words, given))


def test_whoever_decides_reads_and_may_answer_what_the_owner_asks_for(words: Words) -> None:
    asked = replace(page(WORST), asked=(PAUSE,), leave=LEAVE)
    for screen in (view.decision_screen(words, asked), view.escalation_screen(words, asked)):
        text, rows = plain(checked(screen)), checked(screen).rows
        assert words.plain("reprieve-yes") in [button.label for button in rows[0]]
        assert rows[1][0].tap == OpenLeave(LEAVE.request_id)
        assert "Ы" * 100 in text


@pytest.mark.parametrize("reason", list(GapReason))
def test_every_reason_has_its_words(words: Words, reason: GapReason) -> None:
    line = replace(LINE, reason=reason)
    assert words.plain(f"reason-{reason}") in plain(view.own_gaps_screen(words, page(line)))


def test_a_row_names_the_client_and_leads_to_the_dates() -> None:
    screen = view.own_gaps_screen(Words("ru"), page(DEAL, LINE))
    assert labels(screen)[1:3] == ["⚪️ ООО «Ромашка» · Станок", "⚪️ ООО «Ромашка»"]
    assert screen.rows[1][0].tap == AskNext(HUGE, HUGE)
    assert screen.rows[2][0].tap == AskNext(HUGE, None)


def test_the_list_leads_to_the_walk_and_a_task_to_its_deal() -> None:
    stands_on_contact = replace(DEAL, reason=GapReason.TASK_ON_CONTACT)
    screen = view.own_gaps_screen(Words("ru"), page(stands_on_contact, LINE))
    assert screen.rows[0][0].label == "▶️ Расставить"
    assert screen.rows[0][0].tap == Walk()
    assert screen.rows[1][0].label == "➡️ Перенести на сделку: ООО «Ромашка»"
    assert screen.rows[1][0].tap == PutOnDeal(1, walking=False)


def test_reason_countdown_head_and_sum_are_said() -> None:
    text = plain(view.own_gaps_screen(Words("ru"), page(DEAL)))
    assert "Под риском: 250\u00a0000\u00a0₽" in text
    assert "ООО «Ромашка» · Станок · 250\u00a0000\u00a0₽ — дело слишком далеко" in text
    assert "РОП уведомлён · ⏳ в отстойник в пт 27.11" in text


def test_the_head_reads_whose_it_is_and_how_long_it_has_been_so() -> None:
    screen = view.team_gaps_screen(Words("ru"), page(LINE))
    assert "Анна Петрова, уже 8 ч 30 мин рабочего времени" in plain(screen)
    assert "РОП уведомлён" not in plain(screen)
    assert screen.rows[0][0].tap == Decide(HUGE)


def test_pages_turn_within_their_list(words: Words) -> None:
    given = page(LINE, total=20, pages=3)
    for screen, turn in (
        (view.own_gaps_screen(words, given), OpenGaps(1)),
        (view.team_gaps_screen(words, given), OpenTeamGaps(1)),
    ):
        assert turn in [button.tap for row in screen.rows for button in row]


def test_nothing_left_is_a_friendly_screen_and_no_message(words: Words) -> None:
    empty = page()
    assert "👍" in checked(view.own_gaps_screen(words, empty)).text
    assert "👍" in checked(view.team_gaps_screen(words, empty)).text
    assert view.nudge_screen(words, empty) is None
    assert view.escalation_screen(words, empty) is None


def test_one_client_has_the_decisions_on_the_message() -> None:
    screen = checked(view.escalation_screen(Words("ru"), page(DEAL, LINE)))
    assert plain(screen).startswith("⚠️ Эскалация: без дела 2.")
    assert labels(screen) == [
        "📌 Поставить дело",
        "🔀 Передать",
        "📥 В отстойник",
        "🕐 Дать день",
        "⏸ Пауза",
        "🔒 Закрепить",
        "☠️ Потерян окончательно",
        "👤 Карточка",
        "💬 Спросить менеджера",
    ]
    assert screen.rows[0][0].tap == AskNext(HUGE, HUGE, decides=True)


def test_several_clients_are_a_row_each_and_two_deals_of_one_share_it() -> None:
    other = replace(LINE, client_id=5, client_name="ИП Котов")
    screen = checked(view.escalation_screen(Words("ru"), page(DEAL, other, LINE)))
    assert labels(screen) == ["⚪️ ООО «Ромашка»", "⚪️ ИП Котов", "👀 Список"]
    assert screen.rows[0][0].tap == Decide(HUGE)


def more(words: Words, count: int) -> str:
    return words.plain("gaps-more", count=count, list=words.plain("gaps-list"))


def test_more_than_a_message_names_are_counted_by_owner_and_left_to_the_list(words: Words) -> None:
    several = [replace(LINE, client_id=n, client_name=f"Клиент {n}") for n in range(1, 13)]
    others = [replace(LINE, client_id=n, owner_name="Борис Сидоров") for n in (21, 22)]
    screen = checked(view.escalation_screen(words, page(*several, *others)))
    text = plain(screen)
    assert text.index("Анна Петрова — 12") < text.index("Борис Сидоров — 2")
    assert more(words, 4) in text
    nudge = checked(view.nudge_screen(words, page(*several)))
    assert more(words, 2) in plain(nudge)
    assert OpenGaps() in [button.tap for row in nudge.rows for button in row]
    few = plain(checked(view.escalation_screen(words, page(*several[:10]))))
    assert "Анна Петрова — " not in few
    assert more(words, 1).partition("1")[0] not in few


def test_clients_of_somebody_gone_are_to_be_handed_over_first(words: Words) -> None:
    gone = replace(LINE, owner_gone=True)
    for screen in (
        view.decision_screen(words, page(gone)),
        view.escalation_screen(words, page(gone)),
    ):
        assert words.plain("gap-owner-gone") in plain(checked(screen))
        first = checked(screen).rows[0][0]
        assert (first.label, first.tap) == (words.plain("user-transfer"), AskTransfer(3))
        assert [one.label for row in checked(screen).rows for one in row if one.style] == [
            first.label
        ]
    two = page(gone, replace(gone, client_id=5), replace(LINE, client_id=6, owner_id=4))
    for many in (view.team_gaps_screen(words, two), view.escalation_screen(words, two)):
        taps = [button.tap for row in checked(many).rows for button in row]
        assert taps[0] == AskTransfer(3)
        assert taps[1] == Decide(HUGE)
    assert words.plain("gap-owner-gone") not in plain(view.team_gaps_screen(words, page(LINE)))


def test_a_day_given_is_said_to_both(words: Words) -> None:
    until = datetime(2026, 11, 26, 18, tzinfo=UTC)
    given = page(replace(LINE, step=GapStep.ESCALATED, given_until=until))
    shown = words.plain("gap-day-given", until=words.moment(until, TODAY))
    assert shown in plain(view.team_gaps_screen(words, given))
    own = plain(view.own_gaps_screen(words, given))
    assert shown in own
    assert words.plain("gap-head-knows") not in own


def test_a_name_is_a_name_and_no_markup(words: Words) -> None:
    line = replace(LINE, client_name="<b>Злой</b> & Ко", owner_name="<i>")
    assert "<b>Злой</b> & Ко" not in view.team_gaps_screen(words, page(line)).text
    checked(view.team_gaps_screen(words, page(line)))


@pytest.mark.parametrize("count", [1, 2, 5, 21, 101])
def test_counts_read_well(words: Words, count: int) -> None:
    screen = checked(view.nudge_screen(words, page(LINE, total=count)))
    assert (str(count) in plain(screen)) == (count > 1)


def test_short_notices(words: Words) -> None:
    checked(notices.told_day_screen(words, "ООО «Ромашка»", HUGE, "завтра в 18:00"))
    checked(notices.told_erased_screen(words, "№1204", "Игорь"))
    checked(notices.told_lost_screen(words, "ООО «Ромашка»", "Игорь"))
    checked(notices.handed_over_screen(words, "Игорь", client="Ромашка", client_id=HUGE))
    checked(notices.handed_over_screen(words, "Игорь", giver="Анна", count=21))
    checked(notices.taken_screen(words, "Ромашка", "Борис", "Игорь"))
    handed = checked(handed_screen(words, "Р" * 200, HUGE, "Борис"))
    assert OpenTeamGaps() in [button.tap for row in handed.rows for button in row]
    checked(view.day_given_screen(words, "ООО «Ромашка»", "завтра в 18:00"))


def test_people_to_choose_from_turn_their_pages(words: Words) -> None:
    lines = tuple(PersonLine(HUGE + n, "Ю" * 128, Role.MANAGER, None, True, 300) for n in range(8))
    screen = checked(hand_over_screen(words, "Р" * 200, HUGE, PeoplePage(lines, 20, 0, 3)))
    assert AskHandOver(HUGE, 1) in [button.tap for row in screen.rows for button in row]
    checked(hand_over_screen(words, "Ромашка", 1, PeoplePage((), 0, 0, 1)))
