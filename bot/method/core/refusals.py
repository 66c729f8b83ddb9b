"""Refusals: what a use case says instead of doing it. Data only; the texts are in the locales."""

from typing import ClassVar

from bot.method.core.places import Place


class Refusal(Exception):
    """The use case was not carried out and nothing has changed.

    `code` names the sentence, `facts` fill it. A refusal is an answer, not a failure.
    """

    kind: ClassVar[str] = "refusal"

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


class NotFound(Refusal):
    """There is no such thing, or it is not yours: the answer is deliberately the same."""

    kind = "not-found"

    def __init__(self, code: str = "thing", **facts: object) -> None:
        super().__init__(code, **facts)


class Stale(Refusal):
    """The screen is older than the state; the answer shows `place` as it is now, or the sentence
    alone where there is nothing to show."""

    kind = "stale"

    def __init__(self, code: str, place: Place | None = None, **facts: object) -> None:
        super().__init__(code, **facts)
        self.place = place


class Invalid(Refusal):
    """What was typed or sent can not be understood or is out of bounds."""

    kind = "invalid"


class NotNow(Refusal):
    """A rule of the method or of the company forbids it in the present state."""

    kind = "not-now"
