"""The tour of the page: a morning, a next step, a client who writes, and what the head hears."""

from collections.abc import Callable

from demo.company import Company
from sandbox import Sandbox
from sandbox.chat.tour import Step, Tour

_DATES = ("Завтра", "Через")


def tour(box: Sandbox, company: Company) -> Tour:
    """Five steps that begin with what happens from now on; each is done by real taps."""
    began = len(box.transcript)
    anna, igor = company.anna, company.igor

    def tapped(*labels: str) -> Callable[[], bool]:
        return lambda: any(
            entry.direction == "tap" and entry.who == anna.name and entry.text.startswith(labels)
            for entry in box.transcript[began:]
        )

    return Tour(
        (
            Step(
                "Утро",
                "Понедельник, 8 утра. Нажмите наверху «К утренней сводке»: часы перейдут на 9:00, "
                "и бот сам напишет Анне, какие дела сегодня.",
                anna.id,
                lambda: anna.find("Доброе утро") is not None,
            ),
            Step(
                "Дело",
                "Под сводкой нажмите «▶️ Начать день»: дела идут карточка за карточкой. "
                "Вы поговорили с клиентом: «✅ Поговорили».",
                anna.id,
                tapped("✅ Поговорили"),
            ),
            Step(
                "Следующий шаг",
                "Бот сразу спрашивает, когда следующий контакт: у клиента всегда есть дело. "
                "Выберите дату.",
                anna.id,
                tapped(*_DATES),
            ),
            Step(
                "Входящее",
                "Теперь клиент пишет сам. Откройте Марину, напишите за неё что угодно, отметьте "
                "сообщение и перешлите: «↪ Анна». У Анны нажмите «➕ Новый клиент…», потом "
                "«✅ Обработано», а дату на этот раз не выбирайте.",
                company.marina.id,
                tapped("✅ Обработано"),
            ),
            Step(
                "Эскалация",
                "Клиент остался без дела. Переводите часы («+1 час», потом «+1 день»): сначала бот "
                "напомнит Анне, потом обо всём узнает РОП. Откройте Игоря.",
                igor.id,
                lambda: igor.find("Эскалация") is not None,
            ),
        ),
        "Ни один клиент не потерялся: РОП видит, у кого он, сколько ждёт, и решает здесь же одной "
        "кнопкой. Дальше пробуйте что угодно: за любого из этих людей можно писать и нажимать.",
    )
