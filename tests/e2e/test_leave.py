"""A manager wants to let clients go, and the head has the last word."""

from tests.world import World

# The story begins on Monday, 23 November 2026, at eight in the morning in Moscow.


async def test_above_the_number_of_the_day_the_head_is_asked(office: World) -> None:
    anna, head = office.people.anna, office.people.igor
    await office.change(
        "INSERT INTO policy (name, value, changed_at) VALUES ('release_per_day', '0', '2026-11-23')"
    )
    await anna.writes("/new Ромашка +7 916 123-45-67")
    await anna.writes("/find Ромашка")
    await anna.taps("📥 В отстойник")
    await anna.sees("дальше решает РОП")
    await anna.taps("📵 Не отвечает")
    await anna.sees("Запрос у РОПа")
    await office.at("Mon 09:30")
    await head.sees("просит отпустить в отстойник: Ромашка")
    await head.taps("📥 Ромашка")
    await head.taps("✏️ Оставить с ответом")
    await head.writes("Позвоните ещё раз до пятницы")
    await head.sees("узнает о решении")
    await office.at("Mon 09:40")
    await anna.sees("оставляет клиента вам: Ромашка")
    await anna.sees("Позвоните ещё раз до пятницы")


async def test_proposed_as_lost_and_confirmed(office: World) -> None:
    anna, head = office.people.anna, office.people.igor
    await anna.writes("/new Ромашка +7 916 123-45-67")
    await anna.writes("/find Ромашка")
    await anna.taps("☠️ Предложить потерять")
    await anna.taps("Закрылись или уехали")
    await anna.sees("Предложение у РОПа")
    await office.at("Mon 09:30")
    await head.taps("☠️ Ромашка")
    await head.taps("☠️ Подтвердить")
    await head.sees("потерян окончательно. Анна Петрова узнает о решении")
    await office.at("Mon 09:40")
    await anna.sees("подтверждает: Ромашка — потерян окончательно")
    await head.writes("/pool")
    await head.taps("☠️ Потерянные")
    await head.sees("причина: Закрылись или уехали")
