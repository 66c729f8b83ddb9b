"""What people are told of tasks: reminders, tasks moved often, tasks planned by a leader."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.method.tasks.date_question import MoveReason
from bot.method.tasks.reminders import RemindStep
from bot.services.core.messages import BotMessage, Readers, Together, message


@message("reminder", to=Readers.ON_DUTY, together=Together.REMINDERS)
@dataclass(frozen=True)
class ReminderMessage(BotMessage):
    """A task with a time is near: once a task, time (UTC) and step (R10)."""

    task: int
    due: datetime
    step: RemindStep


@message("moved_often", to=Readers.HEADS, patient=True)
@dataclass(frozen=True)
class MovedOftenMessage(BotMessage):
    """A task was moved once more: `on` its new local date; once a move."""

    task: int
    moves: int
    on: date | None
    why: MoveReason

    def subject(self) -> tuple[object, ...]:
        return self.task, self.moves


@message("task_set", each_time=True, to=Readers.OWNER)
@dataclass(frozen=True)
class TaskSetMessage(BotMessage):
    """A leader (`by`) has planned a task for the person (R2)."""

    task: int
    by: int

    def subject(self) -> tuple[object, ...]:
        return (self.task,)
