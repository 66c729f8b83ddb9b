"""The taps that lead from one screen to another."""

from dataclasses import dataclass
from enum import StrEnum

from bot.method.core.terms import Outcome, TaskKind
from bot.method.day.cards import DayPart
from bot.method.pool.filters import PoolFilter
from bot.views.taps.base import Page, Tap, tap


class KindCode(StrEnum):
    """The kind of a task in one letter: it travels beside two ids, a date and a time."""

    CALL = "c"
    MEETING = "m"
    LETTER = "l"
    OFFER = "o"

    @classmethod
    def of(cls, kind: TaskKind) -> "KindCode":
        """The letter of a kind."""
        return cls[kind.name]

    @property
    def kind(self) -> TaskKind:
        """The kind of a letter."""
        return TaskKind[self.name]


@tap("day")
@dataclass(frozen=True)
class OpenDay(Tap):
    """My tasks, or one part of them."""

    page: Page = 0
    part: DayPart | None = None


@tap("go")
@dataclass(frozen=True)
class StartRound(Tap):
    """Work mode: begin, or go on with the next card; `own`: with the own tasks, whosever were
    on."""

    own: bool = False


@tap("t")
@dataclass(frozen=True)
class OpenTask(Tap):
    """The card of a task."""

    task_id: int


@tap("cl")
@dataclass(frozen=True)
class OpenClient(Tap):
    """The card of a client."""

    client_id: int


@tap("hist")
@dataclass(frozen=True)
class OpenHistory(Tap):
    """The timeline of a client."""

    client_id: int
    page: Page = 0


@tap("dhist")
@dataclass(frozen=True)
class OpenDealHistory(Tap):
    """The timeline of a deal."""

    deal_id: int
    page: Page = 0


@tap("ishow")
@dataclass(frozen=True)
class ShowContent(Tap):
    """See and hear once more what came with an inbound."""

    task_id: int


@tap("voice")
@dataclass(frozen=True)
class PlayVoice(Tap):
    """Hear the voice of a comment once more."""

    entry_id: int


@tap("ask")
@dataclass(frozen=True)
class AskNext(Tap):
    """The question for the next step of a client, or of one of its deals; `outcome` is what the
    question came after. `decides`: a head comes from the decisions about the client."""

    client_id: int
    deal_id: int | None = None
    kind: KindCode = KindCode.CALL
    outcome: Outcome | None = None
    decides: bool = False


@tap("buy")
@dataclass(frozen=True)
class WantsToBuy(Tap):
    """R11: the dates for the new deal's task; `task_id` is what it came from."""

    client_id: int
    task_id: int | None = None


@tap("rel")
@dataclass(frozen=True)
class AskRelease(Tap):
    """The reasons for letting a client go to the pool."""

    client_id: int


@tap("gaps")
@dataclass(frozen=True)
class OpenGaps(Tap):
    """The person's own clients without a task."""

    page: Page = 0


@tap("tgaps")
@dataclass(frozen=True)
class OpenTeamGaps(Tap):
    """The team's clients without a task."""

    page: Page = 0


@tap("w")
@dataclass(frozen=True)
class Walk(Tap):
    """The walk through what has no task, on from the gap `after`."""

    after: int | None = None


@tap("ld")
@dataclass(frozen=True)
class OpenLoad(Tap):
    """The load of a person's days; one's own where nobody is named."""

    person_id: int | None = None


@tap("decide")
@dataclass(frozen=True)
class Decide(Tap):
    """The head's decisions about one client without a task, from that page of the list."""

    client_id: int
    page: Page = 0


@tap("decc")
@dataclass(frozen=True)
class OpenDecided(Tap):
    """The card of a client, with the way back to the decisions about it."""

    client_id: int
    page: Page = 0


@tap("hand")
@dataclass(frozen=True)
class AskHandOver(Tap):
    """Whom to hand a client over to."""

    client_id: int
    page: Page = 0


@tap("pool")
@dataclass(frozen=True)
class OpenPool(Tap):
    """The pool, or the clients of it that were that `giver`'s and fit the filter."""

    page: Page = 0
    only: PoolFilter = PoolFilter.ALL
    giver: int | None = None


@tap("lose")
@dataclass(frozen=True)
class AskLost(Tap):
    """Whether a client is lost for good."""

    client_id: int


@tap("nop")
@dataclass(frozen=True)
class Nothing(Tap):
    """A button that only says something: a day of the grid, the number of a page."""
