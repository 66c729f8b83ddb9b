"""What is tapped on the report of the work (R12)."""

from dataclasses import dataclass

from bot.method.report.gains import GainPeriod
from bot.method.report.numbers import NumberKind
from bot.method.report.periods import ReportPeriod
from bot.method.report.signs import SignKind
from bot.views.taps.base import Page, Tap, tap


@tap("rep")
@dataclass(frozen=True)
class OpenReport(Tap):
    """The people one leads, all or those of a team."""

    period: ReportPeriod = ReportPeriod.WEEK
    page: Page = 0
    team_id: int | None = None


@tap("repp")
@dataclass(frozen=True)
class OpenPersonReport(Tap):
    """The five numbers of a person; one's own where nobody is named."""

    person_id: int | None = None
    period: ReportPeriod = ReportPeriod.WEEK


@tap("repl")
@dataclass(frozen=True)
class OpenNumberList(Tap):
    """What is behind a number."""

    person_id: int
    kind: NumberKind
    period: ReportPeriod
    page: Page = 0


@tap("repi")
@dataclass(frozen=True)
class OpenNumberLesson(Tap):
    """What a number is, why it matters, what to ask."""

    person_id: int
    kind: NumberKind
    period: ReportPeriod


@tap("repc")
@dataclass(frozen=True)
class OpenReportedClient(Tap):
    """The card of a client, with the way back to the list."""

    client_id: int
    person_id: int
    kind: NumberKind
    period: ReportPeriod
    page: Page = 0


@tap("reph")
@dataclass(frozen=True)
class OpenHeat(Tap):
    """How the days of the people one leads ended, all or those of a team."""

    team_id: int | None = None
    page: Page = 0


@tap("repx")
@dataclass(frozen=True)
class OrderReport(Tap):
    """The same as a workbook."""

    period: ReportPeriod
    team_id: int | None = None


@tap("sgt")
@dataclass(frozen=True)
class OpenTeamSigns(Tap):
    """Of whom there is something to be asked."""

    page: Page = 0


@tap("sgp")
@dataclass(frozen=True)
class OpenSigns(Tap):
    """What is to be asked a person; the signs of one's own work where nobody is named."""

    person_id: int | None = None


@tap("sgc")
@dataclass(frozen=True)
class OpenSignExamples(Tap):
    """The examples of one sign."""

    person_id: int
    kind: SignKind
    page: Page = 0


@tap("sgo")
@dataclass(frozen=True)
class OpenSignClient(Tap):
    """The card of an example's client, with the way back to the page."""

    client_id: int
    person_id: int
    kind: SignKind
    page: Page = 0


@tap("sga")
@dataclass(frozen=True)
class PutSignAside(Tap):
    """It was talked about."""

    person_id: int
    kind: SignKind


@tap("sgb")
@dataclass(frozen=True)
class BringSignBack(Tap):
    """It is to be said again."""

    person_id: int
    kind: SignKind


@tap("gan")
@dataclass(frozen=True)
class OpenGains(Tap):
    """What the method brought in a month or a quarter."""

    period: GainPeriod = GainPeriod.MONTH
    page: Page = 0


@tap("gac")
@dataclass(frozen=True)
class OpenGainClient(Tap):
    """The card of a client that was won or came back, with the way back to the page."""

    client_id: int
    period: GainPeriod
    page: Page = 0


@tap("grp")
@dataclass(frozen=True)
class OpenGroups(Tap):
    """The chats that get the evening's totals."""


@tap("grpo")
@dataclass(frozen=True)
class OpenGroup(Tap):
    """One of them: whose totals it gets."""

    group_id: int


@tap("grpt")
@dataclass(frozen=True)
class SetGroupTeam(Tap):
    """The chat gets the totals of this team, or of all."""

    group_id: int
    team_id: int | None


@tap("grpx")
@dataclass(frozen=True)
class UnlinkGroup(Tap):
    """The chat gets nothing any more, once confirmed."""

    group_id: int
    sure: bool = False
