"""What is done with a task, a plan and a deal by tapping."""

from dataclasses import dataclass
from datetime import date, time

from bot.method.core.terms import DealStatus, LossReason, Outcome
from bot.method.deals.filters import DealFilter
from bot.method.tasks.date_question import MoveReason, Purpose
from bot.views.taps.base import MonthNumber, Page, Tap, Year, tap
from bot.views.taps.nav import KindCode


@tap("xf")
@dataclass(frozen=True)
class Finish(Tap):
    """The task is done, with this outcome."""

    task_id: int
    outcome: Outcome


@tap("xoc")
@dataclass(frozen=True)
class AnotherClient(Tap):
    """The inbound is on the wrong client: ask anew whose it is. `sure`: what was brought as this
    arrival, of several."""

    task_id: int
    arrival_id: int
    sure: bool = False


@tap("xn")
@dataclass(frozen=True)
class AskAgain(Tap):
    """Nobody answered: when to try again."""

    task_id: int


@tap("xna")
@dataclass(frozen=True)
class TryAgain(Tap):
    """The same task at another local time; `attempt` is the number of the attempt it was offered
    for, by which a repeated tap is told from the next attempt."""

    task_id: int
    on: date
    at: time
    attempt: int | None = None


@tap("xnc")
@dataclass(frozen=True)
class ChangeChannel(Tap):
    """No attempts left: the other ways to reach the client."""

    task_id: int


@tap("xm")
@dataclass(frozen=True)
class AskMove(Tap):
    """Which date to move the task to."""

    task_id: int


@tap("xmo")
@dataclass(frozen=True)
class AskMoveOnce(Tap):
    """Which date to move a task to that was moved often, after all."""

    task_id: int


@tap("xmv")
@dataclass(frozen=True)
class MoveTo(Tap):
    """Move the task to this local date."""

    task_id: int
    on: date


@tap("xmw")
@dataclass(frozen=True)
class MoveBecause(Tap):
    """Move a task once more, for this reason."""

    task_id: int
    on: date
    at: time | None
    why: MoveReason


@tap("xp")
@dataclass(frozen=True)
class PlanOn(Tap):
    """Plan the next task on this local date."""

    client_id: int
    deal_id: int | None
    on: date
    kind: KindCode = KindCode.CALL


@tap("xa")
@dataclass(frozen=True)
class AskAnswer(Tap):
    """The dates for the next task as the answer to an inbound, about one of several deals."""

    task_id: int
    deal_id: int | None = None
    kind: KindCode = KindCode.CALL


@tap("xao")
@dataclass(frozen=True)
class AnswerOn(Tap):
    """The inbound is answered by planning the next task on this local date."""

    task_id: int
    on: date
    kind: KindCode = KindCode.CALL


@tap("xb")
@dataclass(frozen=True)
class BuyOn(Tap):
    """R11: open the deal with its task on this local date."""

    client_id: int
    task_id: int | None
    on: date


@tap("xg")
@dataclass(frozen=True)
class OpenMonth(Tap):
    """The month grid; `other_id` is a deal for a plan, a task for a move or a purchase, a gap in
    the walk."""

    purpose: Purpose
    client_id: int
    other_id: int | None
    year: Year
    month: MonthNumber
    kind: KindCode = KindCode.CALL


@tap("xtm")
@dataclass(frozen=True)
class PickTime(Tap):
    """The times of this local date; `sure` where it is a day off and that is meant."""

    purpose: Purpose
    client_id: int
    other_id: int | None
    on: date
    sure: bool = False
    kind: KindCode = KindCode.CALL


@tap("xt")
@dataclass(frozen=True)
class TakeDate(Tap):
    """This local date, at this local time or all day; `sure` as in `PickTime`."""

    purpose: Purpose
    client_id: int
    other_id: int | None
    on: date
    at: time | None = None
    sure: bool = False
    kind: KindCode = KindCode.CALL


@tap("xl")
@dataclass(frozen=True)
class Locked(Tap):
    """A date beyond the horizon: why it can not be chosen."""

    client_id: int
    days: int


@tap("xkc")
@dataclass(frozen=True)
class AskNote(Tap):
    """Type a comment to a client, beside no task."""

    client_id: int


@tap("xk")
@dataclass(frozen=True)
class AskComment(Tap):
    """Write a comment to the client's timeline."""

    task_id: int


@tap("xw")
@dataclass(frozen=True)
class AskTaskText(Tap):
    """Type what is to be done by the task."""

    task_id: int


@tap("xwn")
@dataclass(frozen=True)
class DropTaskText(Tap):
    """The task needs no text."""

    task_id: int


@tap("xs")
@dataclass(frozen=True)
class SkipTask(Tap):
    """Work mode: this task comes again at the end of the round."""

    task_id: int


@tap("xo")
@dataclass(frozen=True)
class StopRound(Tap):
    """Leave the work mode."""


@tap("xd")
@dataclass(frozen=True)
class OpenDeal(Tap):
    """The card of a deal."""

    deal_id: int


@tap("xdl")
@dataclass(frozen=True)
class OpenDeals(Tap):
    """Deals of one's own, of a leader's people as well; `stage` is a stage's key."""

    page: Page = 0
    only: DealFilter = DealFilter.OPEN
    stage: int | None = None


@tap("xdi")
@dataclass(frozen=True)
class OpenDealListed(Tap):
    """The card of a deal, with the way back to that page of the list."""

    deal_id: int
    page: Page = 0
    only: DealFilter = DealFilter.OPEN
    stage: int | None = None


@tap("xc")
@dataclass(frozen=True)
class AskClose(Tap):
    """Why a deal was lost; `task_id` is the task it was said at."""

    deal_id: int
    task_id: int | None = None
    page: Page = 0
    only: DealFilter | None = None
    stage: int | None = None


@tap("xcd")
@dataclass(frozen=True)
class CloseDeal(Tap):
    """The deal is won, or lost for this reason; the task it was said at is done with it."""

    deal_id: int
    status: DealStatus
    reason: LossReason | None = None
    task_id: int | None = None
