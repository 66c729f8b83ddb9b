"""What other systems report becomes the right manager's inbound, once (R9)."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from bot.method.core.terms import (
    ContactKind,
    Direction,
    Event,
    Outcome,
    PoolReason,
    Role,
    TaskKind,
    TaskStatus,
)
from bot.method.inbound.intake.event import CallEnd, Faults, IntakeChannel, IntakeEvent
from bot.method.inbound.intake.receipt import NobodyThere, OtherContent, Receipt
from bot.models import Client, ContactPoint, IntakeRecord, IntakeState, Task, TimelineEntry, User
from bot.services.inbound.beside import say
from bot.services.inbound.inbound import choose
from bot.services.inbound.intake.taking import API, Taken, take
from bot.services.people.blocked import blocked
from bot.services.pool.losing import lose
from bot.services.pool.releasing import release
from bot.services.tasks.tasks import finish_task
from tests.builders import Firm
from tests.service import seen
from tests.service.sales import PHONE, Sales, rules

OTHER = "+79031112233"


def event(firm: Firm, number: str = "1", **changed: Any) -> IntakeEvent:
    made = IntakeEvent(
        number, IntakeChannel.FORM, firm.clock.now(), "Иван", "8 916 123-45-67", text="Нужен счёт"
    )
    return replace(made, **changed)


async def comes(firm: Firm, said: IntakeEvent, source: str = API) -> Taken:
    async with firm.work() as work:
        return await take(work, source, said)


async def task_of(firm: Firm, said: IntakeEvent, source: str = API) -> Task:
    made = await comes(firm, said, source)
    assert isinstance(made, Receipt) and made.task_id is not None
    async with firm.work() as work:
        return await work.session.get_one(Task, made.task_id)


async def all_tasks(firm: Firm) -> list[Task]:
    async with firm.work() as work:
        return list(await work.session.scalars(select(Task).order_by(Task.id)))


async def state_of(firm: Firm, number: str) -> IntakeState:
    async with firm.work() as work:
        query = select(IntakeRecord.state).where(IntakeRecord.external_id == number)
        return (await work.session.scalars(query)).one()


async def test_a_known_client_is_the_owners_inbound(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    client = await firm.client(sales.boris, phone=PHONE)
    occurred_at = firm.clock.now() - timedelta(minutes=3)
    task = await task_of(firm, event(firm, occurred_at=occurred_at))
    assert (task.client_id, task.owner_id, task.direction) == (
        client,
        sales.boris,
        Direction.INBOUND,
    )
    assert (task.kind, task.text, task.arrived_at) == (TaskKind.LETTER, "Нужен счёт", occurred_at)
    assert task.deadline_at is not None and task.created_by is None
    (message,) = await seen.messages(firm, "intake")
    assert (message.user_id, message.not_before) == (sales.boris, firm.clock.now())
    async with firm.work() as work:
        query = select(TimelineEntry).where(TimelineEntry.event == Event.INBOUND)
        (entry,) = (await work.session.scalars(query)).all()
    assert (entry.task_id, entry.actor_id) == (task.id, None)
    assert (entry.data["text"], entry.data["channel"]) == ("Нужен счёт", "form")


async def test_the_same_again_and_other_content(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    await firm.client(sales.boris, phone=PHONE)
    first = await comes(firm, event(firm))
    assert isinstance(first, Receipt) and not first.repeated
    assert await comes(firm, event(firm)) == replace(first, repeated=True)
    firm.moved(days=40)
    said = event(firm, occurred_at=firm.clock.now() - timedelta(days=40))
    assert await comes(firm, said) == replace(first, repeated=True)
    assert await comes(firm, replace(said, text="Нужен договор")) == OtherContent()
    assert len(await all_tasks(firm)) == 1
    # The same id of another source is another event.
    await comes(firm, said, "form")
    assert len(await seen.messages(firm, "intake")) == 2


async def test_more_of_the_same_client_joins_the_open_inbound_and_then_opens_another(
    firm: Firm,
) -> None:
    sales = await Sales(firm).hire()
    await firm.client(sales.boris, phone=PHONE)
    first = await task_of(firm, event(firm))
    firm.moved(hours=2)
    again = await task_of(firm, event(firm, "2", text="И договор"))
    assert (again.id, again.text) == (first.id, "Нужен счёт\nИ договор")
    async with firm.act(sales.boris) as act:
        await finish_task(act, first.id, Outcome.HANDLED)
    third = await task_of(firm, event(firm, "3", text="Спасибо"))
    assert (third.id != first.id, third.text) == (True, "Спасибо")


async def test_somebody_new_is_a_client_of_whom_the_event_names_else_of_the_head(
    firm: Firm,
) -> None:
    sales = await Sales(firm).hire()
    task = await task_of(firm, event(firm, email="ivan@example.org"))
    assert task.owner_id == sales.head
    async with firm.work() as work:
        client = await work.session.get_one(Client, task.client_id)
        points = set(await work.session.scalars(select(ContactPoint.value)))
    assert (client.name, points) == ("Иван", {PHONE, "ivan@example.org"})
    assert client.gap_since is not None
    number = str((await _person(firm, sales.anna)).telegram_id)
    named = await task_of(firm, event(firm, "2", phone=OTHER, manager=number))
    assert named.owner_id == sales.anna
    by_name = await task_of(firm, event(firm, "3", phone="+79035554433", manager="Петрова Анна"))
    assert by_name.owner_id == sales.anna
    unknown = await comes(firm, event(firm, "4", phone="+79035554434", manager="+79990000000"))
    assert isinstance(unknown, Receipt) and unknown.task_id and unknown.warnings
    assert (await all_tasks(firm))[-1].owner_id == sales.head


async def _person(firm: Firm, person_id: int) -> User:
    async with firm.work() as work:
        return await work.session.get_one(User, person_id)


async def test_with_several_heads_an_admin_gets_it_and_without_anybody_it_waits(
    firm: Firm,
) -> None:
    assert await comes(firm, event(firm)) == NobodyThere()
    for team in (await firm.team("А"), await firm.team("Б")):
        await firm.person(f"Глава {team}", Role.HEAD, team)
    admin = await firm.person("Ольга", Role.ADMIN)
    assert (await task_of(firm, event(firm))).owner_id == admin


async def test_a_number_of_nobodys_stays_a_text(firm: Firm) -> None:
    await Sales(firm).hire()
    task = await task_of(firm, event(firm, phone="12-34"))
    assert task.text == "Нужен счёт\n12-34"
    # Words of who knows whom are for people to read; where there are none, there is nobody.
    asked = await comes(firm, event(firm, "2", name="", phone="12-34"))
    assert isinstance(asked, Receipt) and asked.task_id is None
    assert await state_of(firm, "2") is IntakeState.ASKED
    said = event(firm, "3", name="", phone="12-34", text="")
    assert isinstance(await comes(firm, said), Faults)
    assert isinstance(await comes(firm, said), Faults)


async def test_a_shared_number_is_asked_about(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    for name in ("Ромашка", "Василёк"):
        await firm.client(sales.boris, name, phone=PHONE)
    made = await comes(firm, event(firm))
    assert isinstance(made, Receipt) and made.task_id is None
    assert await state_of(firm, "1") is IntakeState.ASKED
    (message,) = await seen.messages(firm, "intake_question")
    assert message.user_id == sales.boris
    async with firm.act(sales.boris) as act:
        await choose(act, message.payload["arrival"], 2)
    again = await comes(firm, event(firm))
    assert isinstance(again, Receipt) and again.task_id == (await all_tasks(firm))[0].id


async def test_a_name_alone_is_asked_about_where_somebody_is_called_so(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    await firm.client(sales.boris, "Иван Смирнов")
    await comes(firm, event(firm, phone="", name="Иван Смирнов"))
    assert await state_of(firm, "1") is IntakeState.ASKED
    # With a contact of his own he is somebody else.
    assert (await task_of(firm, event(firm, "2", name="Иван Смирнов"))).client_id != 1


async def test_a_client_of_the_pool_and_a_lost_one_are_the_heads_business(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    await rules(firm, offer_to="head")
    pooled = await firm.client(sales.boris, "Ромашка", phone=PHONE)
    lost = await firm.client(sales.boris, "Василёк", phone=OTHER)
    async with firm.act(sales.boris) as act:
        await release(act, pooled, PoolReason.NOT_ACTIVE)
    async with firm.act(sales.head) as act:
        await lose(act, lost)
    for number, phone in (("1", PHONE), ("2", OTHER)):
        await comes(firm, event(firm, number, phone=phone))
        assert await state_of(firm, number) is IntakeState.HEADS
    assert [row.user_id for row in await seen.messages(firm, "intake_return")] == [sales.head] * 2


async def test_a_missed_call_an_answered_one_and_an_outgoing_one(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    client = await firm.client(sales.boris, phone=PHONE)
    call = event(firm, text="", name="", channel=IntakeChannel.CALL, call=CallEnd.MISSED)
    missed = await task_of(firm, call, "mango")
    assert (missed.kind, missed.status, missed.text) == (TaskKind.CALL, TaskStatus.OPEN, None)
    # Talked about what waits: the outcome is the manager's to say.
    answered = await task_of(firm, replace(call, external_id="2", call=CallEnd.ANSWERED), "mango")
    assert (answered.id, answered.status) == (missed.id, TaskStatus.OPEN)
    assert (await seen.client(firm, client)).last_touch_at == firm.clock.now()
    out = await comes(firm, replace(call, external_id="3", call=CallEnd.OUTGOING), "mango")
    assert isinstance(out, Receipt)
    assert [row.user_id for row in await seen.messages(firm, "call")] == [sales.boris] * 2
    other = replace(call, external_id="4", phone=OTHER, call=CallEnd.OUTGOING)
    await comes(firm, other, "mango")
    assert await state_of(firm, "4") is IntakeState.PASSED
    assert len(await all_tasks(firm)) == 1


async def test_an_answered_call_is_worked_off_already(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    client = await firm.client(sales.boris, phone=PHONE)
    call = event(firm, text="", channel=IntakeChannel.CALL, call=CallEnd.ANSWERED)
    task = await task_of(firm, call, "mango")
    assert (task.status, task.outcome) == (TaskStatus.DONE, Outcome.TALKED)
    assert (await seen.client(firm, client)).gap_since is not None
    assert len(await seen.messages(firm, "call")) == 1
    assert await seen.messages(firm, "intake") == []


async def test_a_call_that_is_told_late_was_a_touch_when_it_was(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    clients = [
        await firm.client(sales.boris, f"Клиент {phone}", phone=phone) for phone in (PHONE, OTHER)
    ]
    at = firm.clock.now() - timedelta(hours=3)
    call = event(firm, text="", channel=IntakeChannel.CALL, occurred_at=at)
    await comes(firm, replace(call, call=CallEnd.OUTGOING), "mango")
    await comes(firm, replace(call, external_id="2", phone=OTHER, call=CallEnd.ANSWERED), "mango")
    for client in clients:
        assert (await seen.client(firm, client)).last_touch_at == at
    # An older one takes nothing back, and a clock that is ahead is not believed.
    for hours, touched in ((-5, at), (20, firm.clock.now())):
        moment = firm.clock.now() + timedelta(hours=hours)
        said = replace(call, external_id=str(hours), occurred_at=moment, call=CallEnd.OUTGOING)
        await comes(firm, said, "mango")
        assert (await seen.client(firm, clients[0])).last_touch_at == touched


async def test_the_call_of_a_group_that_was_answered_after_all_was_a_touch_when_it_was(
    firm: Firm,
) -> None:
    sales = await Sales(firm).hire()
    client = await firm.client(sales.boris, phone=PHONE)
    at = firm.clock.now() - timedelta(hours=3)
    call = event(firm, text="", channel=IntakeChannel.CALL, occurred_at=at, call=CallEnd.MISSED)
    for said in (call, replace(call, call=CallEnd.ANSWERED)):
        await comes(firm, said, "megafon")
    assert (await seen.client(firm, client)).last_touch_at == at


async def test_a_form_teaches_nobodys_handle_and_a_chat_does(firm: Firm) -> None:
    """Whoever fills in a form may give another's phone with his own handle."""
    sales = await Sales(firm).hire()
    client = await firm.client(sales.boris, phone=PHONE)
    for channel, number in ((IntakeChannel.FORM, "1"), (IntakeChannel.CHAT, "2")):
        said = event(firm, number, channel=channel, telegram="ivan_p")
        assert (await task_of(firm, said)).client_id == client
        async with firm.work() as work:
            kinds = await work.session.scalars(select(ContactPoint.kind))
            assert (ContactKind.HANDLE in set(kinds)) is (channel is IntakeChannel.CHAT)


async def test_of_a_group_call_that_somebody_answered_nothing_is_left_in_either_order(
    firm: Firm,
) -> None:
    sales = await Sales(firm).hire()
    for number, phone in enumerate((PHONE, OTHER)):
        await firm.client(sales.boris, f"Клиент {number}", phone=phone)
        call = event(
            firm, str(number), phone=phone, text="", channel=IntakeChannel.CALL, call=CallEnd.MISSED
        )
        answered = replace(call, call=CallEnd.ANSWERED)
        order = (call, answered, call) if number else (answered, call, call)
        for said in order:
            task = await task_of(firm, said, "megafon")
        assert (task.status, task.outcome) == (TaskStatus.DONE, Outcome.TALKED)
    assert len(await all_tasks(firm)) == 2


async def test_of_an_owner_who_has_blocked_the_bot_the_head_hears(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    await firm.client(sales.boris, phone=PHONE)
    async with firm.work() as work:
        await blocked(work, await work.session.get_one(User, sales.boris))
    task = await task_of(firm, event(firm))
    assert task.owner_id == sales.boris
    assert [row.user_id for row in await seen.messages(firm, "intake_absent")] == [sales.head]


async def test_what_is_typed_at_that_moment_is_no_comment_to_it(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    await firm.client(sales.boris, phone=PHONE)
    await comes(firm, event(firm))
    async with firm.act(sales.boris) as act:
        assert await say(act, "позвонить маме", act.now) is None


_PHONES = ("+79161234501", "+79161234502", "+79161234503")
_EVENTS = [(str(number), _PHONES[number % 3], f"Слова {number}") for number in range(6)]


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
async def test_any_order_and_repetition_gives_the_same_tasks(firm: Firm, data: Any) -> None:
    """On one database for all examples: each has clients and ids of its own."""
    if not await all_people(firm):
        await firm.person("Ольга", Role.ADMIN)
    async with firm.work() as work:
        turn = len((await work.session.scalars(select(Client.id))).all())
    repeated = data.draw(st.lists(st.sampled_from(_EVENTS), max_size=4))
    order = data.draw(st.permutations([*_EVENTS, *repeated]))
    for number, phone, text in order:
        said = event(
            firm,
            f"{turn}-{number}",
            phone=f"{phone[:6]}{turn:03}{phone[-3:]}",
            name="",
            text=text,
            occurred_at=firm.clock.now() - timedelta(hours=int(number) % 2),
        )
        await comes(firm, said)
    tasks = (await all_tasks(firm))[turn:]
    words = sorted(sorted((task.text or "").split("\n")) for task in tasks)
    assert words == [[f"Слова {n}", f"Слова {n + 3}"] for n in range(3)]


async def all_people(firm: Firm) -> list[int]:
    async with firm.work() as work:
        return list(await work.session.scalars(select(User.id)))
