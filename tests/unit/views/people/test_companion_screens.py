"""Single managers for a head who is invited: chosen with marks, named before and after."""

from collections.abc import Callable

from bot.method.core.terms import Role
from bot.method.people.cards import (
    CompanionLine,
    CompanionPage,
    Companions,
    InviteFacts,
    Joined,
    RoleMove,
    TeamLine,
    WhyLeft,
)
from bot.views.people import people, roles
from bot.views.screen import Screen
from bot.views.taps.people import ChooseCompanion, CompanionsChosen, InviteTo
from bot.views.words import Words
from tests.unit.views.facts import HUGE, LONG
from tests.unit.views.shown import can_be_sent, checked, labels, plain

NAMES = (LONG,) * 30
LINES = tuple(CompanionLine(HUGE + n, LONG, LONG if n else None, n % 2 == 0) for n in range(8))
LEFT = tuple((LONG, why) for why in WhyLeft) * 8
CHOSEN = Companions(7, ("Анна Петрова", "Борис Ким"))
TEAMS = (TeamLine(5, "Опт", (), 2),)
PAGE = CompanionPage(7, (CompanionLine(1, "Анна", "Опт", True),), 3, 0, 1)

SAMPLES: dict[str, Callable[[Words], Screen | None]] = {
    "companions": lambda w: people.companions_screen(w, CompanionPage(HUGE, LINES, 99, 3, 12)),
    "companions, nobody": lambda w: people.companions_screen(w, CompanionPage(7, (), 0, 0, 1)),
    "invite, team, with people": lambda w: people.team_screen(
        w, Role.HEAD, TEAMS, Companions(HUGE, NAMES)
    ),
    "invite, link, with people": lambda w: people.invite_screen(
        w, InviteFacts("x" * 22, Role.HEAD, LONG, 72, NAMES), "bot"
    ),
    "move by invite, with people": lambda w: roles.move_screen(
        w, RoleMove("A" * 22, Role.HEAD, LONG, Role.HEAD, LONG, NAMES)
    ),
    "joined, with people": lambda w: roles.joined_screen(
        w, Joined(HUGE, LONG, Role.HEAD, LONG, 3, NAMES, LEFT)
    ),
    "joined, a member": lambda w: roles.joined_screen(
        w, Joined(HUGE, LONG, Role.HEAD, LONG, 3, member=True)
    ),
}

test_a_sample_can_be_sent = can_be_sent(SAMPLES)


def test_a_mark_says_what_it_turns_to_so_that_twice_is_once() -> None:
    screen = people.companions_screen(Words("ru"), PAGE)
    assert labels(screen) == ["☑ Анна, «Опт»", "✅ Готово · 3"]
    assert [button.tap for row in screen.rows for button in row] == [
        ChooseCompanion(7, 1, False, 0),
        CompanionsChosen(7),
    ]


def test_the_question_for_the_team_names_who_comes_along() -> None:
    screen = people.team_screen(Words("ru"), Role.HEAD, TEAMS, CHOSEN)
    assert "Перейдут к РОПу, когда приглашение примут: Анна Петрова, Борис Ким." in plain(screen)
    taps = [button.tap for row in screen.rows for button in row]
    assert InviteTo(Role.HEAD, 5, 7) in taps
    assert labels(screen)[-1] == "👥 Новый отдел на имя РОПа"


def test_who_stays_is_told_with_the_reason() -> None:
    left = tuple(zip(("Анна", "Борис", "Вера"), WhyLeft, strict=True))
    text = plain(
        checked(roles.joined_screen(Words("ru"), Joined(1, "И", Role.HEAD, None, 1, (), left)))
    )
    assert (
        "Остаются на своих местах: Анна (доступ закрыт), Борис (отдел уже другой), "
        "Вера (роль уже другая)." in text
    )
