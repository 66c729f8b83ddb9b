"""What was changed of the company's numbers and days, as their cards tell it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class PolicyChangeLine:
    """One change: who, when (local), and from what to what; as it is stored."""

    change_id: int
    who: str
    at: datetime
    before: str
    after: str
