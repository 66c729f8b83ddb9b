"""`/cancel` closes whatever waits to be typed, or for a yes or no; what is typed next is no answer
to it."""

import random

import pytest
from aiogram.methods import DeleteMessage, EditMessageText, SendMessage

from bot.method.core.terms import Role
from bot.method.tasks.date_question import Purpose
from bot.models import User
from bot.models.base import JsonDict
from bot.telegram.filters import answers, asked_by
from bot.views.taps.base import Tap, pack
from bot.views.taps.clients import AskRemove
from bot.views.taps.nav import OpenClient
from bot.views.taps.people import AskDeactivate, Deactivate, OpenPeople
from bot.wiring import dispatcher
from tests.builders import Firm
from tests.service.gateway import Listener, gateway, tapped, written
from tests.service.test_forged import well_formed


def open_forms() -> list[JsonDict]:
    """One of every kind that a handler waits for."""
    chance, found = random.Random(0), {}
    for router in dispatcher().chain_tail:
        for handler in router.message.handlers:
            for each in handler.filters or ():
                if isinstance(each.callback, answers) and isinstance(each.callback.form, str):
                    name = each.callback.form
                    found[name] = {"name": name, "client": 1, "task": None}
                elif isinstance(each.callback, answers | asked_by):
                    of = each.callback
                    tap = of.cls if isinstance(of, asked_by) else of.form
                    assert not isinstance(tap, str)
                    found[tap.__name__] = {"name": "tap", "tap": well_formed(chance, tap)}
    of_date = found.pop("date")
    for purpose in Purpose:
        asked = {"purpose": purpose, "other": 1, "kind": "call", "outcome": None}
        found[f"date {purpose}"] = of_date | asked | {"at": "2026-11-24T06:30:00+00:00"}
    said = {"client": 1, "of": None, "words": "обсудить цену"}
    return [*found.values(), {"name": "words", "words": said}]


async def test_cancel_closes_every_question_that_is_open(firm: Firm) -> None:
    anna = await firm.person("Анна")
    await firm.client(anna, due=firm.in_days(0))
    forms, telegram = open_forms(), Listener()
    assert len(forms) > 30
    async with firm.work() as work:
        account = (await work.session.get_one(User, anna)).telegram_id
    async with gateway(firm, telegram) as desk:
        for form in forms:
            async with firm.work() as work:
                (await work.session.get_one(User, anna)).form = form
            await desk.stores(written(account, "/cancel"))
            assert await desk.deals() == (0, 0)
            async with firm.work() as work:
                assert (await work.session.get_one(User, anna)).form is None, form
    said = [one.text or "" for one in telegram.heard if isinstance(one, SendMessage)]
    assert len(said) == len(forms)
    assert not [text for text in said if "Отменять нечего" in text]


async def answered(firm: Firm, name: str, *acts: Tap | str) -> tuple[list[str], Listener]:
    """What the person reads for taps and messages, one after another."""
    telegram, account = Listener(), firm.ids[name]
    async with gateway(firm, telegram) as desk:
        for act in acts:
            come = written(account, act) if isinstance(act, str) else tapped(account, pack(act))
            await desk.stores(come)
            assert await desk.deals() == (0, 0)
    shown = [call for call in telegram.heard if isinstance(call, SendMessage | EditMessageText)]
    return [call.text or "" for call in shown], telegram


async def test_a_yes_or_no_that_is_open_is_left(firm: Firm) -> None:
    await firm.person("Ольга", Role.ADMIN)
    anna = await firm.person("Анна")
    said, telegram = await answered(firm, "Ольга", AskDeactivate(anna), "/cancel", "/cancel")
    assert said[1:] == ["Хорошо, ничего не меняю.", "Отменять нечего."]
    assert telegram.count(DeleteMessage) == 1
    async with firm.work() as work:
        assert (await work.session.get_one(User, anna)).active


async def test_what_is_answered_or_left_behind_is_no_question_any_more(firm: Firm) -> None:
    await firm.person("Ольга", Role.ADMIN)
    anna = await firm.person("Анна")
    asks, no, yes = AskDeactivate(anna), OpenPeople(), Deactivate(anna)
    said, _ = await answered(firm, "Ольга", asks, no, "/cancel", asks, yes, "/cancel")
    assert [text for text in said if "тменять нечего" in text] == [said[2], said[5]]


@pytest.mark.parametrize("line", ["Ромашка завтра в 15 обсудить договор", "ничего такого"])
async def test_a_yes_or_no_takes_no_text_from_what_it_was_typed_for(firm: Firm, line: str) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna, "Ромашка", due=firm.in_days(1))
    said, _ = await answered(firm, "Анна", OpenClient(client), line, AskRemove(client), line)
    assert said[3] == said[1]
