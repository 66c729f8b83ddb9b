"""Every lesson, question and result, with the company's own numbers in them."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.method.core.policy import Policy
from bot.method.course.lessons import CourseCard, Learning
from bot.method.course.syllabus import SYLLABUSES, Course, Syllabus
from bot.views.course.course import chosen_screen, course_screen, learned_text
from bot.views.taps.course import AnswerQuestion
from bot.views.words import Words
from tests.unit.views.shown import checked, labels, plain

POLICY = Policy(deal_horizon_days=9, capacity=17)
CARD = CourseCard(Learning(), POLICY, date(2026, 11, 24), date(2026, 11, 25), date(2026, 12, 10))
WORK = SYLLABUSES[Course.WORK]
DONE = Learning(lessons=len(WORK.lessons))
both_courses = pytest.mark.parametrize(("course", "syllabus"), SYLLABUSES.items())


def at(progress: Learning) -> CourseCard:
    return replace(CARD, progress=progress)


@both_courses
def test_every_lesson(words: Words, course: Course, syllabus: Syllabus) -> None:
    for number, (lesson, good) in enumerate(syllabus.exercises.items()):
        here, beyond = (at(Learning(done, course=course)) for done in (number, number + 1))
        shown = checked(course_screen(words, here))
        assert len(shown.rows) == 3
        for choice in {1, 2, 3} - {good}:
            wrong = checked(chosen_screen(words, here, lesson, choice))
            assert "✖️" in wrong.text and wrong.rows == shown.rows
            assert "✖️" not in chosen_screen(words, beyond, lesson, choice).text
        right = chosen_screen(words, beyond, lesson, good)
        assert "✅" in checked(right).text


def test_the_numbers_are_the_companys(words: Words) -> None:
    shown = plain(course_screen(words, at(Learning(1))))
    assert words.plain("duration-days", count=9) in shown
    assert "17" in plain(course_screen(words, at(Learning(7))))
    off = replace(at(Learning(2)), policy=replace(POLICY, pool_automatic=False))
    assert plain(course_screen(words, off)) != plain(course_screen(words, at(Learning(2))))


@both_courses
def test_the_check(words: Words, course: Course, syllabus: Syllabus) -> None:
    learned = replace(DONE, lessons=len(syllabus.lessons), course=course)
    checked(course_screen(words, at(learned)))
    for number in range(len(syllabus.questions)):
        running = replace(learned, tries=1, seed=12_345, answers="2" * number)
        shown = checked(course_screen(words, at(running)))
        taps = {button.tap for row in shown.rows for button in row}
        assert taps == {AnswerQuestion(1, number, choice, course) for choice in (1, 2, 3)}
        assert ("✖️" in shown.text) == (number > 0)
        assert labels(shown) == ["1", "2", "3"]


@both_courses
def test_the_result(words: Words, course: Course, syllabus: Syllabus) -> None:
    learned = replace(DONE, lessons=len(syllabus.lessons), course=course)
    failed = checked(course_screen(words, at(replace(learned, tries=1, answers="2" * 10))))
    passed = checked(course_screen(words, at(replace(learned, tries=1, answers="1" * 10))))
    assert len(failed.text) > len(passed.text) + 500
    assert "🎉" in passed.text and "🎉" not in failed.text


def test_how_far_somebody_is(words: Words) -> None:
    assert "3" in learned_text(words, Learning(3))
    passed = replace(DONE, best=9, passed_at=datetime(2026, 11, 24, tzinfo=UTC))
    assert "9" in learned_text(words, passed)


def test_the_other_courses_are_a_tap_away(words: Words) -> None:
    judging = replace(CARD, progress=Learning(course=Course.JUDGING), others=(Course.WORK,))
    assert labels(checked(course_screen(words, judging)))[-1] == words.plain("course-work")
    assert words.plain("course-judging") not in labels(course_screen(words, CARD))
