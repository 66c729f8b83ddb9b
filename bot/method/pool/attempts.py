"""The attempts to bring a client of the pool back are counted (R6)."""

from bot.method.core.policy import Policy


def attempts_spent(attempts: int, policy: Policy) -> bool:
    """Whether no attempt is left: the client is lost for good, or a head starts anew (R7)."""
    return attempts >= policy.reactivation_attempts
