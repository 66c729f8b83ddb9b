"""What people have said is to be done, before the date is: kept beside the question for it."""

from dataclasses import dataclass

from bot.method.core.terms import TaskKind
from bot.method.tasks.date_question import (
    AnswerDate,
    BuyDate,
    DateQuestion,
    PlanDate,
    packed,
)
from bot.models.base import JsonDict
from bot.services.core.work import Act

_KEY = "words"


@dataclass(frozen=True)
class Said:
    """The words, and of which kind they say that the task is."""

    words: str | None = None
    kind: TaskKind | None = None


def said_for(act: Act, question: DateQuestion, newest: int | None = None) -> Said:
    """What was said about the task that the question is for. With the `newest` task of the client:
    nothing where it has become one since."""
    form = act.actor.form or {}
    kept: JsonDict = form.get(_KEY) or {}
    is_over = newest is not None and form.get("newest") not in (None, newest)
    if kept.get("client") != question.client_id or is_over:
        return Said()
    if kept.get("of") != _task_of(question):
        return Said()
    kind = kept.get("kind")
    return Said(kept.get("words"), TaskKind(kind) if kind else None)


def keep_said(act: Act, question: DateQuestion, said: Said) -> None:
    """Keep it while no text is a date: of which deal, or why the task is moved, is asked first."""
    act.actor.form = {"name": _KEY} | kept_said(act, question, said)


def kept_said(act: Act, question: DateQuestion, said: Said | None = None) -> JsonDict:
    """It as the form of the question has it; what was kept before, where nothing new is `said`."""
    said = said if said is not None and said != Said() else said_for(act, question)
    if said == Said():
        return {}
    kept = {"client": question.client_id, "of": _task_of(question), "words": said.words}
    return {_KEY: kept | ({"kind": said.kind.value} if said.kind else {})}


def _task_of(question: DateQuestion) -> str | None:
    """What the task is told by that has been there already; None for a new one, whichever question
    it comes from. Words about the one say nothing about the other."""
    if isinstance(question, PlanDate | AnswerDate | BuyDate):
        return None
    purpose, _, other_id, _ = packed(question)
    return f"{purpose}{other_id}"
