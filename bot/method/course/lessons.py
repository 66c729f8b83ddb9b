"""How far somebody has come in a course, and what a tap of it changes (R12)."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import permutations

from bot.method.core.policy import Policy
from bot.method.course.syllabus import OPTIONS, SYLLABUSES, Course, Lesson, Syllabus

RIGHT_ANSWER = 1
"""Questions are written with the right answer first, and shown in an order of their own."""

_ORDERS = tuple(permutations(range(1, OPTIONS + 1)))
_MOST_QUESTIONS = max(len(syllabus.questions) for syllabus in SYLLABUSES.values())
SEEDS: int = len(_ORDERS) ** _MOST_QUESTIONS
"""A seed below this says the order of the answers of every question."""


@dataclass(frozen=True)
class Learning:
    """How far somebody is in a course: lessons done, checks begun, the answers of the last one.

    `answers` has a digit for each answer as it is written, not as it was shown. `best` is the
    most right answers of a whole check, `passed_at` (UTC) when it was passed first.
    """

    lessons: int = 0
    tries: int = 0
    seed: int = 0
    answers: str = ""
    best: int | None = None
    passed_at: datetime | None = None
    course: Course = Course.WORK

    @property
    def syllabus(self) -> Syllabus:
        """The lessons and questions of the course."""
        return SYLLABUSES[self.course]

    @property
    def lesson(self) -> Lesson | None:
        """The lesson that is next; None where all are done."""
        lessons = self.syllabus.lessons
        return lessons[self.lessons] if self.lessons < len(lessons) else None

    @property
    def question(self) -> int | None:
        """The number of the question that is asked, from 0; None where no check is under way."""
        running = self.tries > 0 and len(self.answers) < len(self.syllabus.questions)
        return len(self.answers) if running else None

    @property
    def right(self) -> int:
        """How many answers of the last check are right."""
        return self.answers.count(str(RIGHT_ANSWER))

    @property
    def mistakes(self) -> tuple[int, ...]:
        """The numbers of the questions that were answered wrong, from 0."""
        right = str(RIGHT_ANSWER)
        return tuple(number for number, answer in enumerate(self.answers) if answer != right)


def is_right(lesson: Lesson, choice: int) -> bool:
    """Whether the button is the one that the exercise is about."""
    return any(syllabus.exercises.get(lesson) == choice for syllabus in SYLLABUSES.values())


def after_choice(progress: Learning, lesson: Lesson, choice: int) -> Learning:
    """The exercise of the present lesson is answered; an old one or a wrong choice changes
    nothing."""
    if progress.lesson is not lesson or not is_right(lesson, choice):
        return progress
    return replace(progress, lessons=progress.lessons + 1)


def after_start(progress: Learning, tries: int, seed: int) -> Learning:
    """A check begins, unless lessons are left, one is under way, or the button is an old one
    (`tries` had been begun when it was shown)."""
    if progress.lesson is not None or progress.question is not None or progress.tries != tries:
        return progress
    return replace(progress, tries=tries + 1, seed=seed % SEEDS, answers="")


def after_answer(
    progress: Learning, tries: int, number: int, answer: int, now: datetime
) -> Learning:
    """The question is answered, where it is the one that is asked; the last one ends the check."""
    if progress.tries != tries or progress.question != number or not 1 <= answer <= OPTIONS:
        return progress
    answered = replace(progress, answers=progress.answers + str(answer))
    if answered.question is not None:
        return answered
    best = max(answered.right, progress.best or 0)
    passed = progress.passed_at or (now if answered.right >= progress.syllabus.passing else None)
    return replace(answered, best=best, passed_at=passed)


def order_of(seed: int, number: int) -> tuple[int, ...]:
    """The answers of a question as they are shown."""
    return _ORDERS[seed // len(_ORDERS) ** number % len(_ORDERS)]


@dataclass(frozen=True)
class CourseCard:
    """Where somebody is, with the company's numbers and the sample dates of the exercises: one
    within the horizon of a deal and one beyond it. `others`: the courses beside this one that are
    open to the reader as well."""

    progress: Learning
    policy: Policy
    today: date
    near: date
    far: date
    others: tuple[Course, ...] = ()
