"""`/metrics`: figures about the bot itself for Prometheus, nobody's data; to this machine only."""

from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import ip_address
from itertools import accumulate
from typing import TYPE_CHECKING

from aiohttp import web

from bot.handling import BOUNDS, Handling
from bot.models.standing import Standing

if TYPE_CHECKING:
    from prometheus_client.core import Metric

_FORWARDED = ("Forwarded", "X-Forwarded-For", "X-Real-IP")
_ELSEWHERE = "The figures are shown on this machine only.\n"


@dataclass(frozen=True)
class Figures:
    """Everything that is shown, at one moment (`now` in UTC)."""

    now: datetime
    standing: Standing
    inbound: Mapping[str, int]
    """How much has come by each way, ever."""
    daily: Mapping[str, datetime]
    """When each job of once a day ran last."""
    handling: Handling
    ticks: int
    ticked_at: datetime | None
    heard: Mapping[tuple[str, str], int]
    """Lines of the log at WARNING and above since the start, by level and what they say."""


def add_metrics(app: web.Application, figures: Callable[[], Awaitable[Figures | None]]) -> None:
    """Serve them; `figures` is None where the bot has not begun."""

    async def metrics(request: web.Request) -> web.Response:
        if not _is_from_here(request):
            return web.Response(status=403, text=_ELSEWHERE)
        found = await figures()
        if found is None:
            return web.Response(status=503)
        return web.Response(body=exposition(found), headers={"Content-Type": _content_type()})

    app.router.add_get("/metrics", metrics)


def exposition(figures: Figures) -> bytes:
    """The figures in the form that Prometheus reads."""
    # Late: who does not ask for figures need not wait for the library at the start.
    from prometheus_client import CollectorRegistry, generate_latest

    class Collector:
        def collect(self) -> Iterator["Metric"]:
            yield from _metrics(figures)

    registry = CollectorRegistry(auto_describe=False)
    registry.register(Collector())
    return generate_latest(registry)


def _content_type() -> str:
    from prometheus_client import CONTENT_TYPE_LATEST

    return CONTENT_TYPE_LATEST


def _metrics(figures: Figures) -> Iterator["Metric"]:
    from prometheus_client.core import (
        CounterMetricFamily,
        GaugeMetricFamily,
        HistogramMetricFamily,
    )

    for name, told, value in _gauges(figures):
        yield GaugeMetricFamily(f"moidela_{name}", told, value=value)
    taps = figures.handling
    sums = zip((*map(str, BOUNDS), "+Inf"), accumulate(taps.counts), strict=True)
    yield HistogramMetricFamily(
        "moidela_update_seconds",
        "An update, from its taking to the screen shown for it",
        buckets=list(sums),
        sum_value=taps.seconds,
    )
    yield CounterMetricFamily("moidela_ticks", "Looks for what is due", value=figures.ticks)
    inbound = CounterMetricFamily("moidela_inbound", "What clients did, by way", labels=["source"])
    for source, count in sorted(figures.inbound.items()):
        inbound.add_metric([source], count)
    yield inbound
    ran = GaugeMetricFamily(
        "moidela_daily_job_timestamp_seconds", "When the daily job ran last", labels=["job"]
    )
    for job, at in sorted(figures.daily.items()):
        ran.add_metric([job], at.timestamp())
    yield ran
    lines = CounterMetricFamily(
        "moidela_log_lines", "Warnings and errors of the log", labels=["level", "event"]
    )
    for (level, event), count in sorted(figures.heard.items()):
        lines.add_metric([level, event], count)
    yield lines


def _gauges(figures: Figures) -> Iterator[tuple[str, str, float]]:
    now, stands = figures.now, figures.standing
    yield "inbox_waiting", "Updates that are not handled", stands.inbox
    yield "inbox_oldest_seconds", "How long the oldest waits", _age(now, stands.waiting_since)
    yield "inbox_parked", "Updates given up after errors", stands.parked
    yield "outbox_due", "Messages that are due and not sent", stands.outbox
    yield "outbox_oldest_seconds", "How long the oldest is due", _age(now, stands.unsent_since)
    yield "people_unreachable", "Active people whom no message reaches", stands.blocked
    yield "tick_age_seconds", "Since it was looked for what is due", _age(now, figures.ticked_at)


def _age(now: datetime, since: datetime | None) -> float:
    return 0.0 if since is None else max(now - since, timedelta(0)).total_seconds()


def _is_from_here(request: web.Request) -> bool:
    """Whether this machine asks, and not for somebody behind a proxy."""
    if any(name in request.headers for name in _FORWARDED):
        return False
    try:
        return ip_address(request.remote or "").is_loopback
    except ValueError:
        return False
