"""What is done with deals and their stages by tapping; a stage travels as its key.

`page`, `only` and `stage` of a tap on a deal's card are the list that the card leads back to."""

from dataclasses import dataclass
from enum import StrEnum

from bot.method.deals.filters import DealFilter
from bot.views.taps.base import Page, Tap, tap


class DraftField(StrEnum):
    """What of a deal may be typed before its date is chosen."""

    TITLE = "title"
    SUM = "sum"


@tap("xbf")
@dataclass(frozen=True)
class AskDraft(Tap):
    """Type the name or the sum of the deal that is about to be opened."""

    client_id: int
    task_id: int | None
    field: DraftField


@tap("xnd")
@dataclass(frozen=True)
class NewDeal(Tap):
    """Whose deal is to be opened?"""


@tap("xst")
@dataclass(frozen=True)
class AskStage(Tap):
    """Which stage the deal is at."""

    deal_id: int
    page: Page = 0
    only: DealFilter | None = None
    stage: int | None = None


@tap("xss")
@dataclass(frozen=True)
class SetStage(Tap):
    """The deal is at this stage now."""

    deal_id: int
    key: int
    page: Page = 0
    only: DealFilter | None = None
    stage: int | None = None


@tap("xdn")
@dataclass(frozen=True)
class AskDealName(Tap):
    """Type the deal's name."""

    deal_id: int
    page: Page = 0
    only: DealFilter | None = None
    stage: int | None = None


@tap("xda")
@dataclass(frozen=True)
class AskDealSum(Tap):
    """Type the deal's sum."""

    deal_id: int
    page: Page = 0
    only: DealFilter | None = None
    stage: int | None = None


@tap("xsf")
@dataclass(frozen=True)
class ChooseStage(Tap):
    """Deals of which stage to show."""


@tap("xpt")
@dataclass(frozen=True)
class PutTask(Tap):
    """The task stands on this deal from now on, or on the client itself."""

    task_id: int
    deal_id: int | None


@tap("xpa")
@dataclass(frozen=True)
class AskPut(Tap):
    """On which of several deals to put the task."""

    task_id: int


@tap("stg")
@dataclass(frozen=True)
class OpenStages(Tap):
    """The stages of the company, to be changed."""


@tap("stgo")
@dataclass(frozen=True)
class OpenStage(Tap):
    """One of them."""

    key: int


@tap("stga")
@dataclass(frozen=True)
class AskAddStage(Tap):
    """Type the name of one more."""


@tap("stgr")
@dataclass(frozen=True)
class AskRenameStage(Tap):
    """Type another name."""

    key: int


@tap("stgm")
@dataclass(frozen=True)
class MoveStage(Tap):
    """One place up or down."""

    key: int
    up: bool


@tap("stgx")
@dataclass(frozen=True)
class AskRemoveStage(Tap):
    """Whether to take it off the list."""

    key: int


@tap("stgd")
@dataclass(frozen=True)
class RemoveStage(Tap):
    """Take it off the list."""

    key: int


@tap("xic")
@dataclass(frozen=True)
class ToCalendar(Tap):
    """Send the task as a file that calendars open."""

    task_id: int
