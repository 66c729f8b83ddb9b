"""What a stale tap shows: the sentence, and under it the card or the preview as it is now."""

import re
from datetime import time, timedelta

import pytest

from bot.handlers.core.refusals import refused
from bot.method.core.places import (
    ClientAt,
    HandOutPreview,
    Place,
    SpreadPreview,
    TaskAt,
    UnloadPreview,
)
from bot.method.core.refusals import Invalid, Stale
from bot.method.core.terms import Role
from bot.services.planning import spreading
from bot.telegram.context import Context, StrangerContext
from bot.views.words import Words
from tests.builders import Firm


@pytest.mark.parametrize(
    ("code", "place", "shown"),
    [
        ("client-not-active", ClientAt(1), "Ромашка"),
        ("task-closed", TaskAt(1), "Ромашка"),
        ("spread-changed", SpreadPreview(), "Разложить автоматически: 2 дела"),
        ("unload-changed", UnloadPreview(), "Разгружать нечего"),
    ],
)
async def test_the_fresh_state_stands_under_the_refusal(
    firm: Firm, code: str, place: Place, shown: str
) -> None:
    anna = await firm.person("Анна")
    await firm.client(anna, due=firm.in_days(2))
    for name in ("Котов", "Орлов"):
        await firm.client(anna, name)
    async with firm.act(anna) as act:
        words = Words("ru")
        screen = await refused(Stale(code, place), Context(act, words, "moidela_bot"))
    text = re.sub(r"<[^>]*>", "", screen.text)
    said = re.sub(r"<[^>]*>", "", words(f"refusal-{code}"))
    assert text.startswith(f"{said}\n\n")
    assert shown in text
    assert screen.rows and not screen.alert


async def test_what_may_not_be_seen_any_more_leaves_the_sentence_alone(firm: Firm) -> None:
    anna, boris = await firm.person("Анна"), await firm.person("Борис")
    client = await firm.client(boris)
    for place in (ClientAt(client), HandOutPreview(5)):
        async with firm.act(anna) as act:
            ctx = Context(act, Words("ru"), "moidela_bot")
            screen = await refused(Stale("hand-out-changed", place), ctx)
        assert screen.alert and screen.rows == ()


async def test_a_preview_with_nobody_to_give_to_is_no_failure(firm: Firm) -> None:
    head = await firm.person("Игорь", Role.HEAD)
    async with firm.act(head) as act:
        ctx = Context(act, Words("ru"), "moidela_bot")
        screen = await refused(Stale("hand-out-changed", HandOutPreview(5)), ctx)
    assert screen.alert and screen.rows == ()


async def test_the_second_tap_on_a_plan_names_its_preview(firm: Firm) -> None:
    anna = await firm.person("Анна")
    await firm.client(anna)
    async with firm.act(anna) as act:
        mark = (await spreading.preview(act)).mark
    async with firm.act(anna) as act:
        await spreading.carry_out(act, await spreading.planned(act))
    with pytest.raises(Stale) as refusal:
        async with firm.act(anna) as act:
            spreading.confirm(await spreading.planned(act), mark)
    assert refusal.value.place == SpreadPreview()


@pytest.mark.parametrize(
    ("refusal", "shown"),
    [
        (
            Invalid("rule-bounds", name="x", low=timedelta(minutes=5), high=timedelta(hours=90)),
            "от 5 мин до 90 ч.",
        ),
        (Invalid("rule-bounds", name="capacity", low=1, high=200), "от 1 до 200."),
        (Invalid("day-order", starts=time(18), ends=time(9)), "в 09:00, если начинается в 18:00."),
    ],
)
async def test_bounds_are_said_as_people_say_them(firm: Firm, refusal: Invalid, shown: str) -> None:
    async with firm.work() as work:
        screen = await refused(refusal, StrangerContext(work, Words("ru"), "moidela_bot", 1))
    assert shown in screen.text.replace("\u00a0", " ")
