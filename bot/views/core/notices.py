"""Short notices that the bot starts by itself."""

from datetime import date

from bot.method.core.cards import TaskLine
from bot.method.tasks.phrases.moment import Moment
from bot.views.parts.rows import about_client, home_row
from bot.views.screen import Brief, Button, Row, Screen
from bot.views.taps.nav import AskNext, OpenClient, OpenGaps, OpenTask
from bot.views.tasks.dates import moment_text
from bot.views.words import Words


def blocked_screen(words: Words, name: str) -> Screen:
    """Somebody is not reached any more."""
    return Screen(words("told-blocked", name=name))


def told_day_screen(words: Words, client: str, client_id: int, until: str) -> Screen:
    """The head has given another day for the client."""
    plan = Button(words.plain("do-plan"), AskNext(client_id), style="primary")
    text = words("told-day", client=client, until=until)
    short = (Button(about_client("\N{CLOCK FACE ONE OCLOCK}", client), AskNext(client_id)),)
    return Screen(text, ((plan,),), brief=Brief(text, (short,)))


def told_lost_screen(words: Words, client: str, by: str) -> Screen:
    """A leader has called the reader's client lost for good."""
    return Screen(words("told-lost", client=client, name=by), (home_row(words),))


def told_erased_screen(words: Words, number: str, by: str) -> Screen:
    """The data of the reader's client were erased on demand: nothing but the number is named."""
    return Screen(words("told-erased", client=number, name=by), (home_row(words),))


def taken_screen(words: Words, client: str, name: str, by: str) -> Screen:
    """A leader has given the reader's client to somebody else."""
    text = words("told-taken", client=client, name=name, by=by)
    return Screen(text, (home_row(words),))


def set_task_screen(words: Words, line: TaskLine, moment: Moment, by: str, today: date) -> Screen:
    """A leader has planned a task for the reader's client."""
    what = line.title or words.plain(f"kind-{line.kind}")
    if line.deal_title:
        what = f"{what} · {line.deal_title}"
    when = moment_text(words, moment, today)
    text = words("told-set", name=by, client=line.client_name, what=what, when=when)
    card = Button(words.plain("notice-task"), OpenTask(line.task_id), style="primary")
    rows = ((card, Button(words.plain("to-client"), OpenClient(line.client_id))),)
    short = (Button(about_client("\N{PUSHPIN}", line.client_name), OpenTask(line.task_id)),)
    return Screen(text, rows, brief=Brief(text, (short,)))


def handed_over_screen(
    words: Words,
    by: str,
    *,
    client: str | None = None,
    client_id: int | None = None,
    inbound_id: int | None = None,
    giver: str = "",
    count: int = 0,
) -> Screen:
    """One client, or all of somebody's, are the reader's now; first comes what waits."""
    if client is None or client_id is None:
        row = (Button(words.plain("more-gaps"), OpenGaps(), style="primary"),)
        return Screen(words("handed-all", name=by, giver=giver, count=count), (row,))
    rows: tuple[Row, ...] = (
        (
            Button(words.plain("do-plan"), AskNext(client_id), style="primary"),
            Button(words.plain("to-client"), OpenClient(client_id)),
        ),
        home_row(words),
    )
    text = words("handed-one", name=by, client=client)
    short = Button(about_client("\N{TWISTED RIGHTWARDS ARROWS}", client), AskNext(client_id))
    if inbound_id is not None:
        text = words("handed-wrote", name=by, client=client)
        answer = Button(words.plain("notice-open"), OpenTask(inbound_id), style="primary")
        rows = ((answer, rows[0][1]), rows[1])
        short = Button(about_client("\N{LARGE GREEN CIRCLE}", client), OpenTask(inbound_id))
    return Screen(text, rows, brief=Brief(text, ((short,),)))
