"""How the bot speaks: what people read names nobody's sex, and calls one thing by one word."""

import re
from collections.abc import Iterator

import pytest

from bot.locales import LOCALES
from tests.house.said import said

TAGS = re.compile(r"</?\w+>|<a href=[^>]*>")
VALUES = re.compile(r"\{[\w…]+\}")
COMMANDS = re.compile(r"(?<!\w)/[a-z_]+|(?:https?|[\w+]+)://\S*")

MASCULINE = re.compile(r"\b[а-яё]*(?:[аеиоуыяё]л|нёс|вёз)(?:ся)?\b", re.IGNORECASE)
"""A verb in the past about a man, and what else ends alike."""
NOUNS = {"дел", "отдел", "журнал", "канал", "квартал"}
NEUTRAL = re.compile(
    r"(?:не|что) (?:понял|нашёл)"
    r"|клиент (?:вернулся|вышел|написал|попросил|ушёл)|писал другой клиент|нашёлся \{count\} клиент"
    r"|написал я, а не клиент|кто это был|никто не (?:остался|уехал)"
    r"|(?:импорт|отпуск|отстойник|этот отпуск уже) (?:прервался|начался|закончился|изменился)",
    re.IGNORECASE,
)
"""The bot about itself, and what is said of a thing or of "клиент", which is a word of that sex."""
LABELS = {"💬 Написал", "✅ Вернул", "🎉 Сам вернулся! {sender} — клиент из отстойника."}
"""The product's vocabulary as it was given."""

HIM = re.compile(r"\b(?:за ним|у него|к нему)\b", re.IGNORECASE)
BESIDE_A_NAME = re.compile(
    r"(?:клиент(?:а|у|ом|е)|\b(?:без|для|за|из|к|о|об|от|по|с|у)) "
    r"\{(?:client|giver|name|owner|sender)\}"
)
"""A name stands in the nominative: nobody can decline all of them."""

TOUCH = re.compile(r"(?:следующ|перв)\w+ контакт|контактов ещё не было", re.IGNORECASE)
OTHER_CONTACTS = {
    "import-ask",
    "import-field-contact",
    "import-profile-amo_contacts",
    "import-profile-bitrix_contacts",
    "import-profile-google",
    "refusal-file-telegram",
}
"""What other programs call so, and the person of a column."""

ONE_WORD = {
    "контакт is the touch only": re.compile(r"\bконтакт", re.IGNORECASE),
    "a touch is a контакт, a tap a нажатие": re.compile(r"\bкасани", re.IGNORECASE),
    "без дела": re.compile(r"\bбез (?:дел|задач\w*|плана)\b", re.IGNORECASE),
    "дело": re.compile(r"\bзадач", re.IGNORECASE),
    "админ": re.compile(r"\bадминистратор", re.IGNORECASE),
    "ещё": re.compile(r"\bеще\b", re.IGNORECASE),
    "☠️ is the sign of who is lost": re.compile("💀|⚰|🪦"),
    "⚪️ with its selector": re.compile("⚪(?!\ufe0f)"),
}
ELSEWHERE = {"cli-no-job": "дело"}
"""A job of the operator is no task of a manager."""

ONE_SEX = re.compile(r"\b(?:he|him|his|himself|she|her|hers|herself)\b", re.IGNORECASE)
SAID_OTHERWISE = {
    "an amount, in English": re.compile(r"\bsums?\b", re.IGNORECASE),
    "an action is undone": re.compile(r"\btak(?:e|en|ing) (?:\w+ ){0,3}back\b", re.IGNORECASE),
    "who, not whom": re.compile(r"\b(?<!with )(?<!to )whom\b", re.IGNORECASE),
    "a task is on a client": re.compile(r"\btask stands\b", re.IGNORECASE),
}
"""What sounds translated, and how else it is said."""

SETTINGS = re.compile(r"\b[A-Z]+(?:_[A-Z]+)+\b")
LATIN = re.compile(r"[A-Za-z]{2,}")
NAMES = {
    *("BotFather", "Excel", "Google", "Mode", "Secretary", "Telegram", "amoCRM", "vCard"),
    *("CSV", "ISO", "RU", "UTF", "csv", "vcf", "xlsx"),
    *("demo", "doctor", "env", "make", "migrate", "policy"),
    *("Asia", "English", "Yekaterinburg"),
}
AS_IT_IS_CALLED = ("config-", "connect-", "doctor-", "source-")
"""About settings of the bot and of other programs: their names are the same in every language."""
CYRILLIC = re.compile("[А-Яа-яЁё]")
IN_RUSSIAN = {"me-language", "refusal-file-garbled"}
"""Read by who knows Russian, and a sample of letters that are lost."""


def plain(text: str) -> str:
    """The text without tags, as it is read."""
    return TAGS.sub("", text)


def faults(locale: str, key: str, text: str) -> Iterator[str]:
    """What is wrong with one text of a message."""
    read = plain(text)
    if "  " in read.strip():
        yield "two spaces"
    if re.search(r" [,.;:!?](?!\w)", read.strip()):
        yield "a space before a sign"
    if re.search('["’]' if locale == "ru" else '["’«»]', read):
        yield "quotes of another language"
    yield from _russian(key, read) if locale == "ru" else _english(key, read)


def _russian(key: str, read: str) -> Iterator[str]:
    left = "" if read in LABELS else NEUTRAL.sub("", read)
    words = {found[0].lower() for found in MASCULINE.finditer(left)}
    yield from sorted(words - NOUNS)
    if HIM.search(read):
        yield "him"
    if BESIDE_A_NAME.search(read):
        yield "a name that would have to be declined"
    words_left = "" if key in OTHER_CONTACTS else TOUCH.sub("", read)
    for name, other in ONE_WORD.items():
        if other.search(words_left) and ELSEWHERE.get(key) != name:
            yield name
    if not key.startswith(AS_IT_IS_CALLED):
        shown = SETTINGS.sub("", COMMANDS.sub("", VALUES.sub("", read)))
        yield from (word for word in LATIN.findall(shown) if word not in NAMES)


def _english(key: str, read: str) -> Iterator[str]:
    if CYRILLIC.search(read) and key not in IN_RUSSIAN:
        yield "Russian"
    if re.search(r"\bcan not\b", read):
        yield "cannot is one word"
    said_by_us = VALUES.sub("", read)
    if ONE_SEX.search(said_by_us):
        yield "him"
    yield from (name for name, other in SAID_OTHERWISE.items() if other.search(said_by_us))


@pytest.mark.parametrize("locale", LOCALES)
def test_every_message_is_worded_like_the_others(locale: str) -> None:
    wrong = {
        (key, fault): text for key, text in said(locale) for fault in faults(locale, key, text)
    }
    assert wrong == {}


@pytest.mark.parametrize(
    ("locale", "text", "fault"),
    [
        ("ru", "👤 {name} отпустил клиента", "отпустил"),
        ("ru", "Вёл: {name}.", "вёл"),
        ("ru", "{client} вернулся", "вернулся"),
        ("ru", "РОП дал время", "дал"),
        ("ru", "Клиенты останутся за ним", "him"),
        ("ru", "{name} ушёл", "ушёл"),
        ("ru", "{name} перенёс дело", "перенёс"),
        ("ru", "☠️ потерян окончательно  (Игорь)", "two spaces"),
        ("ru", "Готово : {count}", "a space before a sign"),
        ("ru", 'Правило "{name}"', "quotes of another language"),
        ("ru", "Отпустить клиента <b>{client}</b>?", "a name that would have to be declined"),
        ("ru", "Как назвать карточку для {name}?", "a name that would have to be declined"),
        ("ru", "📞 Контакты ({count})", "контакт is the touch only"),
        ("ru", "Клиент без плана", "без дела"),
        ("ru", "⚪ без дела", "⚪️ with its selector"),
        ("ru", "Выберите deadline", "deadline"),
        ("en", "The rule «{name}»", "quotes of another language"),
        ("en", "Ещё {count}", "Russian"),
        ("en", "It can not be", "cannot is one word"),
        ("en", "A head decides by himself", "him"),
        ("en", "💰 Sum", "an amount, in English"),
        ("en", "Take the import back", "an action is undone"),
        ("en", "Whom are we looking for?", "who, not whom"),
        ("en", "The task stands on the deal", "a task is on a client"),
    ],
)
def test_what_is_worded_otherwise_is_seen(locale: str, text: str, fault: str) -> None:
    assert list(faults(locale, "a-key", text)) == [fault]


def test_what_is_right_is_left_alone() -> None:
    for text in ("Не понял дату.", "Когда следующий контакт?", "Отпустить клиента: {client}"):
        assert list(faults("ru", "a-key", text)) == []
