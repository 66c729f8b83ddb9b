"""What the process that reads a file is told before its bytes: one line of JSON."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.method.imports.recognition import NOWHERE, Surroundings
from bot.method.imports.rows import Field


@dataclass(frozen=True)
class Question:
    """How the file is to be read: the meanings that are given, and what is known around it.

    Not among the arguments: whoever looks at the list of processes sees those.
    """

    mapping: Mapping[int, Field] = field(default_factory=dict)
    around: Surroundings = NOWHERE

    def line(self) -> bytes:
        """The line, with its end."""
        today = self.around.today
        told = {
            "mapping": self.mapping,
            "today": today and today.isoformat(),
            "people": sorted(self.around.people),
        }
        return json.dumps(told).encode() + b"\n"

    @classmethod
    def read(cls, line: bytes) -> "Question":
        """What the line says."""
        told = json.loads(line)
        mapping = {int(index): Field(meaning) for index, meaning in told["mapping"].items()}
        today = told["today"] and date.fromisoformat(told["today"])
        return cls(mapping, Surroundings(today, frozenset(told["people"])))
