"""A head hands many clients out: how far it is stands on the screen, a restart loses nothing."""

from tests.world import World

# The story begins on Monday, 23 November 2026, at eight in the morning in Moscow.

IN_THE_POOL = """
INSERT INTO clients (kind, status, name, name_folded, attempts, created_at, pooled_at)
WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 65)
SELECT 'customer', 'pool', 'Клиент ' || n, 'клиент ' || n, 0, :at, :at FROM numbers
"""

OF_ANNA = """
INSERT INTO clients (kind, status, name, name_folded, attempts, created_at, owner_id)
WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 65)
SELECT 'customer', 'active', 'Клиент ' || n, 'клиент ' || n, 0, :at, 3 FROM numbers
"""


async def test_killed_in_the_middle_it_goes_on_and_is_taken_back_as_one(office: World) -> None:
    igor, bot, box = office.people.igor, office.stage.bot, office.stage.box
    await office.change(IN_THE_POOL, at="2026-11-20 09:00:00.000000")
    await igor.writes("/pool_assign 65")
    await igor.sees("65 клиентов")
    # How far it is, which is said after the first portion.
    box.faults.fail_next("editMessageText", 1, "hang", chat_id=igor.id)
    await igor.taps("✅ Раздать 65", wait=False)
    await box.wait(lambda: box.faults.hanging == 1)
    await bot.kill()
    box.faults.clear()
    assert await office.count("clients", "status = 'active'") == 30
    await bot.start()
    await igor.sees("Роздано: 65")
    assert await office.count("reactivations") == 65
    await igor.taps("↩️ Отменить")
    await igor.sees("Отстойник")
    assert await office.count("clients", "status = 'pool'") == 65


async def test_what_fails_in_the_middle_is_told_and_goes_on_by_one_tap(office: World) -> None:
    igor = office.people.igor
    await office.change(IN_THE_POOL, at="2026-11-20 09:00:00.000000")
    await office.change(
        "CREATE TRIGGER broken BEFORE UPDATE ON clients WHEN new.name = 'Клиент 40'"
        " BEGIN SELECT RAISE(ABORT, 'broken'); END"
    )
    await igor.writes("/pool_assign 65")
    await igor.taps("✅ Раздать 65")
    await igor.sees("Сбой посередине: раздача из отстойника")
    await igor.sees("Сделано клиентов: 30, осталось: 35")
    card = igor.screen
    await office.change("DROP TRIGGER broken")
    await igor.taps("▶️ Продолжить")
    await igor.sees("Роздано: 65")
    assert await office.count("reactivations") == 65
    await igor.taps_button(card, card.rows[0][0])
    await igor.sees("Продолжать уже нечего")
    assert await office.count("reactivations") == 65


async def test_an_heir_reads_of_everything_though_the_bot_was_killed_in_the_middle(
    office: World,
) -> None:
    olga, boris = office.people.olga, office.people.boris
    bot, box = office.stage.bot, office.stage.box
    await office.change(OF_ANNA, at="2026-11-20 09:00:00.000000")
    await olga.writes("/users")
    await olga.taps("Анна Петрова")
    await olga.taps("🔀 Передать клиентов")
    await olga.taps("👤 Одному человеку")
    await olga.taps("Борис Сидоров")
    box.faults.fail_next("editMessageText", 1, "hang", chat_id=olga.id)
    await olga.taps("🔀 Передать всё", wait=False)
    await box.wait(lambda: box.faults.hanging == 1)
    await bot.kill()
    box.faults.clear()
    assert await office.count("clients", "owner_id = 4") == 30
    await bot.start()
    await olga.sees("Передано клиентов: 65")
    await office.at("2026-11-23 09:30")
    told = [message.text for message in boris.messages if "передаёт вам клиентов" in message.text]
    assert len(told) == 1
    assert "передаёт вам клиентов: 65. Прежний ответственный: Анна Петрова" in told[0]
