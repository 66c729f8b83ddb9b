"""The figures in the form that Prometheus reads, and who is shown them."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from prometheus_client.parser import text_string_to_metric_families

from bot.handling import Handling
from bot.models.standing import Standing
from bot.web.metrics import Figures, add_metrics, exposition
from demo.stage import ROOT

NOW = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)


def figures() -> Figures:
    handling = Handling()
    for seconds in (0.01, 0.05, 0.3, 40.0):
        handling.took(seconds)
    stands = Standing(2, NOW - timedelta(seconds=90), 3, None, 1, 4, 1)
    heard = {("error", "update failed"): 2, ("warning", 'said "so"'): 1}
    return Figures(
        NOW, stands, {"mango": 7}, {"prune": NOW}, handling, 5, NOW - timedelta(seconds=9), heard
    )


def samples(page: str) -> dict[tuple[str, ...], float]:
    """Each value by its name and its labels, in the order of their names."""
    return {
        (each.name, *(each.labels[label] for label in sorted(each.labels))): each.value
        for family in text_string_to_metric_families(page)
        for each in family.samples
    }


def test_everything_is_there_and_can_be_read_back() -> None:
    found = samples(exposition(figures()).decode())
    assert found["moidela_inbox_waiting",] == 2
    assert found["moidela_inbox_oldest_seconds",] == 90
    assert (found["moidela_outbox_due",], found["moidela_outbox_oldest_seconds",]) == (3, 0)
    assert (found["moidela_inbox_parked",], found["moidela_people_unreachable",]) == (1, 4)
    assert (found["moidela_tick_age_seconds",], found["moidela_ticks_total",]) == (9, 5)
    assert found["moidela_inbound_total", "mango"] == 7
    assert found["moidela_daily_job_timestamp_seconds", "prune"] == NOW.timestamp()
    assert found["moidela_log_lines_total", "update failed", "error"] == 2
    assert found["moidela_log_lines_total", 'said "so"', "warning"] == 1


def test_the_time_of_an_update_is_counted_up_to_each_bound() -> None:
    found = samples(exposition(figures()).decode())
    bounds = {key[1]: value for key, value in found.items() if key[0].endswith("_bucket")}
    assert (bounds["0.025"], bounds["0.05"], bounds["0.25"], bounds["0.5"]) == (1, 2, 2, 3)
    assert (bounds["20.0"], bounds["+Inf"], found["moidela_update_seconds_count",]) == (3, 4, 4)
    assert found["moidela_update_seconds_sum",] == pytest.approx(40.36)


@pytest.mark.parametrize(
    ("headers", "status"),
    [({}, 200), ({"X-Forwarded-For": "203.0.113.5"}, 403), ({"Forwarded": "for=1.2.3.4"}, 403)],
)
async def test_only_this_machine_is_shown_them(headers: dict[str, str], status: int) -> None:
    async def found() -> Figures | None:
        return figures()

    app = web.Application()
    add_metrics(app, found)
    async with TestClient(TestServer(app)) as client:
        answer = await client.get("/metrics", headers=headers)
        assert answer.status == status


async def test_who_asks_from_another_machine_is_refused() -> None:
    async def found() -> Figures | None:
        raise AssertionError("nobody is looked up for a stranger")

    @web.middleware
    async def from_afar(request: web.Request, handler) -> web.StreamResponse:
        return await handler(request.clone(remote="203.0.113.5"))

    app = web.Application(middlewares=[from_afar])
    add_metrics(app, found)
    async with TestClient(TestServer(app)) as client:
        assert (await client.get("/metrics")).status == 403


async def test_before_the_bot_has_begun_there_is_nothing() -> None:
    async def nothing() -> Figures | None:
        return None

    app = web.Application()
    add_metrics(app, nothing)
    async with TestClient(TestServer(app)) as client:
        assert (await client.get("/metrics")).status == 503


def test_every_figure_is_told_in_the_docs() -> None:
    page = (ROOT / "docs" / "operator.md").read_text(encoding="utf-8")
    told = set(re.findall(r"`(moidela_\w+)`", page))
    families = text_string_to_metric_families(exposition(figures()).decode())
    assert {
        f"{each.name}_total" if each.type == "counter" else each.name for each in families
    } == told
    alerts = set(re.findall(r"moidela_\w+", page.partition("```yaml")[2].partition("```")[0]))
    assert {name.removesuffix("_bucket") for name in alerts} <= told
