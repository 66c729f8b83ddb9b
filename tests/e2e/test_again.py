"""A head gives a client back to somebody who let it go lately: only with a reason."""

from tests.world import World

# The story begins on Monday, 23 November 2026, at eight in the morning in Moscow.


async def test_the_reason_is_asked_kept_and_shown(office: World) -> None:
    anna, igor = office.people.anna, office.people.igor
    await anna.writes("/new Ромашка")
    await anna.writes("/find Ромашка")
    await anna.taps("📥 В отстойник")
    await anna.taps("📵 Не отвечает")
    await igor.writes("/pool")
    await igor.taps("🙋 Назначить")
    await igor.taps("Анна")
    await igor.sees("Отдать можно, если есть причина")
    await igor.taps("✏️ Своими словами")
    await igor.writes("Клиент просил именно Анну")
    await igor.sees("Ромашка → Анна")
    await igor.taps("↩️ Отменить")
    assert await office.count("clients", "status = 'pool'") == 1
    await igor.writes("/pool")
    await igor.taps("🙋 Назначить")
    await igor.taps("Анна")
    await igor.taps("↩️ Отпущен по ошибке")
    await igor.sees("Ромашка → Анна")
    await anna.writes("/find Ромашка")
    await anna.taps("🕘 История")
    await anna.sees("снова прежний ответственный: отпущен по ошибке")
    await anna.sees("снова прежний ответственный: Клиент просил именно Анну")
    await igor.writes("/audit")
    await igor.sees("отстойник → Анна Петрова (отпущен по ошибке)")


async def test_everything_to_somebody_who_let_a_part_of_it_go(office: World) -> None:
    anna, boris = office.people.anna, office.people.boris
    igor, olga = office.people.igor, office.people.olga
    await anna.writes("/new Ромашка")
    await anna.writes("/find Ромашка")
    await anna.taps("📥 В отстойник")
    await anna.taps("📵 Не отвечает")
    await igor.writes("/pool")
    await igor.taps("🙋 Назначить")
    await igor.taps("Борис")
    await boris.writes("/new Лютик +7 916 123-45-68")

    async def preview() -> None:
        await olga.writes("/users")
        await olga.taps("Борис Сидоров")
        await olga.taps("🔀 Передать клиентов")
        await olga.taps("👤 Одному человеку")
        await olga.taps("Анна Петрова")
        await olga.sees("недавно отпущенных в отстойник этим же человеком — 1")

    await preview()
    await olga.taps("🔀 Передать всё")
    await olga.sees("Прежний ответственный: Анна Петрова")
    await olga.sees("Отдать можно, если есть причина")
    old = olga.screen
    await olga.taps("🔀 Передать остальных, этих оставить")
    await olga.sees("Останутся на месте: 1")
    await olga.taps("🔀 Передать всё")
    await olga.sees("Передано клиентов: 1")
    await olga.taps("↩️ Отменить")
    await preview()
    await olga.taps("🔀 Передать всё")
    await olga.taps("✏️ Своими словами")
    await olga.sees("останется в истории каждого")
    await olga.writes("Борис уходит в декрет")
    await olga.sees("Передано клиентов: 2")
    # The buttons of before lead to what is so now.
    await olga.taps_button(old, old.rows[0][0])
    await olga.sees("что-то изменилось")
    await anna.writes("/find Ромашка")
    await anna.taps("🕘 История")
    await anna.sees("снова прежний ответственный: Борис уходит в декрет")
