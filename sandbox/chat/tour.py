"""Leading a visitor through what there is to see, step by step, each done by the visitor."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True)
class Step:
    """What to do next, in whose chat, and how one sees that it is done."""

    title: str
    words: str
    person_id: int
    is_done: Callable[[], bool]


class Tour:
    """The steps in their order. A step that is done stays done; `ended` hides the rest."""

    def __init__(self, steps: Sequence[Step], farewell: str) -> None:
        self._steps = tuple(steps)
        self._farewell = farewell
        self._at = 0
        self.ended = False

    def looked_at(self) -> Json:
        """Where the visitor is now, for the page."""
        while self._at < len(self._steps) and self._steps[self._at].is_done():
            self._at += 1
        step = self._steps[self._at] if self._at < len(self._steps) else None
        return {
            "titles": [step.title for step in self._steps],
            "at": self._at,
            "words": step.words if step else self._farewell,
            "person": step.person_id if step else None,
            "ended": self.ended,
        }
