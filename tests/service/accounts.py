"""People's own accounts in Telegram, and what is written there."""

from typing import Any

from sqlalchemy import select

from bot.method.core.terms import ContactKind, Direction, Event
from bot.models import (
    ContactPoint,
    OutboxMessage,
    OutboxStatus,
    Task,
    TimelineEntry,
)
from bot.services.core.messages import key_of
from bot.services.inbound.business.messages import BusinessMessage
from tests.builders import Firm
from tests.service import seen
from tests.service.gateway import Json, Listener, gateway
from tests.service.sales import Sales

CLIENT, OTHER = 7001, 7002
LINK = "c-1"


def connected(owner: int, link: str = LINK, *, on: bool = True, **rights: bool) -> Json:
    body = {"id": link, "user": {"id": owner, "is_bot": False, "first_name": "Анна"}}
    body |= {"user_chat_id": owner, "date": 1_700_000_000, "is_enabled": on}
    return {"business_connection": body | {"rights": rights}}


class Chat:
    """A chat of somebody's account; its messages are numbered."""

    def __init__(self, firm: Firm, partner: int = CLIENT, link: str = LINK) -> None:
        self.firm, self.partner, self.link = firm, partner, link
        self.name = "Иван" if partner == CLIENT else "Эльвира"
        self.number = 10

    def writes(
        self, said: str, by: int | None = None, kind: str = "business_message", **more: Any
    ) -> Json:
        self.number += kind == "business_message"
        author = self.partner if by is None else by
        return {
            kind: {
                "message_id": self.number,
                "business_connection_id": self.link,
                "date": int(self.firm.clock.now().timestamp()),
                "from": {"id": author, "is_bot": False, "first_name": self.name},
                "chat": {"id": self.partner, "type": "private", "first_name": "Иван"},
                "text": said,
            }
            | more
        }

    def deletes(self, *numbers: int) -> Json:
        body = {"business_connection_id": self.link, "message_ids": list(numbers)}
        return {
            "deleted_business_messages": body | {"chat": {"id": self.partner, "type": "private"}}
        }


async def told(firm: Firm, *updates: Json, telegram: Listener | None = None) -> Listener:
    telegram = telegram or Listener()
    async with gateway(firm, telegram) as gate:
        # Numbers go on where another gateway of the story ended.
        gate.last = firm.ids.setdefault("update", 0)
        for update in updates:
            await gate.stores(update)
            assert await gate.deals() == (0, 0)
        firm.ids["update"] = gate.last
    return telegram


async def linked(firm: Firm, owner_id: int, account: int = CLIENT) -> int:
    client_id = await firm.client(owner_id, "Иван Смирнов")
    async with firm.work() as work:
        point = ContactPoint(client_id=client_id, kind=ContactKind.TELEGRAM, value=str(account))
        work.session.add(point)
    return client_id


async def anna(firm: Firm, *more: Json) -> tuple[Sales, int, int]:
    """A department in which Anna's account is connected; her number, and her client."""
    sales = await Sales(firm).hire()
    number = firm.ids["Анна Петрова"]
    await told(firm, connected(number), *more)
    return sales, number, await linked(firm, sales.anna)


async def rows(firm: Firm, table: type[Any]) -> list[Any]:
    async with firm.work() as work:
        return list(await work.session.scalars(select(table).order_by(table.id)))


async def inbounds(firm: Firm, client_id: int) -> list[Task]:
    return [t for t in await seen.tasks(firm, client_id) if t.direction is Direction.INBOUND]


async def history(firm: Firm, client_id: int, event: Event) -> list[dict[str, Any]]:
    entries = await rows(firm, TimelineEntry)
    return [e.data for e in entries if e.client_id == client_id and e.event is event]


async def card_was_sent(firm: Firm, task_id: int, user_id: int) -> None:
    """The card of the inbound lies in the chat as message 77."""
    async with firm.work() as work:
        key = key_of(BusinessMessage(task_id), user_id, work.now)
        (row,) = await work.session.scalars(select(OutboxMessage).where(OutboxMessage.key == key))
        row.status, row.message_id = OutboxStatus.SENT, 77
