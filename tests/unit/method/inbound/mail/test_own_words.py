# ruff: noqa: E501  the letters stand as programs write them
"""What is of a letter's own: the shapes of the programs that people write with (R9)."""

import pytest

from bot.lookup.mail_words import mail_words
from bot.method.inbound.mail.own_words import WrittenWords, bare_subject, own_words

OURS = "Добрый день! Отправляю счёт.\nАнна\n+7 495 000-00-00"
QUOTED = "\n".join(f"> {line}" for line in OURS.splitlines())

GMAIL_RU = f"Спасибо, оплатили.\n\nпн, 23 нояб. 2026 г. в 10:00, Анна Петрова <anna@firma.ru>:\n\n{QUOTED}\n"
GMAIL_EN = f"Paid, thanks.\n\nOn Mon, Nov 23, 2026 at 10:00 AM Anna Petrova <anna@firma.ru>\nwrote:\n\n{QUOTED}\n"
OUTLOOK_RU = f"""Оплатили.

С уважением,
Иван Ромашкин
тел. 8 916 123-45-67

________________________________
От: Анна Петрова <anna@firma.ru>
Отправлено: понедельник, 23 ноября 2026 г. 10:00
Кому: Иван <ivan@romashka.ru>
Тема: RE: Счёт

{OURS}
"""
OUTLOOK_EN = f"""Paid.

Best regards,
Ivan

From: Anna Petrova <anna@firma.ru>
Sent: Monday, November 23, 2026 10:00 AM
To: Ivan
Subject: RE: Invoice

{OURS}
"""
OLD_OUTLOOK = f"Оплатили.\n\n-----Original Message-----\nFrom: Анна [mailto:anna@firma.ru]\nSent: Monday\nTo: Ivan\n\n{OURS}"
YANDEX = f"""Оплатили.

23.11.2026, 10:00, "Анна Петрова" <anna@firma.ru>:
{QUOTED}
-- \nС уважением, Иван Ромашкин
+7 916 123-45-67
"""
MAIL_RU = f"""Оплатили.
--
Иван Ромашкин
Отправлено из Mail.ru для Android

Понедельник, 23 ноября 2026, 10:00 +03:00 от Анна Петрова <anna@firma.ru>:

{QUOTED}
"""
APPLE = f"""Оплатили.

Отправлено с iPhone

> 23 нояб. 2026 г., в 10:00, Анна Петрова <anna@firma.ru> написал(а):
>
{QUOTED}
"""
APPLE_EN = f"Paid.\n\nSent from my iPhone\n\n> On 23 Nov 2026, at 10:00, Anna <anna@firma.ru> wrote:\n> \n{QUOTED}"
THUNDERBIRD = f"23.11.2026 10:00, Анна пишет:\n{QUOTED}\n\nОплатили.\n\n-- \nИван\n"


@pytest.mark.parametrize(
    "text",
    [OUTLOOK_RU, OLD_OUTLOOK, YANDEX, MAIL_RU, APPLE, THUNDERBIRD],
    ids=["outlook", "old outlook", "yandex", "mail.ru", "apple", "thunderbird"],
)
def test_an_answer_is_what_was_written_now(text: str) -> None:
    assert own_words(text, mail_words()).words == "Оплатили."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (GMAIL_RU, "Спасибо, оплатили."),
        (GMAIL_EN, "Paid, thanks."),
        (OUTLOOK_EN, "Paid."),
        (APPLE_EN, "Paid."),
        (
            f"> Когда отгрузка?\nВ среду\n> Какой адрес?\nСкладская, 1\n{QUOTED}",
            "В среду\nСкладская, 1",
        ),
        ("Здравствуйте\nпн, 23 нояб. 2026 г. в 10:00, Анна <anna@firma.ru>:\n> а", "Здравствуйте"),
        (f"Ответ\n\nОт: Анна <anna@firma.ru>\nКому: Иван\n\n{OURS}", "Ответ"),
        (f"Ответ\n\n-------- Исходное сообщение --------\n{OURS}", "Ответ"),
        (f"Ответ\n\nВторник, 24 ноября 2026, 9:15 +03:00 от anna@firma.ru:\n\n{OURS}", "Ответ"),
        (f"Ответ\n\nOn 23/11/2026 10:00, Anna wrote:\n\n{OURS}", "Ответ"),
        (f"Ответ\n\nвт, 24 нояб. 2026 г., 09:15 Анна <anna@firma.ru>:\n\n{OURS}", "Ответ"),
        (
            f"Ответ\n\n----------------\nКому: Иван (ivan@romashka.ru);\nТема: Счёт;\n{QUOTED}",
            "Ответ",
        ),
        ("Ответ\nС уважением, директор ООО «Ромашка»\nИван", "Ответ"),
        ("Ответ\nС уважением Иван Ромашкин", "Ответ"),
        ("Ответ\n\nSent with Proton Mail secure email.", "Ответ"),
        ("Ответ\n\nПолучить Outlook для iOS<https://aka.ms/o0ukef>", "Ответ"),
        ("<br>", "<br>"),
        ("", ""),
    ],
)
def test_more_shapes(text: str, words: str) -> None:
    assert own_words(text, mail_words()).words == words


@pytest.mark.parametrize(
    "text",
    [
        "Встреча 23.11.2026 в 10:00, адрес:\nСкладская, 1",
        "Нужно:\n- столы\n- стулья",
        "С уважением отношусь к вашим ценам, но нужна скидка",
        "С уважением прошу прислать счёт",
        "Пишите от 9:00 до 18:00",
        "От вас нужен счёт:\nна 10 столов",
        "Наш адрес: Москва\nТема: столы",
        "Цена -- 100\n2026",
    ],
)
def test_what_only_looks_like_a_quotation_or_a_signature_stays(text: str) -> None:
    assert own_words(text, mail_words()) == WrittenWords(text)


def test_the_signature_is_known_apart() -> None:
    found = own_words(OUTLOOK_RU, mail_words())
    assert found.signature == "С уважением,\nИван Ромашкин\nтел. 8 916 123-45-67"


@pytest.mark.parametrize(
    "text",
    [
        "---------- Forwarded message ---------\nОт: Пётр <petr@romashka.ru>\nDate: пн\nНужны столы",
        '-------- Пересылаемое сообщение --------\n23.11.2026, 10:00, "Пётр" <p@r.ru>:\n> Нужны столы',
        "Begin forwarded message:\n\nFrom: Petr <p@r.ru>\nSubject: x\n\nНужны столы",
    ],
)
def test_of_a_letter_that_only_passes_another_one_on_that_ones_words_are_kept(text: str) -> None:
    assert own_words(text, mail_words()).words.endswith("Нужны столы")
    assert own_words(f"См. ниже\n\n{text}", mail_words()).words == "См. ниже"


@pytest.mark.parametrize(
    "text", [">" * 100_000, "a:\n" * 50_000, "-" * 100_000, "2026 1:00 <a@b" * 9000]
)
def test_rubbish_takes_no_time(text: str) -> None:
    own_words(text, mail_words())


@pytest.mark.parametrize(
    ("subject", "bare"),
    [
        ("Re: RE[2]: Ответ: Счёт", "Счёт"),
        ("Fwd: Счёт", "Счёт"),
        ("Счёт: 5", "Счёт: 5"),
        ("Re:", ""),
    ],
)
def test_a_subject_without_its_marks(subject: str, bare: str) -> None:
    assert bare_subject(subject, mail_words()) == bare
