"""The scripted days of the sample company; fails where a step does not happen."""

from demo.company import Company, hire
from demo.stage import Stage


async def tell(stage: Stage) -> None:
    """From setting up to a client brought back, as everybody sees it."""
    chapter("Понедельник, 8 утра. Директор приглашает людей")
    company = await hire(stage)
    await first_clients(stage, company)
    await inbound(stage, company)
    await wants_to_buy(stage, company)
    await neglected(stage, company)
    await the_day(stage, company)
    await to_the_pool(stage, company)
    await brought_back(stage, company)
    await lost_for_good(stage, company)
    await the_whole_base(stage, company)
    chapter("Конец. Ни один клиент не остался без присмотра")


def chapter(title: str) -> None:
    """A heading in the transcript."""
    print(f"\n════ {title} ════", flush=True)


async def first_clients(stage: Stage, company: Company) -> None:
    chapter("Первые клиенты: у каждого сразу есть следующее дело")
    anna, boris = company.anna, company.boris
    await anna.presses("➕ Новое")
    await anna.writes("ООО «Ромашка» +7 916 123-45-67")
    await anna.taps("Через 3 дня")
    await anna.writes("/new Елена Зайцева, zaitseva@example.com")
    await anna.writes("в пятницу в 11")
    await anna.sees("пт 27.11 в 11:00")
    await anna.writes("Виктор Орлов завтра в 15 обсудить договор")
    await anna.taps("✅ Сохранить")
    await anna.sees("завтра, вт 24.11 в 15:00")
    await boris.writes("/new ИП Котов +7 495 765-43-21")
    await boris.sees("Когда следующий контакт?")
    await boris.writes("/new Мария Белова +7 903 555-01-02")
    await boris.taps("Через 2 недели")


async def inbound(stage: Stage, company: Company) -> None:
    chapter("Клиентка написала сама: Анна пересылает сообщение")
    anna, marina = company.anna, company.marina
    words = "Здравствуйте! Нужны столы в офис, перезвоните: +7 926 700-80-90"
    written = stage.clock.now()
    await anna.forwards(words, origin=marina, date=written)
    await anna.taps("➕ Новый клиент")
    await anna.sees("Входящее записано")
    await anna.forwards(words, origin=marina, date=written)
    await anna.sees("Это сообщение уже здесь")
    chapter("09:00. Утренняя сводка")
    await stage.at("2026-11-23 09:00")
    await anna.sees("Доброе утро, Анна")
    await anna.taps("▶️ Начать день")
    await anna.taps("✅ Обработано")
    await anna.taps("Завтра")
    await anna.sees("следующий контакт с клиентом — завтра")


async def wants_to_buy(stage: Stage, company: Company) -> None:
    chapter("Вчера дело на клиенте, сегодня клиент хочет купить")
    anna = company.anna
    await stage.at("2026-11-23 09:40")
    await anna.forwards(
        "Это Ромашка. Берём, выставляйте счёт! Мой номер 8 (916) 123-45-67",
        origin="Секретарь",
    )
    await anna.taps("💼 Хочет купить")
    await anna.taps("Завтра")
    await anna.sees("сделка создана")
    await anna.sees("Снято дело на клиенте")
    await anna.writes("/deals")
    await anna.taps("ООО «Ромашка»")
    await anna.taps("💰 Сумма")
    await anna.writes("250 000")
    await anna.sees("250\u00a0000\u00a0₽")
    await anna.taps("🪜 Стадия")
    await anna.taps("Договор")
    await anna.sees("🪜 Договор")


async def neglected(stage: Stage, company: Company) -> None:
    chapter("У Бориса клиент без дела: напоминание, потом РОП")
    boris, igor = company.boris, company.igor
    # The digest has named the client: the reminder is left to the afternoon.
    await stage.at("2026-11-23 14:00")
    await boris.sees("Напоминание.")
    await stage.at("2026-11-23 17:00")
    await igor.sees("Эскалация")
    await igor.taps("🕐 Дать день")
    # Told after the minute in which it may be taken back.
    await stage.at("2026-11-23 17:01")
    await boris.sees("РОП даёт время")


async def the_day(stage: Stage, company: Company) -> None:
    chapter("Вторник. Рабочий режим: карточка за карточкой")
    anna = company.anna
    await stage.at("2026-11-24 09:00")
    await anna.taps("▶️ Начать день")
    chapter("У Ромашки продажа: дело нужно уже клиенту")
    await anna.sees("ООО «Ромашка»")
    await anna.taps("🏆 Продажа")
    await anna.sees("Поздравляем с продажей")
    await anna.taps("Через 2 недели")
    chapter("Перенесли не туда: отмена, и карточка снова здесь")
    await anna.sees("Марина Лебедева")
    await anna.taps("⏰ Перенести")
    await anna.taps("Через неделю")
    await anna.taps("↩️ Отменить")
    await anna.sees("Отменено: перенос")
    await anna.taps("📵 Недозвон")
    await anna.taps("Через 3 часа")
    await anna.sees("Пока всё")
    chapter("Дело на 15:00 приходит к своему времени, перед ним — вторая попытка")
    await stage.at("2026-11-24 14:50")
    await anna.writes("/today")
    await anna.taps("▶️ Начать день")
    await anna.sees("Марина Лебедева")
    await anna.taps("📵 Недозвон")
    await anna.taps("Через 3 часа")
    await anna.sees("Виктор Орлов")
    await anna.taps("✅ Поговорили")
    await anna.writes("через неделю")
    await anna.sees("вт 01.12")
    chapter("18:00. Вечерняя проверка: до Марины так и не дозвонились")
    await stage.at("2026-11-24 18:00")
    await anna.sees("Осталось 1")
    await anna.taps("Разобрать")
    await anna.taps("✅ Поговорили")
    await anna.taps("Завтра")
    await anna.sees("На сегодня всё разобрано")


async def to_the_pool(stage: Stage, company: Company) -> None:
    chapter("У Бориса клиент всё ещё без дела: снова РОП, потом отстойник")
    boris, igor = company.boris, company.igor
    for moment in ("2026-11-25 09:00", "2026-11-26 09:00", "2026-11-27 09:00"):
        await stage.at(moment)
    await igor.writes("/gaps")
    await igor.sees("Без дела в отделе")
    # Monday's hand-out comes before: it would take the client out of the pool at once.
    await stage.at("2026-11-30 09:00")
    await stage.at("2026-11-30 18:00")
    await stage.at("2026-12-01 09:00")
    await boris.sees("В отстойник:")


async def brought_back(stage: Stage, company: Company) -> None:
    chapter("РОП раздаёт отстойник: к прежнему ответственному клиент не вернётся")
    anna, igor = company.anna, company.igor
    await igor.writes("/pool")
    await igor.sees("ИП Котов")
    await igor.writes("/pool_assign 1")
    await igor.sees("Анна Петрова 1")
    await igor.taps("✅ Раздать 1")
    await stage.at("2026-12-01 09:01")
    await anna.sees("Реанимация, попытка 1 из 3")
    await anna.taps("✅ Вернул")
    await anna.taps("Через 3 дня")


async def lost_for_good(stage: Stage, company: Company) -> None:
    chapter("Потерян окончательно: решает только РОП или директор")
    boris, igor = company.boris, company.igor
    await boris.writes("/lost Белова")
    await boris.sees("Такой команды нет")
    await igor.writes("/lost Белова")
    await igor.taps("☠️ Подтвердить")
    await igor.sees("потерян окончательно")
    await igor.writes("/restore Белова")
    await igor.taps("Борис Сидоров")
    await igor.sees("Мария Белова")


async def the_whole_base(stage: Stage, company: Company) -> None:
    chapter("Новая база: Борис расставляет дела, РОП смотрит нагрузку")
    boris, igor = company.boris, company.igor
    for line in ("Альфа, +7 495 111-22-01", "Бета, +7 495 111-22-02", "Вега, +7 495 111-22-03"):
        await boris.writes(f"/new {line}")
    await boris.writes("/setup")
    await boris.sees("Расставить дела · осталось")
    await boris.taps("Через 3 дня")
    await boris.taps("⏭ Пропустить")
    await boris.taps("Разложить автоматически")
    await boris.taps("✅ Разложить")
    await boris.sees("Разложено")
    await boris.taps("📆 Нагрузка")
    await boris.sees("Через 10 дней")
    await igor.writes("/plan")
    await igor.taps("📆 Борис Сидоров")
    await igor.sees("Нагрузка · Борис Сидоров")
