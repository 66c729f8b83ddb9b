"""One typed line that is a client, a date and what is to be done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.method.cards import DealFacts
from bot.method.client_cards import ClientLine
from bot.method.date_question import Verdict


@dataclass(frozen=True)
class Quick:
    """What was read of the line so far. `candidates` have to be chosen from first, then one of
    the `deals` where the client has several (R2), then the date where the verdict asks for it;
    no `client_id`: the client is new."""

    arrival_id: int
    text: str
    client_id: int | None
    client_name: str
    title: str | None
    candidates: tuple[ClientLine, ...]
    verdict: Verdict
    today: date
    deals: tuple[DealFacts, ...] = ()
    deal_title: str | None = None


def name_of(before: Sequence[str], after: Sequence[str]) -> int:
    """How many words of `before` are the name of a client whom nobody knows yet.

    With something after the date all of them; else those that begin with no small letter,
    one at least: "Ivanov Peter to call about the offer tomorrow".
    """
    if after:
        return len(before)
    count = 0
    while count < len(before) and not before[count][:1].islower():
        count += 1
    return max(count, min(1, len(before)))
