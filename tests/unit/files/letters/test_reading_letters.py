# ruff: noqa: E501  the letters stand as programs write them
"""The bytes of letters: charsets that lie, HTML, attachments, headers of every kind (R9)."""

from base64 import b64encode
from datetime import UTC, datetime
from email.message import EmailMessage

import pytest

from bot.files.letters.charsets import text_of
from bot.files.letters.html_text import text_of_html
from bot.files.letters.reading import read_letter
from bot.lookup.mail_words import mail_words
from bot.method.inbound.mail.letter import Letter, MailAddress
from bot.method.inbound.mail.own_words import own_words

RUSSIAN = "Здравствуйте! Нужен счёт на десять столов."


def letter(body: bytes = b"x", **headers: str) -> Letter:
    lines = {"From": "ivan@romashka.ru", "Subject": "Order"} | {
        name.replace("_", "-"): value for name, value in headers.items()
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    found = read_letter(head.encode("utf-8", "surrogateescape") + b"\r\n" + body)
    assert found is not None
    return found


@pytest.mark.parametrize(
    "declared", ["", "us-ascii", "utf-8", "windows-1251", "koi8-r", "iso-8859-1", "no-such"]
)
@pytest.mark.parametrize("real", ["utf-8", "cp1251", "koi8-r"])
def test_a_charset_that_lies(declared: str, real: str) -> None:
    assert text_of(RUSSIAN.encode(real), declared) == RUSSIAN


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        ("Grüße aus München", "iso-8859-1"),
        ("Привет", "utf-16"),
        ("日本語のメール", "iso-2022-jp"),
        ("日本語のメール", "shift_jis"),
        ("plain", "windows-1251"),
        ("Да", "windows-1251"),
    ],
)
def test_a_charset_that_is_true(text: str, charset: str) -> None:
    assert text_of(text.encode(charset), charset) == text


def test_a_text_that_is_cut_off_inside_a_letter() -> None:
    assert text_of(RUSSIAN.encode()[:-2], "utf-8").startswith("Здравствуйте! Нужен")


def test_names_and_subjects_in_every_spelling() -> None:
    name, subject = b64encode("Иван, Ромашка".encode()).decode(), b64encode("Счёт".encode("koi8-r"))
    found = letter(
        From=f"=?utf-8?B?{name}?= <Ivan@Romashka.RU>", Subject=f"=?koi8-r?B?{subject.decode()}?="
    )
    assert (found.sender, found.subject) == (
        MailAddress("ivan@romashka.ru", "Иван, Ромашка"),
        "Счёт",
    )
    bare = letter(From="Иван <ivan@romashka.ru>", Subject="Счёт")
    assert (bare.sender, bare.subject) == (MailAddress("ivan@romashka.ru", "Иван"), "Счёт")
    old = letter(Subject="Счёт на столы".encode("cp1251").decode("utf-8", "surrogateescape"))
    assert old.subject == "Счёт на столы"


def test_who_it_goes_to_and_what_it_answers() -> None:
    found = letter(
        To="Sales <sales@firma.ru>, anna@firma.ru",
        Cc="Boris@firma.ru",
        Reply_To="other@romashka.ru",
        Message_ID="<5@romashka.ru>",
        In_Reply_To="<4@firma.ru>",
        References="<1@romashka.ru> <2@firma.ru>\r\n <4@firma.ru>",
        Date="Mon, 23 Nov 2026 10:00:00 +0300",
    )
    assert found.recipients == ("sales@firma.ru", "anna@firma.ru", "boris@firma.ru")
    assert found.reply_to == MailAddress("other@romashka.ru")
    assert found.message_id == "5@romashka.ru"
    assert found.thread == ("4@firma.ru", "2@firma.ru", "1@romashka.ru")
    assert found.sent_at == datetime(2026, 11, 23, 7, tzinfo=UTC)


def test_without_an_id_the_same_bytes_have_the_same() -> None:
    assert letter().message_id == letter().message_id != letter(b"y").message_id


@pytest.mark.parametrize(
    "date", ["", "rubbish", "Mon, 99 Nov 2026", "Mon, 1 Jan 0000 00:00:00 +9999"]
)
def test_a_date_that_is_none(date: str) -> None:
    assert letter(Date=date).sent_at is None


@pytest.mark.parametrize(
    "headers",
    [
        {"Auto_Submitted": "auto-replied"},
        {"Precedence": "bulk"},
        {"List_Id": "<news.shop.ru>"},
        {"Return_Path": "<>"},
        {"X_Autoreply": "yes"},
        {"X_Spam_Flag": "YES"},
        {"Content_Type": "multipart/report; boundary=a"},
    ],
)
def test_what_a_robot_says_of_itself(headers: dict[str, str]) -> None:
    assert letter(**headers).is_automatic


@pytest.mark.parametrize(
    "headers",
    [{}, {"Auto_Submitted": "no"}, {"Precedence": "normal"}, {"X_Spam_Status": "No, score=1"}],
)
def test_what_people_write(headers: dict[str, str]) -> None:
    assert not letter(**headers).is_automatic


def made(text: str | None, page: str | None = None) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "ivan@romashka.ru"
    if text is not None:
        message.set_content(text)
    if page is not None and text is not None:
        message.add_alternative(page, subtype="html")
    elif page is not None:
        message.set_content(page, subtype="html")
    return message


def read(message: EmailMessage) -> Letter:
    found = read_letter(message.as_bytes())
    assert found is not None
    return found


def test_attachments_are_named_and_not_taken() -> None:
    message = made("Прайс во вложении", "<p>Прайс</p>")
    message.add_attachment(
        b"%PDF", maintype="application", subtype="pdf", filename="Прайс, 2026.pdf"
    )
    message.add_attachment("a;b", filename="rows.csv")
    message.add_attachment(
        b"\x89PNG",
        maintype="image",
        subtype="png",
        filename="logo.png",
        cid="<1>",
        disposition="inline",
    )
    inner = made("чужие слова")
    message.add_attachment(inner, filename="letter.eml")
    found = read(message)
    assert found.text.strip() == "Прайс во вложении"
    assert found.attachments == ("Прайс, 2026.pdf", "rows.csv", "letter.eml")


def test_a_letter_that_is_cut_off() -> None:
    message = made("Нужен счёт")
    message.add_attachment(b"x" * 300_000, maintype="application", subtype="zip", filename="a.zip")
    found = read_letter(message.as_bytes()[:50_000])
    assert found is not None
    assert (found.text.strip(), found.attachments) == ("Нужен счёт", ("a.zip",))


OUTLOOK = """<html><head><style>p {color: red}</style><title>t</title></head><body lang=RU>
<div class=WordSection1><p class=MsoNormal>Оплатили&nbsp;счёт.<o:p></o:p></p>
<p class=MsoNormal>Когда отгрузка?</p>
<div style='border:none;border-top:solid #E1E1E1 1.0pt'><p class=MsoNormal><b>From:</b> Anna &lt;anna@firma.ru&gt;<br>
<b>Sent:</b> Monday, November 23, 2026 10:00 AM<br><b>To:</b> Ivan<br><b>Subject:</b> Счёт</p></div>
<p>Добрый день</p></div></body></html>"""
GMAIL = """<div dir="ltr">Оплатили счёт.<div>Когда отгрузка?</div></div><br><div class="gmail_quote">
<div dir="ltr" class="gmail_attr">пн, 23 нояб. 2026 г. в 10:00, Анна &lt;<a href="mailto:anna@firma.ru">anna@firma.ru</a>&gt;:<br></div>
<blockquote class="gmail_quote" style="margin:0"><div>Добрый день</div></blockquote></div>"""
YANDEX = """<div>Оплатили счёт.</div><div>Когда отгрузка?</div><div> </div><div>23.11.2026, 10:00, "Анна" &lt;anna@firma.ru&gt;:</div>
<blockquote><div>Добрый день</div></blockquote><div>-- </div><div>С уважением, Иван</div>"""
MAIL_RU = """<HTML><BODY><div>Оплатили счёт.<br>Когда отгрузка?</div><br><br><blockquote style="border-left:1px solid #0857A6">
Понедельник, 23 ноября 2026, 10:00 +03:00 от Анна &lt;anna@firma.ru&gt;:<br><div>Добрый день</div></blockquote></BODY></HTML>"""
APPLE = """<html><head></head><body>Оплатили счёт.<div>Когда отгрузка?<br><br><div dir="ltr">Отправлено с iPhone</div><div dir="ltr"><br>
<blockquote type="cite">23 нояб. 2026 г., в 10:00, Анна &lt;anna@firma.ru&gt; написал(а):<br><br></blockquote></div>
<blockquote type="cite"><div>Добрый день</div></blockquote></div></body></html>"""


@pytest.mark.parametrize(
    "page",
    [OUTLOOK, GMAIL, YANDEX, MAIL_RU, APPLE],
    ids=["outlook", "gmail", "yandex", "mail.ru", "apple"],
)
def test_html_only(page: str) -> None:
    found = own_words(read(made(None, page)).text, mail_words())
    lines = [line for line in found.words.splitlines() if line]
    assert lines == ["Оплатили счёт.", "Когда отгрузка?"]


def test_of_two_bodies_the_plain_one_is_read_unless_it_is_empty() -> None:
    assert read(made("Слова", "<p>Страница</p>")).text.strip() == "Слова"
    assert read(made(" \n", "<p>Страница</p>")).text.strip() == "Страница"


@pytest.mark.parametrize(
    "page",
    [
        "<script>" * 9,
        "<blockquote>" * 20_000 + "a",
        "<!--" * 9,
        "<b" * 60_000,
        "&#x110000;",
        "<style>a",
    ],
)
def test_pages_that_are_none(page: str) -> None:
    text_of_html(page)


@pytest.mark.parametrize("mark", ["<![чужое[ x ]]>", "<![foo[", "<!foo [", "<![if !mso]>"])
def test_markup_that_no_parser_knows_takes_no_letter_away(mark: str) -> None:
    text = text_of_html(f"<p>Нужен счёт</p>{mark}<p>и акт</p>")
    assert text.startswith("Нужен счёт")


def test_letters_that_are_none() -> None:
    nested = b"".join(
        f"Content-Type: multipart/mixed; boundary=b{n}\r\n\r\n--b{n}\r\n".encode()
        for n in range(400)
    )
    for raw in (b"", b"\x00" * 100, b"\xff" * 100, nested, b"From: <\r\n\r\n"):
        found = read_letter(raw)
        assert found is None or found.message_id
