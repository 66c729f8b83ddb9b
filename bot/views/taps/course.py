"""What is tapped in the course (R12)."""

from dataclasses import dataclass

from bot.method.course.syllabus import Course, Lesson
from bot.views.taps.base import Tap, tap


@tap("crs")
@dataclass(frozen=True)
class OpenCourse(Tap):
    """The lesson or the question that is next."""

    course: Course = Course.WORK


@tap("crsl")
@dataclass(frozen=True)
class ChooseInLesson(Tap):
    """A button of an exercise."""

    lesson: Lesson
    choice: int


@tap("crss")
@dataclass(frozen=True)
class StartCheck(Tap):
    """Begin a check; `tries` had been begun before."""

    tries: int
    course: Course = Course.WORK


@tap("crsq")
@dataclass(frozen=True)
class AnswerQuestion(Tap):
    """Answer a question of the check."""

    tries: int
    number: int
    choice: int
    course: Course = Course.WORK
