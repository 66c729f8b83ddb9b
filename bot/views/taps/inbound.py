"""What is done by tapping with what has arrived (R9)."""

from dataclasses import dataclass

from bot.method.clients.cards import Channel
from bot.views.taps.base import Tap, tap


@tap("ich")
@dataclass(frozen=True)
class ChooseClient(Tap):
    """It is this client's message."""

    arrival_id: int
    client_id: int


@tap("inew")
@dataclass(frozen=True)
class CreateFrom(Tap):
    """A new client with the inbound."""

    arrival_id: int


@tap("ifnd")
@dataclass(frozen=True)
class FindFor(Tap):
    """Look for the client by typing."""

    arrival_id: int


@tap("ipass")
@dataclass(frozen=True)
class PassOn(Tap):
    """Pass it on to the colleague."""

    arrival_id: int


@tap("itake")
@dataclass(frozen=True)
class TakeBack(Tap):
    """Take the client of the pool that came back."""

    arrival_id: int


@tap("iask")
@dataclass(frozen=True)
class AskWhose(Tap):
    """The question about what has arrived, once more."""

    arrival_id: int


@tap("iaway")
@dataclass(frozen=True)
class PutAway(Tap):
    """What has arrived concerns no client."""

    arrival_id: int


@tap("logq")
@dataclass(frozen=True)
class AskChannel(Tap):
    """How a client came that is logged by hand."""


@tap("ichan")
@dataclass(frozen=True)
class LogChannel(Tap):
    """How the client reached us: type who it was."""

    channel: Channel


@tap("iad")
@dataclass(frozen=True)
class OpenAddresses(Tap):
    """Where other systems report to."""


@tap("iadq")
@dataclass(frozen=True)
class OpenAddress(Tap):
    """The address of one vendor."""

    vendor: str


@tap("iadt")
@dataclass(frozen=True)
class TryAddress(Tap):
    """What would become of an event of the vendor's: type who it is of."""

    vendor: str


@tap("iadm")
@dataclass(frozen=True)
class MakeAddress(Tap):
    """A new secret for the vendor."""

    vendor: str


@tap("itk")
@dataclass(frozen=True)
class TakeOffer(Tap):
    """Nobody's inbound is the person's from now on; `beside`: the message says other things too."""

    claim_id: int
    beside: bool = False


@tap("ino")
@dataclass(frozen=True)
class RefuseOffer(Tap):
    """The person can not take it; `beside` as above."""

    claim_id: int
    beside: bool = False


@tap("spdrop")
@dataclass(frozen=True)
class DropSpare(Tap):
    """The planned task is needed no more: the client has come by himself."""

    task_id: int


@tap("spkeep")
@dataclass(frozen=True)
class KeepSpare(Tap):
    """What is planned with the client stays."""

    client_id: int


@tap("ibz")
@dataclass(frozen=True)
class OpenBusiness(Tap):
    """How one's own account is connected."""


@tap("ibo")
@dataclass(frozen=True)
class OpenLetter(Tap):
    """The inbound from the card that is about it: from now on the card is left alone."""

    task_id: int


@tap("ibu")
@dataclass(frozen=True)
class AskUnknown(Tap):
    """Whether one is asked of chats with people who are no clients yet."""

    wanted: bool


@tap("ibr")
@dataclass(frozen=True)
class ForgetRefused(Tap):
    """Who was said to be no client may be asked about again."""


@tap("iby")
@dataclass(frozen=True)
class IsClient(Tap):
    """Who has written in one's own account is a client."""

    arrival_id: int


@tap("ibn")
@dataclass(frozen=True)
class IsNoClient(Tap):
    """Who has written there is none."""

    arrival_id: int
