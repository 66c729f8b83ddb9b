"""Who has written a letter: a client, one of us, or no person at all (R9)."""

import pytest

from bot.lookup.mail_words import mail_words
from bot.method.inbound.mail.letter import Letter, MailAddress
from bot.method.inbound.mail.senders import is_of_ours, writer_of

IVAN = MailAddress("ivan@romashka.ru", "Иван")


@pytest.mark.parametrize(
    "letter",
    [
        Letter("1"),
        Letter("1", IVAN, is_automatic=True),
        Letter("1", MailAddress("mailer-daemon@mail.ru")),
        Letter("1", MailAddress("postmaster@romashka.ru")),
        Letter("1", MailAddress("no-reply@romashka.ru")),
        Letter("1", MailAddress("noreply+5@romashka.ru"), MailAddress("no-reply@romashka.ru")),
        Letter("1", IVAN, subject="Автоответ: Счёт"),
        Letter("1", IVAN, subject="Automatic reply: Invoice"),
        Letter("1", IVAN, subject="Undeliverable: Счёт"),
    ],
)
def test_no_person_has_written_it(letter: Letter) -> None:
    assert writer_of(letter, mail_words()) is None


def test_a_persons_letter_is_that_persons_and_a_sites_the_clients() -> None:
    other = MailAddress("petr@romashka.ru")
    assert writer_of(Letter("1", IVAN, other), mail_words()) == IVAN
    assert writer_of(Letter("1", MailAddress("noreply@firma.ru"), IVAN), mail_words()) == IVAN


@pytest.mark.parametrize(
    ("writer", "mailbox", "is_ours"),
    [
        ("sales@firma.ru", "Sales@firma.ru", True),
        ("anna@firma.ru", "sales@firma.ru", True),
        ("anna@other.ru", "sales@firma.ru", True),
        ("ivan@mail.ru", "firma@mail.ru", False),
        ("ivan@sub.firma.ru", "sales@firma.ru", False),
        ("ivan@romashka.ru", "sales", False),
    ],
)
def test_who_is_one_of_us(writer: str, mailbox: str, is_ours: bool) -> None:
    assert is_of_ours(MailAddress(writer), mailbox, {"anna@other.ru"}) is is_ours
