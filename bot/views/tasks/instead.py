"""An answer to the question for a date that is none, or is about somebody else."""

from bot.method.planning.instead import AboutAnother, WithoutDate
from bot.method.tasks.date_question import DateQuestion, PlanDate, packed
from bot.views.parts.rows import back_button
from bot.views.screen import Button, Screen
from bot.views.taps.instead import LineIsMine, LineIsOthers, LineIsResult, WriteResult
from bot.views.taps.nav import KindCode
from bot.views.tasks.dates import back_tap
from bot.views.words import Words


def about_another_screen(words: Words, asked: AboutAnother) -> Screen:
    """Whom is it about?"""
    mine = LineIsMine(asked.line_id, asked.question.client_id)
    alone = len(asked.others) == 1
    label = "line-others" if alone else "line-others-many"
    yes = words.plain(label, name=asked.others[0])[:60]
    no = words.plain("line-mine", name=asked.client_name)[:60]
    rows = ((Button(yes, LineIsOthers(asked.line_id)),), (Button(no, mine),))
    back = (back_button(words, back_tap(asked.question)),)
    return Screen(words("line-whose"), (*rows, back))


def without_date_screen(words: Words, asked: WithoutDate) -> Screen:
    """No date; shall it be written down?"""
    tap = LineIsResult(asked.line_id, asked.question.client_id)
    rows = (
        (Button(words.plain("line-result"), tap, style="primary"),),
        (back_button(words, back_tap(asked.question)),),
    )
    return Screen(words("line-no-date", client=asked.client_name, text=asked.text), rows)


def result_button(words: Words, question: DateQuestion) -> Button:
    """Writes down what came of it, before the date."""
    purpose, client_id, other_id, kind = packed(question)
    outcome = question.outcome if isinstance(question, PlanDate) else None
    code = KindCode.of(kind)
    return Button(
        words.plain("next-result"), WriteResult(purpose, client_id, other_id, code, outcome)
    )


def result_form(words: Words, question: DateQuestion, client: str) -> Screen:
    """Asks for the comment."""
    return Screen(words("comment-ask", client=client), ((back_button(words, back_tap(question)),),))
