"""What screens are drawn of: plain facts, and ones as long and as nasty as people make them."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from bot.method.clients import cards as c
from bot.method.core.absence import Absence, InPlace, WhyAbsent
from bot.method.core.cards import (
    AttemptFacts,
    Contacts,
    DealFacts,
    GapNotice,
    Phone,
    TaskLine,
    Touch,
)
from bot.method.core.terms import (
    ClientKind,
    ClientStatus,
    DealStatus,
    Direction,
    Event,
    GapReason,
    GapStep,
    Outcome,
    Role,
    TaskKind,
    TaskStatus,
)
from bot.method.core.workdays import WorkCalendar
from bot.method.day.cards import AskedLine, DayPage
from bot.method.deals.cards import DealCard
from bot.method.gaps.cards import DecidedBefore, Decision, GapLine, GapPage
from bot.method.inbound.cards import (
    OwnWords,
)
from bot.method.people.cards import (
    PeoplePage,
    PersonLine,
    TeamLine,
)
from bot.method.people.clocks import OtherClock
from bot.method.people.vacation import AheadNotice, Vacation, VacationNews
from bot.method.tasks.cards import MoveChoice, NextStep, Planned, TaskCard
from bot.method.tasks.kinds import Workload
from bot.method.tasks.phrases.moment import Moment
from bot.method.tasks.steps import RetryTime, presets

HUGE = 2**62
TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
LONG = "<b>Ю&" + "Ю" * 195
TEXT = "<i>" + "ы" * 4093

LINE = TaskLine(
    task_id=HUGE,
    client_id=HUGE,
    client_name="ООО «Ромашка»",
    direction=Direction.OUTBOUND,
    kind=TaskKind.CALL,
    due_on=TODAY,
    due_time=time(15),
    on_deal=True,
)
LATE = replace(LINE, client_name=LONG, due_on=date(2026, 11, 2), due_time=None, overdue=True)
CAME = replace(LINE, direction=Direction.INBOUND, due_on=None, due_time=None, arrived=NOW)
ON_ONE = replace(LINE, client_name=LONG, deal_title=LONG)
DAY = DayPage(TODAY, 3, 2, 9, 4, (CAME, LATE, LINE, ON_ONE) * 2, 1, 4)
ASKED = (
    AskedLine(HUGE, LONG, NOW, LONG, LONG),
    AskedLine(1, None, NOW, ""),
    AskedLine(2, "Ю", NOW, "ы"),
)
QUESTIONS = replace(DAY, asked=ASKED, asked_total=7)
DIGEST = replace(
    QUESTIONS,
    next_days=((date(2026, 11, 25), Workload(12, timedelta(hours=3))),),
    days_off=4,
)
EAST = OtherClock(LONG, timedelta(hours=5, minutes=30))
GAPS = GapPage(
    tuple(
        GapLine(
            n,
            n,
            LONG,
            None,
            None,
            1,
            LONG,
            GapReason.NO_TASK,
            GapStep.ESCALATED,
            NOW,
            timedelta(hours=9),
            pool_on=TODAY,
        )
        for n in range(1, 11)
    ),
    10,
    0,
    1,
    TODAY,
    {},
)
EMPTY = DayPage(TODAY, 0, 0, 0, 0, (), 0, 1)
CONTACTS = Contacts((Phone("+79161234567", "12"),) * 9, ("a@b.ru",) * 9, HUGE, "romashka")
DEAL = DealFacts(HUGE, LONG, DealStatus.OPEN, "КП", 2**62, "RUB", TODAY)
GAP = GapNotice(GapReason.NO_TASK, NOW, "pool", NOW, TODAY)
TOUCHES = tuple(
    Touch(NOW, event, "Анна Петрова", data, deal=LONG)
    for event, data in (
        (Event.TASK_DONE, {"outcome": "talked"}),
        (Event.TASK_MOVED, {"after": "2026-11-25"}),
        (Event.TASK_MOVED, {"after": "2026-11-25", "why": "no_time"}),
        (Event.TASK_PLANNED, {"on": "2027-01-11"}),
        (Event.COMMENT, {"text": TEXT}),
        (Event.POOLED, {"why": "no_plan"}),
        (Event.DEAL_CLOSED, {"status": "won", "why": None}),
        (Event.DEAL_CLOSED, {"status": "lost", "why": "expensive"}),
        (Event.REACTIVATION_ENDED, {"status": "expired"}),
        (Event.REACTIVATION, {"attempt": 2}),
        (Event.INBOUND, {"text": ""}),
        (Event.TASK_PUT, {"to": "deal"}),
        (Event.TASK_REWORDED, {"before": None, "after": TEXT}),
        (Event.TASK_REWORDED, {"before": TEXT, "after": ""}),
        (Event.STAGE_CHANGED, {"after": "КП"}),
    )
)
CARD = TaskCard(
    line=LINE,
    status=TaskStatus.OPEN,
    company=LONG,
    contacts=CONTACTS,
    deal=DEAL,
    touches=TOUCHES[:3],
    moves=2,
    attempts=1,
    attempts_limit=3,
    today=TODAY,
    text=TEXT,
    owner_name="Анна Петрова",
    gap=GAP,
    attempt=AttemptFacts(2, 3, TODAY),
)
DONE = replace(CARD, status=TaskStatus.DONE, outcome=Outcome.TALKED)
ASK = NextStep(
    client_id=HUGE,
    client_name=LONG,
    deal_id=HUGE,
    deal_title=LONG,
    presets=presets(TODAY, {date(2026, 11, 25): 12}, 12, 7, WorkCalendar()),
    today=TODAY,
    horizon_days=7,
    outcome=Outcome.TALKED,
    gap=GAP,
)
RETRIES = ((RetryTime.HOUR, NOW), (RetryTime.MORNING, NOW))
MOVING = MoveChoice(HUGE, HUGE, 3, True, ASK)
PLANNED = Planned(HUGE, LONG, TODAY, TODAY, time(9), LONG, True, (LINE, LATE), LATE, 5)
DEAL_CARD = DealCard(DEAL, HUGE, LONG, TODAY)
CLIENT = c.ClientLine(HUGE, LONG, ClientStatus.ACTIVE, ClientKind.CUSTOMER, LONG, TODAY, True, LONG)
CLIENTS = c.ClientPage((CLIENT,) * 8, 300, 1, 38, TODAY)
CLIENT_CARD = c.ClientCard(
    client_id=HUGE,
    name=LONG,
    kind=ClientKind.CUSTOMER,
    status=ClientStatus.ACTIVE,
    contacts=CONTACTS,
    deals=(DEAL,) * 5,
    tasks=(CAME, LATE, LINE) * 4,
    today=TODAY,
    company=LONG + "!",
    owner_name=LONG,
    note=TEXT,
    gap=GAP,
    touches=TOUCHES[:3],
    can_hand_over=True,
    can_decide=True,
)
PERSON = PersonLine(HUGE, "Ю" * 128, Role.MANAGER, "Продажи", True, 21)
PEOPLE = PeoplePage((PERSON, replace(PERSON, active=False)) * 4, 80, 1, 10)
ABSENCE = Absence(LONG, WhyAbsent.VACATION, InPlace.ADMIN, (LONG,) * 3, TODAY, TODAY)
WORDS = OwnWords(TEXT, (Moment(TODAY), Moment(TODAY, time(10)), Moment(TODAY, time(22))))
QUESTION = c.WhoseMessage(HUGE, LONG, (CLIENT,) * 5, TODAY)

AHEAD = AheadNotice(
    VacationNews.SET, LONG, Vacation(TODAY, date(2027, 1, 11)), TODAY, LONG, 300, False
)
DECIDED = DecidedBefore(Decision(Event.OWNER_CHANGED, LONG, timedelta(days=5)), 21)
HEAD = replace(PERSON, role=Role.HEAD, unled=True)
TEAMS = [TeamLine(HUGE, "Ю" * 60, (LONG, LONG), 200), TeamLine(HUGE, "Ю" * 60)] * 15
