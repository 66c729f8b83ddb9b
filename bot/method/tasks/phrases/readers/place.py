"""Where a reader stands in the line, and what it sees from there."""

from dataclasses import dataclass

from bot.method.tasks.phrases.pieces import Piece, SignLine, Today
from bot.method.tasks.phrases.words import Sign

DASHES: frozenset[str] = frozenset("-\N{EN DASH}\N{EM DASH}")
_LINKS = frozenset("./,:") | DASHES
_GLUE = frozenset("№#$\N{EURO SIGN}\N{RUBLE SIGN}\N{POUND SIGN}*_\\")
"""With one of these a number is a price or a name."""

MOST_SKIPPED = 4
"""Small words that are passed over in a row: more of them are no phrase, and a reader that went on
would make the time for a line grow with the square of its length."""


@dataclass(frozen=True)
class Place:
    """One place of the line, with what was read before it."""

    line: SignLine
    index: int
    today: Today
    dated: bool
    """Whether a day was said before."""
    written: bool
    """Whether a date was, with its numbers: what follows is no second one."""
    beside_day: bool
    """Whether a day was said right before: what follows is its hour."""

    def at(self, step: int) -> Sign:
        """The sign so many steps from here."""
        return self.line.at(self.index + step)

    def text(self, step: int, count: int = 1) -> str:
        """What the signs from there say."""
        return self.line.text(self.index + step, count)

    def tight(self, count: int, step: int = 0) -> bool:
        """Whether these signs stand together without a space."""
        return self.line.tight(self.index + step, count)

    def digits(self, step: int, most: int = 2) -> int | None:
        """A number in so many digits at most that is no part of a name, a price or a measure."""
        sign = self.at(step)
        number = sign.number
        if number is None or len(sign.text) > most or self.at(step + 1).has("measure"):
            return None
        glued = (self._is_glue(step - 1) and self.tight(2, step - 1)) or (
            self._is_glue(step + 1) and self.tight(2, step)
        )
        return None if glued else number

    def is_alone(self, count: int, allowed: frozenset[str] = frozenset()) -> bool:
        """Whether these numbers are no part of a longer row of them, like 25-40-180."""
        before, after = self.text(-1), self.text(count)
        links = _LINKS - allowed
        longer = before in links and self.tight(3, -2) and self.at(-2).text.isdigit()
        follows = after in links and self.tight(3, count - 1) and self.at(count + 1).text.isdigit()
        return not longer and not follows

    @property
    def said(self) -> bool:
        """Whether the word before says that a day or an hour comes: "at", "after"."""
        step = -1
        while step > -MOST_SKIPPED and self.at(step).has("about") and not self.at(step).has("at"):
            step -= 1
        return self.at(step).has("at") or self.at(step).has("after")

    def day_behind(self, step: int) -> bool:
        """Whether a day in words stands there: what is before it is its hour."""
        sign = self.at(self.skipped(step, "at"))
        return sign.get("day") is not None or sign.get("weekday") is not None

    def skipped(self, step: int, *signs: str) -> int:
        """The first step from here on at which stands none of these signs of the grammar."""
        last = step + MOST_SKIPPED
        while step < last and any(self.at(step).has(sign) for sign in signs):
            step += 1
        return step

    def _is_glue(self, step: int) -> bool:
        sign = self.at(step)
        return sign.text in _GLUE or (sign.text.isalpha() and not sign.kinds)


Found = tuple[Piece, int] | None
"""A piece and how many signs it took."""
