"""The attempts to bring a client of the pool back are counted (R6)."""

from enum import StrEnum

from bot.method.core.policy import Policy


class ReactivationStatus(StrEnum):
    """One attempt to bring a pool client back (R6)."""

    OPEN = "open"
    RETURNED = "returned"
    FAILED = "failed"
    EXPIRED = "expired"


def attempts_spent(attempts: int, policy: Policy) -> bool:
    """Whether no attempt is left: the client is lost for good, or a head starts anew (R7)."""
    return attempts >= policy.reactivation_attempts
