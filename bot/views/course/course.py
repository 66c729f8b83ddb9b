"""The course on the screen: a lesson with its exercise, a question, the result (R12)."""

from dataclasses import replace
from datetime import timedelta

from bot.method.course.lessons import (
    RIGHT_ANSWER,
    CourseCard,
    Learning,
    is_right,
    order_of,
)
from bot.method.course.syllabus import OPTIONS, Course, Lesson
from bot.views.parts.rows import home_row
from bot.views.screen import Button, Row, Screen
from bot.views.taps.course import AnswerQuestion, ChooseInLesson, OpenCourse, StartCheck
from bot.views.words import Markup, Value, Words


def course_screen(words: Words, card: CourseCard) -> Screen:
    """Where the reader is: a lesson, the check, or its result; below it the other courses, unless
    a question is asked."""
    screen = _present(words, card)
    if card.progress.question is not None:
        return screen
    return replace(screen, rows=(*screen.rows, *(learn_row(words, other) for other in card.others)))


def _present(words: Words, card: CourseCard) -> Screen:
    progress = card.progress
    if (lesson := progress.lesson) is not None:
        return _lesson(words, card, lesson)
    if (number := progress.question) is not None:
        return _question(words, card, number)
    if progress.tries:
        return _result(words, card)
    held = progress.syllabus
    text = words("course-check", questions=len(held.questions), passing=held.passing)
    return Screen(text, (_start(words, progress, "course-start"), home_row(words)))


def chosen_screen(words: Words, card: CourseCard, lesson: Lesson, choice: int) -> Screen:
    """After a button of an exercise: what the rule says; an old button shows only what is next."""
    screen, right = course_screen(words, card), is_right(lesson, choice)
    at = card.progress.lessons - right
    if card.progress.syllabus.lessons[at : at + 1] != (lesson,):
        return screen
    return screen.below(_judged(words, card, lesson, right=right))


def learned_text(words: Words, progress: Learning) -> Markup:
    """How far somebody is, in a line for who leads."""
    held, name = progress.syllabus, words.plain(f"course-{progress.course}")
    if progress.passed_at is not None:
        right = progress.best or 0
        return words("course-passed", name=name, right=right, questions=len(held.questions))
    done = progress.lessons
    return words("course-not-passed", name=name, lessons=done, total=len(held.lessons))


def learn_row(words: Words, course: Course) -> Row:
    """The way to a course."""
    return (Button(words.plain(f"course-{course}"), OpenCourse(course)),)


def _lesson(words: Words, card: CourseCard, lesson: Lesson) -> Screen:
    facts = _facts(words, card)
    title = words(
        "course-title",
        number=card.progress.lessons + 1,
        total=len(card.progress.syllabus.lessons),
        name=words.plain(f"course-{lesson}-name"),
    )
    parts = title, words(f"course-{lesson}-text", **facts), words(f"course-{lesson}-task", **facts)
    rows: tuple[Row, ...] = tuple(
        (
            Button(
                words.plain(f"course-{lesson}-button-{choice}", **facts),
                ChooseInLesson(lesson, choice),
            ),
        )
        for choice in range(1, OPTIONS + 1)
    )
    return Screen("\n\n".join(parts), rows)


def _question(words: Words, card: CourseCard, number: int) -> Screen:
    progress, facts = card.progress, _facts(words, card)
    questions, asked = progress.syllabus.questions, _asked(progress, number)
    parts = [words("course-question", number=number + 1, total=len(questions))]
    parts.append(words(asked, **facts))
    order = order_of(progress.seed, number)
    for place, choice in enumerate(order, 1):
        shown = words(f"{asked}-answer-{choice}", **facts)
        parts.append(Markup(f"<b>{place}.</b> {shown}"))
    row = tuple(
        Button(str(place), AnswerQuestion(progress.tries, number, choice, progress.course))
        for place, choice in enumerate(order, 1)
    )
    screen = Screen("\n".join(parts), (row,))
    if not progress.answers:
        return screen
    right = progress.answers[-1] == str(RIGHT_ANSWER)
    return screen.below(_judged(words, card, questions[number - 1], right=right))


def _result(words: Words, card: CourseCard) -> Screen:
    progress, facts = card.progress, _facts(words, card)
    held = progress.syllabus
    key = "course-result-yes" if progress.right >= held.passing else "course-result-no"
    parts = [words(key, right=progress.right, questions=len(held.questions), passing=held.passing)]
    for number in progress.mistakes:
        asked = words(_asked(progress, number), **facts)
        rule = words(f"course-{held.questions[number]}-rule", **facts)
        parts.append(Markup(f"<b>{asked}</b>\n{rule}"))
    rows = _start(words, progress, "course-again"), home_row(words)
    return Screen("\n\n".join(parts), rows)


def _judged(words: Words, card: CourseCard, lesson: Lesson, *, right: bool) -> Markup:
    rule = words(f"course-{lesson}-rule", **_facts(words, card))
    return words("course-right" if right else "course-wrong", rule=rule)


def _start(words: Words, progress: Learning, label: str) -> Row:
    return (Button(words.plain(label), StartCheck(progress.tries, progress.course)),)


def _asked(progress: Learning, number: int) -> str:
    """The name of a question's words."""
    return f"course-{progress.course}-ask-{number + 1}"


def _facts(words: Words, card: CourseCard) -> dict[str, Value]:
    """The company's own numbers, as they are said."""
    policy = card.policy

    def days(count: int) -> str:
        return words.duration(timedelta(days=count))

    return {
        "deal": days(policy.deal_horizon_days),
        "client": days(policy.client_horizon_days),
        "nudge": words.hours(policy.nudge_after),
        "escalate": words.hours(policy.escalate_after),
        "pool": policy.pool_after_days if policy.pool_automatic else 0,
        "inbound": words.hours(policy.inbound_deadline),
        "known": policy.attempts_known,
        "new": policy.attempts_new,
        "capacity": policy.capacity,
        "coverage": policy.coverage_norm,
        "clean": policy.clean_day_norm,
        "grace": days(policy.overdue_grace_days),
        "often": policy.moved_often,
        "near": words.short_date(card.near, card.today),
        "far": words.short_date(card.far, card.today),
    }
