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
