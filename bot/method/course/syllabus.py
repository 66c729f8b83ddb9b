"""The courses: their lessons in order, what is right in each, whose rule answers each question
of the check (R12)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.method.core.terms import Role

OPTIONS = 3
"""Buttons of an exercise, and answers of a question."""


class Course(StrEnum):
    """What is taught: how to work, and how to judge the work."""

    WORK = "work"
    JUDGING = "judging"


class Lesson(StrEnum):
    """The lessons of both courses; each ends with a small exercise."""

    BASE = "base"
    HORIZON = "horizon"
    NEGLECT = "neglect"
    MORNING = "morning"
    SILENCE = "silence"
    BUYING = "buying"
    LEAVING = "leaving"
    SUPPLIERS = "suppliers"

    NUMBERS = "numbers"
    COVERAGE = "coverage"
    CLEAN = "clean"
    OVERDUE = "overdue"
    REACTION = "reaction"
    MOVES = "moves"
    DECIDING = "deciding"
    FAIRNESS = "fairness"


@dataclass(frozen=True)
class Syllabus:
    """One course.

    `exercises` are the lessons in their order, each with the button that does what the method asks
    for; `questions` the lesson whose rule answers each question of the check; `passing` the right
    answers with which the check is passed.
    """

    exercises: Mapping[Lesson, int]
    questions: tuple[Lesson, ...]
    passing: int

    @property
    def lessons(self) -> tuple[Lesson, ...]:
        """The lessons in their order."""
        return tuple(self.exercises)


_WORK = Syllabus(
    exercises={
        Lesson.BASE: 2,
        Lesson.HORIZON: 1,
        Lesson.NEGLECT: 3,
        Lesson.MORNING: 2,
        Lesson.SILENCE: 1,
        Lesson.BUYING: 3,
        Lesson.LEAVING: 1,
        Lesson.SUPPLIERS: 2,
    },
    questions=(
        Lesson.BASE,
        Lesson.HORIZON,
        Lesson.NEGLECT,
        Lesson.MORNING,
        Lesson.SILENCE,
        Lesson.BUYING,
        Lesson.LEAVING,
        Lesson.SUPPLIERS,
        Lesson.HORIZON,
        Lesson.LEAVING,
    ),
    passing=8,
)
_JUDGING = Syllabus(
    exercises={
        Lesson.NUMBERS: 1,
        Lesson.COVERAGE: 2,
        Lesson.CLEAN: 1,
        Lesson.OVERDUE: 3,
        Lesson.REACTION: 2,
        Lesson.MOVES: 1,
        Lesson.DECIDING: 2,
        Lesson.FAIRNESS: 3,
    },
    questions=(
        Lesson.NUMBERS,
        Lesson.COVERAGE,
        Lesson.CLEAN,
        Lesson.OVERDUE,
        Lesson.REACTION,
        Lesson.MOVES,
        Lesson.DECIDING,
        Lesson.FAIRNESS,
        Lesson.COVERAGE,
        Lesson.FAIRNESS,
    ),
    passing=8,
)
SYLLABUSES: Mapping[Course, Syllabus] = {Course.WORK: _WORK, Course.JUDGING: _JUDGING}


def course_with(lesson: Lesson) -> Course:
    """The course that a lesson belongs to."""
    return next(course for course, held in SYLLABUSES.items() if lesson in held.exercises)


def courses_of(role: Role) -> tuple[Course, ...]:
    """The courses that are open to this role; the check of the first one is asked for."""
    return (Course.JUDGING, Course.WORK) if role in Role.leaders() else (Course.WORK,)
