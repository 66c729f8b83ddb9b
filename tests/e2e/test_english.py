"""Who reads English reads nothing but English, but for what people themselves have typed."""

import re

from sandbox import Person, Post
from tests.world import World

RUSSIAN = re.compile("[А-Яа-яЁё]+")
TYPED = re.compile(
    "Ольга|Директорова|Игорь|Ропов|Анна|Петрова|Борис|Сидоров|Марина|Лебедева|Виктор|Орлов"
    "|Продажи|ООО|Ромашка|ИП|Котов|обсудить договор|позвонить"
)
OTHER_LANGUAGE = "🌐 Русский"
STAGES = re.compile("Новая|Переговоры|Предложение|Договор|Оплата|Счёт|КП")
"""The stages are the company's own words."""
LEFT_ALONE = (OTHER_LANGUAGE, "🚪", "Close the access")
"""Buttons that would end the walk."""
MOST_TAPS = 7
"""Buttons of one screen that are tapped."""


def russian_in(post: Post) -> list[str]:
    """What of a message is said in Russian by the bot."""
    said = "\n".join([post.text, *post.labels])
    for known in (TYPED, STAGES, re.compile(OTHER_LANGUAGE)):
        said = known.sub("", said)
    return RUSSIAN.findall(said)


def to_tap(post: Post) -> list[str]:
    """The buttons that lead on."""
    alive = [button.label for row in post.rows for button in row if not button.dead]
    return [label for label in alive if label not in LEFT_ALONE]


async def speaks_english(person: Person) -> None:
    await person.writes("/me")
    await person.taps("🌐 English")


async def looks_around(person: Person) -> list[tuple[str, list[str]]]:
    """Every command of the menu, and below it the first buttons; what was
    Russian on each."""
    found: list[tuple[str, list[str]]] = []
    for command in person.commands:
        await person.writes(f"/{command}")
        found += [(command, russian_in(person.screen))]
        for label in to_tap(person.screen)[:MOST_TAPS]:
            await person.writes(f"/{command}")
            if label in person.screen.labels:
                await person.taps(label)
                found += [(f"{command} > {label}", russian_in(person.screen))]
        await person.writes("/cancel")
    return found


async def test_a_manager_and_the_director_read_english_everywhere(office: World) -> None:
    anna, olga = office.people.anna, office.people.olga
    await anna.writes("/new ООО «Ромашка» +7 916 123-45-67")
    await anna.taps("Через 3 дня")
    await anna.writes("/new Виктор Орлов +7 903 111-22-33")
    for person in (anna, olga):
        await speaks_english(person)
        shown = await looks_around(person)
        assert len(shown) > 40
        assert [(where, words) for where, words in shown if words] == []
        assert not any(RUSSIAN.search(key) for row in person.keyboard for key in row)
