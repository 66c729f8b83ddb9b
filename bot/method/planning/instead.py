"""What an answer to the question for a date may be instead: about somebody else, or a comment."""

from dataclasses import dataclass

from bot.method.tasks.date_question import DateQuestion


@dataclass(frozen=True)
class AboutAnother:
    """It begins with another client's name: people say whom they mean. `others` are the names of
    those whom it may be about, `client_name` who was asked about."""

    line_id: int
    question: DateQuestion
    client_name: str
    others: tuple[str, ...]


@dataclass(frozen=True)
class WithoutDate:
    """It holds no date: it may be a comment on what was just done."""

    line_id: int
    question: DateQuestion
    client_name: str
    text: str
