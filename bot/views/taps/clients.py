"""Changing a client and the people inside it by tapping."""

from dataclasses import dataclass

from bot.method.clients.cards import ClientFilter
from bot.method.clients.edit import ClientText, PersonText
from bot.method.clients.inside import PersonRole
from bot.method.core.terms import ClientKind
from bot.views.taps.base import Page, Tap, tap


@tap("ce")
@dataclass(frozen=True)
class OpenEdit(Tap):
    """What may be changed about a client."""

    client_id: int


@tap("cet")
@dataclass(frozen=True)
class AskText(Tap):
    """Type another name, company or note."""

    client_id: int
    field: ClientText


@tap("cec")
@dataclass(frozen=True)
class ClearText(Tap):
    """Nothing there any more."""

    client_id: int
    field: ClientText


@tap("cek")
@dataclass(frozen=True)
class ChooseKind(Tap):
    """Customer or supplier."""

    client_id: int
    kind: ClientKind


@tap("cel")
@dataclass(frozen=True)
class ChooseClass(Tap):
    """A class, or none."""

    client_id: int
    letter: str | None


@tap("cep")
@dataclass(frozen=True)
class OpenPoints(Tap):
    """The client's contacts."""

    client_id: int


@tap("cea")
@dataclass(frozen=True)
class AskPoint(Tap):
    """Type a contact of the client, or of somebody inside it."""

    client_id: int
    person_id: int | None = None


@tap("cech")
@dataclass(frozen=True)
class AskChat(Tap):
    """Choose the client's chat in Telegram."""

    client_id: int


@tap("cer")
@dataclass(frozen=True)
class RemovePoint(Tap):
    """Drop a contact."""

    client_id: int
    point_id: int


@tap("ceo")
@dataclass(frozen=True)
class OpenPersons(Tap):
    """Everybody inside the client."""

    client_id: int


@tap("cen")
@dataclass(frozen=True)
class AskPerson(Tap):
    """Type somebody new."""

    client_id: int


@tap("cei")
@dataclass(frozen=True)
class OpenInside(Tap):
    """Somebody inside a client."""

    person_id: int


@tap("ceir")
@dataclass(frozen=True)
class ChooseRole(Tap):
    """What the person is to us."""

    person_id: int
    role: PersonRole


@tap("ceit")
@dataclass(frozen=True)
class AskPersonText(Tap):
    """Type another name or position."""

    person_id: int
    field: PersonText


@tap("ceix")
@dataclass(frozen=True)
class RemovePerson(Tap):
    """Take the person off; `sure` once it was asked."""

    person_id: int
    sure: bool = False


@tap("mg")
@dataclass(frozen=True)
class AskMerge(Tap):
    """Type whom the client is the same as."""

    client_id: int


@tap("cdel")
@dataclass(frozen=True)
class AskRemove(Tap):
    """Added by mistake?"""

    client_id: int


@tap("cdely")
@dataclass(frozen=True)
class RemoveClient(Tap):
    """Remove the client, confirmed."""

    client_id: int


@tap("cer0")
@dataclass(frozen=True)
class AskErase(Tap):
    """What would be gone of a client, and whether it shall be."""

    client_id: int


@tap("cery")
@dataclass(frozen=True)
class EraseClient(Tap):
    """Erase the client's data for good, confirmed."""

    client_id: int


@tap("cls")
@dataclass(frozen=True)
class OpenClients(Tap):
    """The clients one may look through, or those of them that fit."""

    page: Page = 0
    only: ClientFilter | None = None


@tap("cll")
@dataclass(frozen=True)
class OpenListed(Tap):
    """The card of a client, with the way back to that page of the list."""

    client_id: int
    page: Page = 0
    only: ClientFilter | None = None


@tap("fnd")
@dataclass(frozen=True)
class AskFind(Tap):
    """Type what to look for."""


@tap("fndp")
@dataclass(frozen=True)
class TurnFound(Tap):
    """Another page of what was looked for."""

    line_id: int
    page: Page = 0


@tap("fndc")
@dataclass(frozen=True)
class OpenFound(Tap):
    """The card of a client, with the way back to that page of what was found."""

    client_id: int
    line_id: int
    page: Page = 0


@tap("new")
@dataclass(frozen=True)
class AskNew(Tap):
    """Type a new client in one line."""


@tap("mgp")
@dataclass(frozen=True)
class PreviewMerge(Tap):
    """Both cards; `mask` are the fields taken from the one that goes."""

    kept_id: int
    gone_id: int
    mask: int = 0


@tap("mgo")
@dataclass(frozen=True)
class Merge(Tap):
    """Make one of both."""

    kept_id: int
    gone_id: int
    mask: int
