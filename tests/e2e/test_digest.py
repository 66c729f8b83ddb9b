"""The morning names the clients without a task, each a tap away from the dates."""

from tests.world import World


async def test_the_digest_asks_about_clients_without_a_task(office: World) -> None:
    boris = office.people.boris
    for name in ("Котов", "Белова"):
        await boris.writes(f"/new {name}")
    await boris.writes("/new Орлов")
    await boris.taps("Завтра")
    await office.at("2026-11-24 09:00")
    digest = await boris.sees("Доброе утро, Борис")
    assert "Котов — нет дела" in digest.text
    assert "Белова — нет дела" in digest.text
    assert "Орлов — нет дела" not in digest.text
    assert await office.count("gaps", "closed_at IS NULL AND asked_at IS NULL") == 0
    await boris.taps("Котов", digest)
    await boris.taps("Через 3 дня")
    assert await office.count("gaps", "closed_at IS NULL") == 1
