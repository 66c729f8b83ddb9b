"""`IMAP_URL` as people write it."""

import pytest

from bot.config import ConfigError, load_settings
from bot.mail.folder_names import folder_name
from bot.mailbox_url import MailboxAddress, read_mailbox_url


@pytest.mark.parametrize(
    ("url", "address"),
    [
        (
            "imaps://user:pass@imap.mail.ru",
            MailboxAddress("imap.mail.ru", 993, True, "user", "pass", "INBOX"),
        ),
        (
            "imaps://sales%40firma.ru:p%40ss%2F%25%3A@imap.yandex.ru:1993/%D0%97%D0%B0%D1%8F%D0%B2%D0%BA%D0%B8/",
            MailboxAddress("imap.yandex.ru", 1993, True, "sales@firma.ru", "p@ss/%:", "Заявки"),
        ),
        (
            "imaps://sales@firma.ru:pass@imap.firma.ru/Sales/New",
            MailboxAddress("imap.firma.ru", 993, True, "sales@firma.ru", "pass", "Sales/New"),
        ),
        ("imap://u:p@127.0.0.1:1143", MailboxAddress("127.0.0.1", 1143, False, "u", "p")),
        ("imap://u:p@[::1]/", MailboxAddress("::1", 143, False, "u", "p")),
    ],
)
def test_a_mailbox(url: str, address: MailboxAddress) -> None:
    assert read_mailbox_url(url) == address


BAD = [
    "imap.mail.ru",
    "https://user:pass@imap.mail.ru",
    "imaps://imap.mail.ru/INBOX",
    "imaps://user@imap.mail.ru",
    "imaps://:pass@imap.mail.ru",
    "imaps://user:@imap.mail.ru",
    "imaps://user:pass@",
    "imaps://user:pa/ss@imap.mail.ru",
    "imaps://user:pa?ss@imap.mail.ru",
    "imaps://user:pa#ss@imap.mail.ru",
    "imaps://user:pass@imap.mail.ru:99999",
    "imaps://user:pass@imap.mail.ru:port",
    "imaps://user:pa%0D%0Ass@imap.mail.ru",
    "imaps://user:pa%FFss@imap.mail.ru",
    "imaps://user:pass@imap.mail.ru/a b",
    "imaps://us er:pass@imap.mail.ru",
    "imap://user:pass@imap.mail.ru",
    "imaps://user:pass@[::1",
]


@pytest.mark.parametrize("url", BAD)
def test_what_is_none_is_one_sentence_without_the_password(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IMAP_URL", url)
    with pytest.raises(ConfigError) as refused:
        load_settings(None)
    assert (refused.value.code, refused.value.facts) == ("imap-url", {})


def test_the_settings_never_show_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IMAP_URL", "imaps://user:open-sesame@imap.mail.ru")
    settings = load_settings(None)
    assert settings.mailbox and settings.mailbox.password == "open-sesame"
    assert "sesame" not in repr(settings) + repr(settings.mailbox)


@pytest.mark.parametrize(
    ("name", "spelt"),
    [
        ("INBOX", '"INBOX"'),
        ("A&B", '"A&-B"'),
        ('a"b\\', '"a\\"b\\\\"'),
        ("Заявки", '"&BBcEMARPBDIEOgQ4-"'),
        ("Sales/Новые", '"Sales/&BB0EPgQyBEsENQ-"'),
    ],
)
def test_folders_as_imap_spells_them(name: str, spelt: str) -> None:
    assert folder_name(name) == spelt
