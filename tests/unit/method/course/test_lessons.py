"""The course ends on every path, and only what is asked now is answered (R12)."""

from datetime import UTC, datetime

import pytest

from bot.method.core.terms import Role
from bot.method.course.lessons import (
    SEEDS,
    Learning,
    after_answer,
    after_choice,
    after_start,
    order_of,
)
from bot.method.course.syllabus import (
    OPTIONS,
    SYLLABUSES,
    Course,
    Lesson,
    Syllabus,
    course_with,
    courses_of,
)

WORK = SYLLABUSES[Course.WORK]
NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
LEARNED = Learning(lessons=len(WORK.lessons))


def checked(right: int, before: Learning = LEARNED) -> Learning:
    """A whole check with so many right answers."""
    progress = after_start(before, before.tries, 7)
    for number in range(len(WORK.questions)):
        progress = after_answer(progress, progress.tries, number, 1 if number < right else 2, NOW)
    return progress


@pytest.mark.parametrize(("course", "syllabus"), SYLLABUSES.items())
def test_every_lesson_has_one_right_button_and_leads_to_the_next(
    course: Course, syllabus: Syllabus
) -> None:
    progress = Learning(course=course)
    for number, (lesson, right) in enumerate(syllabus.exercises.items()):
        wrong = set(range(1, OPTIONS + 1)) - {right}
        assert len(wrong) == OPTIONS - 1
        assert {after_choice(progress, lesson, choice) for choice in wrong} == {progress}
        progress = after_choice(progress, lesson, right)
        assert progress.lessons == number + 1
        assert after_choice(progress, lesson, right) == progress
    assert progress.lesson is None


def test_every_lesson_is_of_one_course_and_asked_about() -> None:
    taught = [lesson for one in SYLLABUSES.values() for lesson in one.lessons]
    assert sorted(taught) == sorted(Lesson)
    for course, syllabus in SYLLABUSES.items():
        assert set(syllabus.questions) == set(syllabus.lessons)
        assert {course_with(lesson) for lesson in syllabus.lessons} == {course}
        assert syllabus.passing <= len(syllabus.questions) < 32


def test_a_lesson_of_the_other_course_changes_nothing() -> None:
    judging = Learning(course=Course.JUDGING)
    assert after_choice(judging, Lesson.BASE, WORK.exercises[Lesson.BASE]) == judging
    assert after_choice(Learning(), Lesson.NUMBERS, 1) == Learning()


def test_leaders_judge_and_everybody_may_learn_to_work() -> None:
    for role in Role:
        courses = courses_of(role)
        assert Course.WORK in courses
        assert (courses[0] is Course.JUDGING) == (role in Role.leaders())


@pytest.mark.parametrize("right", [0, WORK.passing - 1, WORK.passing, len(WORK.questions)])
def test_eight_of_ten_pass(right: int) -> None:
    progress = checked(right)
    assert progress.question is None
    assert (progress.right, progress.best) == (right, right)
    assert (progress.passed_at is not None) == (right >= WORK.passing)
    assert progress.mistakes == tuple(range(right, len(WORK.questions)))


def test_another_check_takes_nothing_away() -> None:
    again = checked(3, checked(9))
    assert (again.tries, again.right, again.best, again.passed_at) == (2, 3, 9, NOW)


def test_old_buttons_change_nothing() -> None:
    assert after_start(Learning(lessons=7), 0, 1) == Learning(lessons=7)
    running = after_start(LEARNED, 0, 5)
    assert after_start(running, 0, 6) == running == after_start(running, 1, 6)
    one = after_answer(running, 1, 0, 2, NOW)
    for tries, number, answer in ((1, 0, 1), (0, 1, 1), (1, 2, 1), (1, 1, 4), (1, 1, 0)):
        assert after_answer(one, tries, number, answer, NOW) == one
    done = checked(9)
    assert after_start(done, 0, 5) == done == after_answer(done, 1, 10, 1, NOW)


def test_the_order_is_a_shuffle_that_the_seed_says() -> None:
    for seed in (0, 1, SEEDS - 1):
        orders = [order_of(seed, number) for number in range(len(WORK.questions))]
        assert all(sorted(order) == [1, 2, 3] for order in orders)
        assert orders == [order_of(seed, number) for number in range(len(WORK.questions))]
    assert len({order_of(seed, 9) for seed in range(0, SEEDS, SEEDS // 6)}) == 6
