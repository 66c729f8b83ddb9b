"""Refusals: what a use case says instead of doing it. Data only; the texts are in the locales."""

from typing import ClassVar, TypeAlias

Subject: TypeAlias = tuple[str, *tuple[int | None, ...]]
"""What a refusal is about: a word, and the ids or numbers that it is found again by."""


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
    """The screen is older than the state; the answer shows the fresh card of `subject`.

    `subject` is like ("task", 12) or ("hand-out", 5, None); None: there is nothing to show.
    """

    kind = "stale"

    def __init__(self, code: str, subject: Subject | None = None, **facts: object) -> None:
        super().__init__(code, **facts)
        self.subject = subject


class Invalid(Refusal):
    """What was typed or sent can not be understood or is out of bounds."""

    kind = "invalid"


class NotNow(Refusal):
    """A rule of the method or of the company forbids it in the present state."""

    kind = "not-now"
