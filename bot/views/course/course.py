"""The course on the screen: a lesson with its exercise, a question, the result (R12)."""

from datetime import timedelta

from bot.method.course.lessons import (
    LESSONS,
    OPTIONS,
    PASSING,
    QUESTIONS,
    RIGHT_ANSWER,
    CourseCard,
    Learning,
    Lesson,
    is_right,
    order_of,
)
from bot.views.parts.rows import home_row
from bot.views.screen import Button, Row, Screen
from bot.views.taps.course import AnswerQuestion, ChooseInLesson, OpenCourse, StartCheck
from bot.views.words import Markup, Value, Words


def course_screen(words: Words, card: CourseCard) -> Screen:
    """Where the reader is: a lesson, the check, or its result."""
    progress = card.progress
    if (lesson := progress.lesson) is not None:
        return _lesson(words, card, lesson)
    if (number := progress.question) is not None:
        return _question(words, card, number)
    if progress.tries:
        return _result(words, card)
    text = words("course-check", questions=len(QUESTIONS), passing=PASSING)
    return Screen(text, (_start(words, progress, "course-start"), home_row(words)))


def chosen_screen(words: Words, card: CourseCard, lesson: Lesson, choice: int) -> Screen:
    """After a button of an exercise: what the rule says; an old button shows only what is next."""
    screen, right = course_screen(words, card), is_right(lesson, choice)
    at = card.progress.lessons - right
    if LESSONS[at : at + 1] != (lesson,):
        return screen
    return screen.below(_judged(words, card, lesson, right=right))


def learned_text(words: Words, progress: Learning) -> Markup:
    """How far somebody is, in a line for who leads."""
    if progress.passed_at is not None:
        return words("course-passed", right=progress.best or 0, questions=len(QUESTIONS))
    return words("course-not-passed", lessons=progress.lessons, total=len(LESSONS))


def learn_row(words: Words) -> Row:
    """The way to the course."""
    return (Button(words.plain("command-learn"), OpenCourse()),)


def _lesson(words: Words, card: CourseCard, lesson: Lesson) -> Screen:
    facts = _facts(words, card)
    title = words(
        "course-title",
        number=card.progress.lessons + 1,
        total=len(LESSONS),
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
    parts = [words("course-question", number=number + 1, total=len(QUESTIONS))]
    parts.append(words(f"course-ask-{number + 1}", **facts))
    order = order_of(progress.seed, number)
    for place, choice in enumerate(order, 1):
        shown = words(f"course-ask-{number + 1}-answer-{choice}", **facts)
        parts.append(Markup(f"<b>{place}.</b> {shown}"))
    row = tuple(
        Button(str(place), AnswerQuestion(progress.tries, number, choice))
        for place, choice in enumerate(order, 1)
    )
    screen = Screen("\n".join(parts), (row,))
    if not progress.answers:
        return screen
    right = progress.answers[-1] == str(RIGHT_ANSWER)
    return screen.below(_judged(words, card, QUESTIONS[number - 1], right=right))


def _result(words: Words, card: CourseCard) -> Screen:
    progress, facts = card.progress, _facts(words, card)
    key = "course-result-yes" if progress.right >= PASSING else "course-result-no"
    parts = [words(key, right=progress.right, questions=len(QUESTIONS), passing=PASSING)]
    for number in progress.mistakes:
        asked = words(f"course-ask-{number + 1}", **facts)
        rule = words(f"course-{QUESTIONS[number]}-rule", **facts)
        parts.append(Markup(f"<b>{asked}</b>\n{rule}"))
    rows = _start(words, progress, "course-again"), home_row(words)
    return Screen("\n\n".join(parts), rows)


def _judged(words: Words, card: CourseCard, lesson: Lesson, *, right: bool) -> Markup:
    rule = words(f"course-{lesson}-rule", **_facts(words, card))
    return words("course-right" if right else "course-wrong", rule=rule)


def _start(words: Words, progress: Learning, label: str) -> Row:
    return (Button(words.plain(label), StartCheck(progress.tries)),)


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
        "near": words.short_date(card.near, card.today),
        "far": words.short_date(card.far, card.today),
    }
