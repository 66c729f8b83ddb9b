"""A manager takes the base along: the files come by themselves, in both forms."""

from bot.files.reading import read_clients
from tests.world import World


async def test_the_base_as_a_file(office: World) -> None:
    anna = office.people.anna
    await anna.writes("/new ООО «Ромашка» +7 916 123-45-67")
    await anna.taps("Завтра")
    for label in ("📊 Excel", "📄 CSV"):
        await anna.writes("/export")
        await anna.taps(label)
        await office.stage.rest()
        await anna.sees("Готово: 1 клиент")
    files = [message.content for message in anna.messages if message.content]
    assert len(files) == 4
    for content in files[:2]:
        (row,) = read_clients(content).rows
        assert (row.name, row.phones) == ("ООО «Ромашка»", ("+79161234567",))
