"""Rows read by statements of our own are what the mapper would have made of them."""

from sqlalchemy import select, text

from bot.models.client import Client
from bot.models.contact_point import points_of_client
from bot.models.dossier import dossier_of_client
from bot.models.task import Task
from bot.models.user import User
from tests.builders import Firm


async def test_a_row_is_read_as_one_object(firm: Firm) -> None:
    anna = await firm.person("Анна")
    number = await firm.client(anna, "Ромашка", phone="+79161234567", due=firm.in_days(1))
    async with firm.database.transaction() as session:
        client = await session.get_one(Client, number)
        client.name = "Лютик"
        dossier = await dossier_of_client(session, number)
        assert dossier is not None
        assert dossier.client is client
        assert (client.name, dossier.owner) == ("Лютик", await session.get_one(User, anna))
        assert dossier.tasks == (await session.scalars(select(Task))).all()
        assert (dossier.deals, dossier.gaps) == ([], [])
        (point,) = await points_of_client(session, number)
        assert point is (await points_of_client(session, number))[0]
        # As if somebody else had done it.
        await session.execute(text("UPDATE clients SET name = 'Мак'"))
        assert (await dossier_of_client(session, number)) is not None
        assert client.name == "Мак"
        assert client not in session.dirty
