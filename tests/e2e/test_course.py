"""Both courses by their buttons: the head learns to judge, a manager to work (R12)."""

from bot.method.course.syllabus import SYLLABUSES, Course, Lesson
from bot.views.words import Words
from tests.world import World

RU = Words("ru")
NEAR, FAR = "вт 24.11", "пн 14.12"


def label(lesson: Lesson, choice: int) -> str:
    """The button of an exercise, with the sample company's numbers."""
    return RU.plain(f"course-{lesson}-button-{choice}", near=NEAR, far=FAR, capacity=25)


async def test_the_head_learns_to_judge_and_looks_at_the_other_course(office: World) -> None:
    igor = office.people.igor
    await igor.writes("/learn")
    await igor.sees("1 из 8. Числа вместо впечатлений")
    await igor.taps("📞 Анна: почему звонит реже")
    await igor.sees("✖️ Не так")
    for lesson, right in SYLLABUSES[Course.JUDGING].exercises.items():
        await igor.taps(label(lesson, right))
    await igor.sees("Уроки пройдены")
    await igor.taps("▶️ Начать проверку")
    await igor.sees("Вопрос 1 из 10")
    await igor.writes("/learn")
    await igor.sees("Вопрос 1 из 10")
    for _ in SYLLABUSES[Course.JUDGING].questions:
        await igor.taps("1")
    await igor.sees("Верных ответов: ")
    await igor.taps("🎓 Как работать")
    await igor.sees("1 из 8. Начинаем с базы")
    await igor.taps("🎓 Как оценивать работу")
    await igor.sees("Верных ответов: ")


async def test_a_manager_learns_to_work(office: World) -> None:
    anna = office.people.anna
    await anna.writes("/learn")
    for lesson, right in SYLLABUSES[Course.WORK].exercises.items():
        await anna.taps(label(lesson, right))
    await anna.sees("Уроки пройдены")
