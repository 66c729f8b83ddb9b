"""Parts of one conversation: one question, one inbound, one client with every contact (R9)."""

from dataclasses import replace

import pytest
from sqlalchemy import func, select

from bot.method.clients.cards import (
    Arrived,
    CameBack,
    ColleaguesClient,
    HeadTold,
    Join,
    PassedOn,
    Reception,
    WhoseMessage,
)
from bot.method.core.places import TaskAt
from bot.method.core.refusals import Stale
from bot.method.core.terms import ClientStatus, ContactKind, PoolReason, Role
from bot.method.inbound.matching import MessageSender, SenderSource
from bot.models import Arrival, Client, ContactPoint
from bot.models.arrival import ArrivalState
from bot.services.inbound.another_client import take_off
from bot.services.inbound.came_back import take
from bot.services.inbound.inbound import choose, create_from, pass_on, receive
from bot.services.inbound.together import Message
from bot.services.pool.handing_out import assign
from bot.services.pool.handover import hand_over
from bot.services.pool.losing import lose, restore
from bot.services.pool.releasing import release
from tests.builders import Firm
from tests.service import seen

PHONE, OTHER = "+79032365545", "+79161234567"
GUEST = MessageSender(name="Гость Второй", source=SenderSource.HIDDEN)
NOBODY = MessageSender(source=SenderSource.HIDDEN)
ACCOUNT = MessageSender(telegram_id=77, name="Марина")


async def brings(
    firm: Firm, who: int, sender: MessageSender, text: str, album: str | None = None
) -> Reception:
    """Twenty seconds after what came before; the same text is the same message."""
    firm.moved(seconds=20)
    async with firm.act(who) as act:
        return await receive(act, Message(sender, text, act.now, text, album))


async def asked(firm: Firm, who: int, sender: MessageSender, text: str) -> WhoseMessage:
    question = await brings(firm, who, sender, text)
    assert isinstance(question, WhoseMessage)
    return question


async def created(firm: Firm, who: int, arrival: int) -> Arrived:
    async with firm.act(who) as act:
        made = await create_from(act, arrival)
    assert isinstance(made, Arrived)
    return made


async def texts(firm: Firm) -> list[str | None]:
    """Of every inbound there is."""
    return [task.text for task in await seen.tasks(firm, await only_client(firm))]


async def only_client(firm: Firm) -> int:
    async with firm.work() as work:
        return (await work.session.scalars(select(Client.id))).one()


async def points(firm: Firm, client: int) -> list[tuple[str, str]]:
    async with firm.work() as work:
        query = select(ContactPoint).where(ContactPoint.client_id == client)
        rows = await work.session.scalars(query.order_by(ContactPoint.id))
        return [(one.kind, one.value) for one in rows]


async def phones(firm: Firm, client: int) -> list[str]:
    return [value for kind, value in await points(firm, client) if kind is ContactKind.PHONE]


@pytest.mark.parametrize("sender", [GUEST, NOBODY, ACCOUNT])
@pytest.mark.parametrize(
    ("first", "second"),
    [
        (f"мой номер {PHONE}", "и адрес: Ленина 5"),
        ("Хочу заказать шкаф", f"мой номер {PHONE}"),
        ("Здравствуйте!", f"{PHONE}"),
    ],
)
async def test_what_comes_within_a_minute_is_asked_about_once(
    firm: Firm, sender: MessageSender, first: str, second: str
) -> None:
    anna = await firm.person("Анна")
    question = await asked(firm, anna, sender, first)
    again = await asked(firm, anna, sender, second)
    assert (again.arrival_id, again.joined) == (question.arrival_id, True)
    assert (again.sender, again.contact) == (sender.name, PHONE)
    await created(firm, anna, question.arrival_id)
    assert await texts(firm) == [f"{first}\n{second}"]
    assert await phones(firm, await only_client(firm)) == [PHONE]


@pytest.mark.parametrize("sender", [GUEST, ACCOUNT])
async def test_a_phone_that_comes_after_the_tap_is_the_new_clients_too(
    firm: Firm, sender: MessageSender
) -> None:
    anna, boris = await firm.person("Анна"), await firm.person("Борис")
    await firm.client(boris, "Лютик", phone=OTHER)
    question = await asked(firm, anna, sender, "Хочу заказать шкаф")
    made = await created(firm, anna, question.arrival_id)
    joined = await brings(firm, anna, sender, f"мой {PHONE}, а {OTHER} - брата")
    assert joined == Arrived(made.task_id, Join.JOINED)
    async with firm.work() as work:
        client = (
            await work.session.scalars(select(Client.id).where(Client.owner_id == anna))
        ).one()
    # What is somebody else's stays so.
    assert await phones(firm, client) == [PHONE]
    third = await brings(firm, anna, sender, "a@b.ru")
    assert third == joined
    assert (ContactKind.EMAIL, "a@b.ru") in await points(firm, client)


async def test_a_known_client_learns_no_phone_from_what_it_sends(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna, phone=OTHER)
    await brings(firm, anna, ACCOUNT, f"с номера {OTHER}")
    await brings(firm, anna, ACCOUNT, f"водитель {PHONE}")
    assert await phones(firm, client) == [OTHER]


async def test_a_later_part_says_whose_all_of_it_is(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna, phone=PHONE)
    question = await asked(firm, anna, GUEST, "Здравствуйте!")
    made = await brings(firm, anna, GUEST, f"это {PHONE}")
    assert isinstance(made, Arrived)
    assert [task.text for task in await seen.tasks(firm, client)] == [f"Здравствуйте!\nэто {PHONE}"]
    with pytest.raises(Stale, match="arrival-done") as refused:
        await created(firm, anna, question.arrival_id)
    assert refused.value.place == TaskAt(made.task_id)


async def test_the_parts_of_a_colleagues_client_are_passed_on_together(firm: Firm) -> None:
    anna, boris = await firm.person("Анна Петрова"), await firm.person("Борис")
    client = await firm.client(anna, phone=PHONE)
    held = await brings(firm, boris, GUEST, f"мой номер {PHONE}")
    assert isinstance(held, ColleaguesClient) and held.arrival_id is not None
    assert await brings(firm, boris, GUEST, "и адрес: Ленина 5") == held
    async with firm.act(boris) as act:
        await pass_on(act, held.arrival_id)
    passed = await brings(firm, boris, GUEST, "второй подъезд")
    assert passed == PassedOn("Петрова")
    (task,) = await seen.tasks(firm, client)
    assert task.text == f"мой номер {PHONE}\nи адрес: Ленина 5\nвторой подъезд"
    assert await brings(firm, boris, GUEST, "и адрес: Ленина 5") == PassedOn("")


async def test_a_colleagues_client_may_become_somebody_elses_within_the_burst(firm: Firm) -> None:
    """Before it was passed on: he is whoever's he is by the next part, with all that was said."""
    anna, boris = await firm.person("Анна Петрова"), await firm.person("Борис")
    client = await firm.client(anna, phone=PHONE)
    held = await brings(firm, boris, GUEST, f"Раз {PHONE}")
    assert isinstance(held, ColleaguesClient)
    async with firm.act(anna) as act:
        await release(act, client, PoolReason.NOT_ACTIVE)
    back = await brings(firm, boris, GUEST, "Два")
    assert isinstance(back, CameBack)
    async with firm.act(boris) as act:
        made = await take(act, back.arrival_id)
    assert isinstance(made, Arrived)
    assert await brings(firm, boris, GUEST, "Три") == Arrived(made.task_id, Join.JOINED)
    assert f"Раз {PHONE}\nДва\nТри" in await texts(firm)


async def test_what_was_passed_on_is_joined_whoever_has_the_client_then(firm: Firm) -> None:
    anna, boris = await firm.person("Анна Петрова"), await firm.person("Борис")
    vera, head = await firm.person("Вера Сомова"), await firm.person("Игорь", Role.HEAD)
    client = await firm.client(anna, phone=PHONE)
    held = await brings(firm, boris, GUEST, f"Раз {PHONE}")
    assert isinstance(held, ColleaguesClient) and held.arrival_id is not None
    async with firm.act(boris) as act:
        await pass_on(act, held.arrival_id)
    async with firm.act(head) as act:
        await hand_over(act, client, vera)
    assert await brings(firm, boris, GUEST, "Два") == PassedOn("Сомова")
    async with firm.act(head) as act:
        await hand_over(act, client, boris)
    assert isinstance(await brings(firm, boris, GUEST, "Три"), Arrived)
    assert await texts(firm) == [f"Раз {PHONE}\nДва\nТри"]


@pytest.mark.parametrize("is_lost", [True, False])
async def test_the_parts_of_nobodys_client_are_one_inbound_of_who_gets_him(
    firm: Firm, is_lost: bool
) -> None:
    """A lost client, or one that the bringer has let go himself: the head decides, and is told
    once; what comes after his decision joins it all the same."""
    anna, vera = await firm.person("Анна Петрова"), await firm.person("Вера Сомова")
    head = await firm.person("Игорь", Role.HEAD)
    client = await firm.client(anna, phone=PHONE)
    async with firm.act(head if is_lost else anna) as act:
        if is_lost:
            await lose(act, client)
        else:
            await release(act, client, PoolReason.NOT_ACTIVE)
    for text in (f"Раз {PHONE}", "Два"):
        assert await brings(firm, anna, GUEST, text) == HeadTold(is_lost)
    assert len(await seen.messages(firm, "returning")) == 1
    async with firm.act(head) as act:
        if is_lost:
            await restore(act, client, vera)
        else:
            await assign(act, client, vera)
    assert await brings(firm, anna, GUEST, "Три") == PassedOn("Сомова")
    assert f"Раз {PHONE}\nДва\nТри" in await texts(firm)


async def test_a_part_after_somebody_took_who_came_back_joins_his_inbound(firm: Firm) -> None:
    anna, boris = await firm.person("Анна"), await firm.person("Борис Сидоров")
    client = await firm.client(anna, phone=PHONE)
    async with firm.act(anna) as act:
        await release(act, client, PoolReason.NOT_ACTIVE)
    vera, backs = await firm.person("Вера"), []
    for who, text in ((boris, f"Раз {PHONE}"), (vera, f"Один {PHONE}")):
        back = await brings(firm, who, GUEST, text)
        assert isinstance(back, CameBack)
        backs.append(back.arrival_id)
    async with firm.act(boris) as act:
        await take(act, backs[0])
    assert await brings(firm, vera, GUEST, "Два") == PassedOn("Сидоров")
    assert isinstance(await brings(firm, boris, GUEST, "Три"), Arrived)
    assert f"Раз {PHONE}\nОдин {PHONE}\nДва\nТри" in await texts(firm)


async def test_the_parts_of_who_comes_back_wait_for_the_one_tap(firm: Firm) -> None:
    anna, boris = await firm.person("Анна"), await firm.person("Борис")
    client = await firm.client(anna, phone=PHONE)
    async with firm.work() as work:
        row = await work.session.get_one(Client, client)
        row.status, row.owner_id = ClientStatus.POOL, None
    back = await brings(firm, boris, GUEST, f"это снова я, {PHONE}")
    assert isinstance(back, CameBack)
    assert await brings(firm, boris, GUEST, "алло") == back


async def test_a_part_again_after_the_answer_is_the_same(firm: Firm) -> None:
    anna = await firm.person("Анна")
    question = await asked(firm, anna, GUEST, "Раз")
    await asked(firm, anna, GUEST, "Два")
    again = await asked(firm, anna, GUEST, "Два")
    assert again.arrival_id == question.arrival_id
    made = await created(firm, anna, question.arrival_id)
    async with firm.work() as work:
        query = select(Arrival.task_id).where(Arrival.state == ArrivalState.DONE)
        assert list(await work.session.scalars(query)) == [made.task_id] * 2
    for text in ("Раз", "Два"):
        assert await brings(firm, anna, GUEST, text) == Arrived(made.task_id, Join.SAME)
    assert await texts(firm) == ["Раз\nДва"]


async def test_all_parts_come_off_the_wrong_client(firm: Firm) -> None:
    anna = await firm.person("Анна")
    wrong, right = await firm.client(anna, phone=OTHER), await firm.client(anna, "Лютик")
    question = await asked(firm, anna, GUEST, "Раз")
    await asked(firm, anna, GUEST, f"Два {PHONE}")
    async with firm.act(anna) as act:
        made = await choose(act, question.arrival_id, wrong)
    assert isinstance(made, Arrived)
    async with firm.act(anna) as act:
        off = await take_off(act, made.task_id, question.arrival_id)
    part = await asked(firm, anna, GUEST, "Три")
    assert part.arrival_id == off.arrival_id
    async with firm.act(anna) as act:
        await choose(act, off.arrival_id, right)
    (task,) = await seen.tasks(firm, right)
    assert task.text == f"Раз\nДва {PHONE}\nТри"


async def test_a_minute_later_it_is_another_conversation(firm: Firm) -> None:
    anna = await firm.person("Анна")
    first = await asked(firm, anna, GUEST, "Раз")
    firm.moved(seconds=45)
    second = await asked(firm, anna, GUEST, "Два")
    other = await asked(firm, anna, replace(GUEST, name="Гость Третий"), "Три")
    assert len({first.arrival_id, second.arrival_id, other.arrival_id}) == 3
    async with firm.work() as work:
        assert await work.session.scalar(select(func.count()).select_from(Client)) == 0


async def test_what_was_brought_long_ago_and_comes_late_is_not_together(firm: Firm) -> None:
    """After an outage everything comes at once: it counts when it was forwarded."""
    anna = await firm.person("Анна")
    began = firm.clock.now()
    firm.moved(hours=1)
    arrivals = set()
    for minutes in (0, 10, 20):
        async with firm.act(anna) as act:
            brought = began.replace(minute=minutes)
            made = await receive(
                act, Message(GUEST, str(minutes), began, str(minutes), brought_at=brought)
            )
        assert isinstance(made, WhoseMessage)
        arrivals.add(made.arrival_id)
    assert len(arrivals) == 3
