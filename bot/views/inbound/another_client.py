"""Which of several messages on one inbound is another client's (R9)."""

from bot.method.inbound.cards import BroughtLine, WhichMessage
from bot.views.parts.rows import back_button
from bot.views.screen import Button, Row, Screen
from bot.views.taps.nav import OpenTask
from bot.views.taps.tasks import AnotherClient
from bot.views.words import Words, clean

_LONGEST = 40


def which_screen(words: Words, which: WhichMessage) -> Screen:
    """The messages that the reader has brought, the newest first."""
    rows: list[Row] = [(_line(words, which, line),) for line in which.lines]
    back = back_button(words, OpenTask(which.task_id))
    return Screen(words("which-message", client=which.client_name), (*rows, (back,)))


def _line(words: Words, which: WhichMessage, line: BroughtLine) -> Button:
    moment = words.moment(line.at, which.today)
    said = clean(line.text, _LONGEST) or words.plain("which-no-words")
    tap = AnotherClient(which.task_id, line.arrival_id, sure=True)
    return Button(f"{moment} · {said}", tap)
