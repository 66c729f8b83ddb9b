"""`/cancel` closes whatever waits to be typed, and what is typed next is no answer to it."""

import random

from aiogram.methods import SendMessage

from bot.method.tasks.date_question import Purpose
from bot.models import User
from bot.models.base import JsonDict
from bot.telegram.filters import answers, asked_by
from bot.wiring import dispatcher
from tests.builders import Firm
from tests.service.gateway import Listener, gateway, written
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
