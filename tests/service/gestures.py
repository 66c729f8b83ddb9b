"""What somebody forwards and types in one gesture, and what came of it."""

from datetime import date

from sqlalchemy import func, select

from bot.method.clients.cards import Reception
from bot.method.core.terms import Event
from bot.method.inbound.matching import MessageSender, SenderSource
from bot.models import Client, TimelineEntry, User
from bot.services.inbound.beside import say
from bot.services.inbound.inbound import receive
from bot.services.inbound.own_words import keep_line
from bot.services.inbound.together import Message
from bot.services.planning import quick
from tests.builders import Firm

PHONE = "+79161234567"
GUEST = MessageSender(name="Гость", source=SenderSource.HIDDEN)
KNOWN = MessageSender(phones=(PHONE,), name="Ромашка")
CALL_HIM = "перезвонить ему завтра в 10"


async def brings(
    firm: Firm,
    who: int,
    sender: MessageSender,
    text: str = "Пришлите счёт",
    *,
    seconds: float = 0,
    followed: bool = False,
) -> Reception:
    """So many seconds after what came before; the same text is the same message."""
    firm.moved(seconds=seconds)
    async with firm.act(who) as act:
        return await receive(act, Message(sender, text, act.now, text, followed=followed))


async def types(firm: Firm, who: int, text: str, *, seconds: float = 0) -> Reception | None:
    """As the handler does: the comment of a forward, else a task, else kept for a moment."""
    firm.moved(seconds=seconds)
    async with firm.act(who) as act:
        beside = await say(act, text, act.now)
        if beside is None and await quick.begin(act, text, act.now) is None:
            await keep_line(act, text, act.now)
        return beside


async def comments(firm: Firm, client: int | None = None) -> list[str]:
    async with firm.work() as work:
        query = select(TimelineEntry).where(TimelineEntry.event == Event.COMMENT)
        if client is not None:
            query = query.where(TimelineEntry.client_id == client)
        rows = list(await work.session.scalars(query.order_by(TimelineEntry.id)))
        assert all(row.task_id is not None for row in rows)
        return [row.data["text"] for row in rows]


async def account_of(firm: Firm, who: int) -> MessageSender:
    async with firm.work() as work:
        user = await work.session.get_one(User, who)
        return MessageSender(user.telegram_id, name=user.name)


async def clients(firm: Firm) -> int:
    async with firm.work() as work:
        return await work.session.scalar(select(func.count()).select_from(Client)) or 0


def tomorrow(firm: Firm) -> date:
    return firm.in_days(1)
