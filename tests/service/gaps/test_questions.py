"""A head asks the owner of a client without a task; the answer comes back to him (R5)."""

import pytest

from bot.handlers.gaps import gaps
from bot.handlers.gaps import questions as screens
from bot.method.core.refusals import Invalid, NotFound, NotNow, Stale
from bot.method.core.terms import Role
from bot.method.gaps.cards import OwnerAsk
from bot.services.clients.erasing import erase
from bot.services.gaps.questions import answer_head, ask_owner
from bot.services.pool.handover import hand_over
from bot.services.tasks.tasks import When, plan_task
from bot.views.taps.gaps import AnswerHead, AskOwner, SendQuestion
from bot.views.taps.nav import Decide
from tests.builders import Firm
from tests.service import seen
from tests.service.chats import TAP, behind, chat, sent, text


async def team(firm: Firm) -> tuple[int, int, int]:
    """Igor the head, Anna of his team, and a client of hers without a task."""
    number = await firm.team()
    igor = await firm.person("Игорь Ропов", Role.HEAD, number)
    anna = await firm.person("Анна Петрова", Role.MANAGER, number)
    return igor, anna, await firm.client(anna)


async def test_from_the_decisions_to_the_answer(firm: Firm) -> None:
    igor, anna, client = await team(firm)
    async with chat(firm, igor) as ctx:
        decisions = await gaps.decide(TAP, Decide(client), ctx)
        assert behind(decisions, "💬") == AskOwner(client)
        screen = await screens.ask(TAP, AskOwner(client), ctx)
        assert behind(screen, "Нужна") == SendQuestion(client, OwnerAsk.HELP)
    for _ in range(2):
        async with chat(firm, igor) as ctx:
            screen = await screens.send(TAP, SendQuestion(client, OwnerAsk.HELP), ctx)
    assert "Вопрос отправлен" in text(screen)
    (told,) = await seen.messages(firm, "owner_asked")
    assert told.user_id == anna
    asked = await sent(firm, "owner_asked")
    assert asked is not None
    assert "Ромашка: «Нужна помощь?». Спрашивает Игорь Ропов." in text(asked)
    tap = behind(asked, "💬")
    assert isinstance(tap, AnswerHead)
    async with firm.act(anna) as act:
        await answer_head(act, tap.question_id, "Да, нужна скидка")
    (told,) = await seen.messages(firm, "owner_answered")
    assert told.user_id == igor
    answer = await sent(firm, "owner_answered")
    assert answer is not None
    assert "Да, нужна скидка" in text(answer)
    assert behind(answer, "← Решение") == Decide(client)


async def test_the_ladder_goes_on_beside_the_question(firm: Firm) -> None:
    igor, _, client = await team(firm)
    (before,) = await seen.gaps(firm, client)
    async with firm.act(igor) as act:
        await ask_owner(act, client, "Что решили?")
    (after,) = await seen.gaps(firm, client)
    assert (after.next_step_at, after.closed_at) == (before.next_step_at, None)


async def test_who_may_ask_and_who_may_answer(firm: Firm) -> None:
    igor, anna, client = await team(firm)
    own = await firm.client(igor)
    boris = await firm.person("Борис", Role.MANAGER, None)
    async with firm.act(anna) as act:
        with pytest.raises(NotFound):
            await ask_owner(act, client, OwnerAsk.STATE)
    async with firm.act(igor) as act:
        with pytest.raises(NotNow, match="ask-yourself"):
            await ask_owner(act, own, OwnerAsk.STATE)
        with pytest.raises(Invalid, match="comment"):
            await ask_owner(act, client, "  ")
        question = (await ask_owner(act, client, OwnerAsk.STATE)).entry_id
    async with firm.act(boris) as act:
        with pytest.raises(NotFound):
            await answer_head(act, question, "Я")
    async with firm.act(igor) as act:
        with pytest.raises(Stale, match="client-not-active"):
            await answer_head(act, question, "Сам себе")
        await hand_over(act, client, boris)
    assert await sent(firm, "owner_asked") is None
    async with firm.act(anna) as act:
        with pytest.raises(NotFound):
            await answer_head(act, question, "Поздно")


async def test_a_client_with_a_plan_is_not_asked_about(firm: Firm) -> None:
    igor, anna, client = await team(firm)
    async with firm.act(anna) as act:
        await plan_task(act, client, None, When(firm.in_days(2)))
    async with firm.act(igor) as act:
        with pytest.raises(Stale, match="gap-closed"):
            await ask_owner(act, client, OwnerAsk.WHEN)


async def test_an_answer_about_who_was_erased_meanwhile_is_not_told(firm: Firm) -> None:
    """In the quiet hours it waits for the morning, and its words are gone by then."""
    igor, anna, client = await team(firm)
    director = await firm.person("Директор", Role.ADMIN)
    async with firm.act(igor) as act:
        question = (await ask_owner(act, client, OwnerAsk.HELP)).entry_id
    async with firm.act(anna) as act:
        await answer_head(act, question, "Да, нужна скидка")
    async with firm.act(director) as act:
        await erase(act, client, ())
    assert await sent(firm, "owner_answered") is None
