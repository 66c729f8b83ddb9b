"""The smaller buttons of a planned task: where it stands, and the way into a calendar."""

from bot.method.core.places import TaskAt
from bot.method.tasks.cards import TaskCard
from bot.views.parts.rows import back_button
from bot.views.screen import Attachment, Button, Row, Screen
from bot.views.taps.deals import AskPut, PutTask, ToCalendar
from bot.views.taps.tasks import AskTaskText, DropTaskText
from bot.views.words import Markup, Words


def more_rows(words: Words, card: TaskCard) -> tuple[Row, ...]:
    """One row: what is to be done, and what else fits."""
    text = Button(words.plain("task-reword"), AskTaskText(card.line.task_id))
    return ((text, *_put(words, card), *_calendar(words, card)),)


def text_form(words: Words, card: TaskCard) -> Screen:
    """Asks what is to be done by the task."""
    line = card.line
    parts = [words("task-reword-ask", client=line.client_name)]
    rows: tuple[Row, ...] = ((back_button(words, TaskAt(line.task_id)),),)
    if line.title:
        parts.append(words("task-reword-now", text=line.title))
        rows = ((Button(words.plain("task-reword-drop"), DropTaskText(line.task_id)),), *rows)
    return Screen(Markup("\n".join(parts)), rows)


def event_title(words: Words, card: TaskCard) -> str:
    """What the task is called in a calendar."""
    what = card.line.title or words.plain(f"kind-{card.line.kind}")
    return words.plain("calendar-event", what=what, client=card.line.client_name)


def calendar_file_screen(words: Words, card: TaskCard, content: bytes) -> Screen:
    """The task as a file that calendars open."""
    name = f"task-{card.line.task_id}.ics"
    return Screen(
        words("calendar-sent", client=card.line.client_name),
        attachments=(Attachment("document", name, content),),
        fresh=True,
    )


def _put(words: Words, card: TaskCard) -> Row:
    """To the client's deal (which one is asked where there are several), or back to the client."""
    task_id = card.line.task_id
    if card.line.on_deal:
        return (Button(words.plain("put-to-client"), PutTask(task_id, None)),)
    if not card.open_deals:
        return ()
    several = len(card.open_deals) > 1
    tap = AskPut(task_id) if several else PutTask(task_id, card.open_deals[0].deal_id)
    return (Button(words.plain("put-to-deal"), tap),)


def _calendar(words: Words, card: TaskCard) -> Row:
    if card.line.due_time is None:
        return ()
    return (Button(words.plain("to-calendar"), ToCalendar(card.line.task_id)),)
