"""Numbers of the policy that can not be kept together, and the ways out."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.method.core.bounds import Number
from bot.method.core.policy import RULES, Policy

_WEEK = 7


@dataclass(frozen=True)
class TooManyClients:
    """A full portfolio needs more touches than fit into the horizon (R4, R8).

    `short` touches are missing in `horizon` days, `short_week` a week. Each of the ways out is
    enough by itself; None where no value within the bounds is.
    """

    capacity: int
    clients: int
    horizon: int
    short: int
    short_week: int
    enough_capacity: int | None
    enough_horizon: int | None
    enough_clients: int | None

    names = ("capacity", "client_horizon_days", "portfolio_ceiling")


@dataclass(frozen=True)
class CountdownTooLong:
    """The countdown to the pool would begin before the client is asked about (R5)."""

    countdown: int
    after: int

    names = ("countdown_days", "pool_after_days")


@dataclass(frozen=True)
class VerdictTooEarly:
    """The verdict on a reactivation would be due before its first touch (R6)."""

    touch: int
    verdict: int

    names = ("first_touch_days", "verdict_days")


Strain = TooManyClients | CountdownTooLong | VerdictTooEarly


def strains(policy: Policy, workdays: int) -> tuple[Strain, ...]:
    """What can not be kept under this policy in a week of so many working days."""
    found: list[Strain] = []
    if (many := _too_many(policy, workdays)) is not None:
        found.append(many)
    if policy.pool_automatic and policy.countdown_days > policy.pool_after_days:
        found.append(CountdownTooLong(policy.countdown_days, policy.pool_after_days))
    if policy.first_touch_days * _WEEK > policy.verdict_days * workdays:
        found.append(VerdictTooEarly(policy.first_touch_days, policy.verdict_days))
    return tuple(found)


def strains_of(name: str, policy: Policy, workdays: int) -> tuple[Strain, ...]:
    """Those in which this number has a part."""
    return tuple(strain for strain in strains(policy, workdays) if name in strain.names)


def touches(capacity: int, horizon: int, workdays: int) -> int:
    """How many touches fit into the horizon, today's included."""
    return round(capacity * (horizon + 1) * workdays / _WEEK)


def _too_many(policy: Policy, workdays: int) -> TooManyClients | None:
    capacity, horizon = policy.capacity, policy.client_horizon_days
    clients = policy.portfolio_ceiling
    fits = touches(capacity, horizon, workdays)
    short = clients - fits
    if short <= 0:
        return None
    return TooManyClients(
        capacity,
        clients,
        horizon,
        short,
        -(-short * _WEEK // (horizon + 1)),
        _first("capacity", capacity, lambda n: touches(n, horizon, workdays) >= clients),
        _first("client_horizon_days", horizon, lambda n: touches(capacity, n, workdays) >= clients),
        fits or None,
    )


def _first(name: str, above: int, is_enough: Callable[[int], bool]) -> int | None:
    bounds = RULES[name]
    high = bounds.high if isinstance(bounds, Number) else above
    return next((number for number in range(above + 1, high + 1) if is_enough(number)), None)
