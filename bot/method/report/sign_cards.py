"""What the screens of the signs show (R12)."""

from dataclasses import dataclass
from datetime import date

from bot.method.people.clocks import OtherClock
from bot.method.report.numbers import Share
from bot.method.report.periods import DaySpan
from bot.method.report.signs import SignCase, SignKind, WorkSign


@dataclass(frozen=True)
class SignAside:
    """A sign that was talked about: by whom, on which local date of the reader, and until which it
    is not said again."""

    kind: SignKind
    by: str
    on: date
    until: date


@dataclass(frozen=True)
class PersonSigns:
    """What is to be asked somebody; `name` is None where they are the reader's own. `may_talk`:
    the reader is who puts signs aside."""

    person_id: int
    name: str | None
    span: DaySpan
    today: date
    signs: tuple[WorkSign, ...]
    aside: tuple[SignAside, ...] = ()
    may_talk: bool = False


@dataclass(frozen=True)
class SignsLine:
    """A person of whom there is something to be asked."""

    person_id: int
    name: str
    kinds: tuple[SignKind, ...]


@dataclass(frozen=True)
class TeamSigns:
    """Everybody of whom there is something to be asked, a page of them."""

    span: DaySpan
    today: date
    people: tuple[SignsLine, ...]
    page: int = 0
    pages: int = 1


@dataclass(frozen=True)
class CaseLine:
    """An example with the name of the client."""

    case: SignCase
    client_name: str


@dataclass(frozen=True)
class SignExamples:
    """A page of the examples of one sign, by the reader's clock; nothing of nothing where there is
    none any more."""

    person_id: int
    name: str | None
    kind: SignKind
    share: Share
    span: DaySpan
    today: date
    lines: tuple[CaseLine, ...]
    page: int
    pages: int
    may_talk: bool = False
    clock: OtherClock | None = None
