# Отстойник, реанимация, потерянные.

pool-title = 📥 <b>Отстойник</b> · { $count }
pool-empty-taking = 📥 Взять сейчас некого: отстойник пуст или клиенты попали туда недавно.
pool-empty = 📥 Отстойник пуст: раздавать некого. Сюда попадают клиенты, которых отпустили или надолго оставили без дела. У кого дела нет сейчас — в «⚠️ Без дела в отделе».
pool-line = 📥 <b>{ $client }</b>
pool-from = прежний ответственный: { $name }
pool-attempts = попытки: { $n } из { $total }
pool-assign = 🙋 Назначить
pool-cooldown = автоматически не раньше { $date }
pool-hand-out = 🎯 Раздать ({ $count })
pool-reason-no_plan = долго без дела
pool-reason-not_active = не активный
pool-reason-no_answer = не отвечает
pool-reason-head_decided = решение РОПа
pool-reason-reactivation_failed = реанимация не удалась
pool-reason-reactivation_expired = реанимация: время вышло
pool-reason-owner_left = ответственный больше не работает
pool-reason-restored = возврат из потерянных
hand-out-preview = 🎯 Раздача: { $count ->
    [one] { $count } клиент
    [few] { $count } клиента
   *[many] { $count } клиентов
}
hand-out-shares = { $shares }
hand-out-free = { $share } (свободно { $count })
hand-out-way-turns = Поровну
hand-out-way-capacity = По свободным местам
pool-weekly = 🗓 Раздача раз в неделю
weekly-on = 🗓 Раз в неделю клиенты раздаются сами: { $weekday ->
    [0] по понедельникам
    [1] по вторникам
    [2] по средам
    [3] по четвергам
    [4] по пятницам
    [5] по субботам
   *[6] по воскресеньям
}. Если это выходной — в первый рабочий день после него.
weekly-off = 🗓 Раздача раз в неделю выключена: клиентов раздаёт РОП. Включить её может админ в /rules.
weekly-now = Если бы она была сейчас:
hand-out-more = { " " }…
hand-out-whom = 🎯 Кому раздать? Подходят несколько человек. Рядом — сколько клиентов уже в работе.
hand-out-none = 🎯 Сейчас раздать некого.
hand-out-go = ✅ Раздать { $count }
handing-out = ⏳ Раздаю: { $at } из { $total }…
handed-out = ✅ Роздано: { $count }
skip-cooldown = Ещё рано после прошлой попытки: { $count }
skip-attempts = Попытки закончились, решает РОП: { $count }
skip-barred = Отпускали сами, обратно не отдаём: { $count }
skip-full = Нет места у менеджеров: { $count }
assign = 🙋 Назначить
assign-ask = 🙋 Кому отдать клиента: <b>{ $client }</b>? Рядом — сколько клиентов уже в работе.
again-ask = Прежний ответственный: { $name }. Клиент отпущен меньше { $days } { $days ->
    [one] дня
   *[many] дней
} назад, такие клиенты обратно не возвращаются. Отдать можно, если есть причина. Какая?
again-asked_for = 🗣 Клиент сам просит
again-knows_best = 🤝 Знает клиента лучше всех
again-by_mistake = ↩️ Отпущен по ошибке
again-nobody_else = 👤 Больше некому
again-write = ✏️ Своими словами
again-write-ask = ✏️ Почему клиент возвращается к прежнему ответственному? Напишите одним сообщением — причина останется в истории. /cancel — ничего не менять.
again-why-asked_for = клиент сам просит
again-why-knows_best = знает клиента лучше всех
again-why-by_mistake = отпущен по ошибке
again-why-nobody_else = больше некому
again-why-own_words = причина своими словами, в истории клиента
refusal-again = Напишите причину словами: она останется в истории клиента.
assigned = 🙋 <b>{ $client }</b> → { $name }. Дело на реанимацию поставлено.
release-ask = 📥 Отпустить клиента в отстойник: <b>{ $client }</b>? Открытые сделки и дела закроются. Почему?
release-decide = 📥 Отправить клиента в отстойник: <b>{ $client }</b>? Открытые сделки и дела закроются, ответственный получит сообщение.
release-not_active = 😴 Не активный
release-no_answer = 📵 Не отвечает
release-head_decided = 📥 В отстойник
released = 📥 <b>{ $client }</b> в отстойнике. Через время его получит другой менеджер.
attempt = ♻️ Реанимация, попытка { $n } из { $total }, до { $until }
    <b>{ $client }</b>
attempt-touch = Первый контакт: { $date }
attempt-wrote = 🟢 Клиент пишет и ждёт ответа: { $text }
attempt-task = 📞 Открыть дело
attempt-yes = ✅ Вернул
attempt-no = 📵 Не получилось
attempt-over = 📵 Записано: не получилось. Клиент снова в отстойнике.
attempt-spent = 📵 Записано: не получилось. Попытки закончились, РОП решит, что дальше.
exhausted = ☠️ <b>{ $client }</b>: попытки вернуть закончились ({ $total }). Потерян окончательно?
lost-confirm = ☠️ Подтвердить
another-round = ♻️ Ещё круг
another-round-toast = ♻️ Попытки считаем заново
keep = ✋ Оставить
keep-toast-pool = ✋ Клиент остаётся в отстойнике
keep-toast-lost = ✋ Клиент остаётся потерянным
keep-toast-active = ✋ Клиент остаётся у ответственного
lost-ask = ☠️ <b>{ $client }</b>: потерян окончательно? Открытые сделки и дела закроются, на реанимацию клиент больше не попадёт.
lost-why = ✏️ Подтвердить с причиной
lost-why-ask = ☠️ <b>{ $client }</b>: почему потерян? Напишите одним сообщением — причина останется в истории. /cancel — ничего не менять.
lost-done = ☠️ <b>{ $client }</b>: потерян окончательно. Решение записано.
restore = 🌱 Вернуть
restore-ask = 🌱 Куда вернуть клиента: <b>{ $client }</b>?
restore-pool = 📥 В отстойник
restored-pool = 🌱 <b>{ $client }</b> снова в отстойнике: клиента можно раздавать.
restored-to = 🌱 <b>{ $client }</b> → { $name }. Осталось поставить дело.
pooled-own = 📥 В отстойник: <b>{ $client }</b> — { $reason }.
pooled-head = 📥 В отстойник: <b>{ $client }</b> — { $reason }. Прежний ответственный: { $name }.
name-client = Напишите, какой клиент: номер, телефон, @имя или часть имени. Например: /{ $command } Ромашка

refusal-release-by-head-only = Отпускать клиентов может только РОП.
refusal-own-already = Ответственный уже { $name }.
refusal-nobody-to-give = Раздавать некому: нет активных менеджеров. Пригласите их через /invite.
refusal-attempt-ended = Эта попытка уже закончена. Вот как всё сейчас.
refusal-client-lost = Этот клиент уже потерян окончательно.
refusal-client-not-lost = Этот клиент не потерян. Вот как всё сейчас.
refusal-hand-out = Напишите, сколько клиентов раздать: от 1 до { $most }. Например: /pool_assign 15 или /pool_assign 5 Сидоров
refusal-hand-out-changed = Отстойник изменился, пока вы смотрели. Вот как разойдётся теперь.
refusal-let-go-recently = Прежний ответственный: { $name }. Клиент отпущен недавно.
refusal-take-too-early = Клиент в отстойнике недавно. Взять его можно будет { $at }.
refusal-take-let-go = Вы сами недавно отпустили этого клиента. Взять его снова можно через { $days } { $days ->
    [one] день
    [few] дня
   *[many] дней
} после этого, раньше — через РОПа.
refusal-taken-already = Этого клиента уже взяли из отстойника, ответственный — { $name }.
refusal-take-enough = На сегодня хватит: самостоятельно из отстойника можно взять { $count } в день.
refusal-attempts-spent = Попытки закончились: { $count }. Сначала решите, потерян ли клиент.
refusal-attempts-left = Попытки ещё есть. Вот как всё сейчас.
refusal-portfolio-full = { $name } ведёт уже { $most } { $most ->
    [one] клиента
   *[many] клиентов
} или больше: новых не раздаём.
pool-which = 🔎 Кого показать из отстойника?
pool-filters = 🔎 Отбор
pool-whole = 📥 Весь отстойник
pool-anybodys = 👥 Чьи угодно
pool-chosen = 🔎 { $what }
pool-none-fits = По этому отбору никого нет.
pool-only-all = Все
pool-only-ready = Можно раздать сегодня
pool-only-untried = Без попыток
pool-only-tried = Попытки были
pool-only-spent = Попытки закончились
pool-only-old = Дольше 90 дней
pool-only-no_plan = Долго без дела
pool-only-released = Отпущены ответственным
pool-only-decided = Решение РОПа
pool-only-failed = После реанимации
lost-list = ☠️ Потерянные
lost-none = ☠️ Потерянных окончательно нет.
lost-title = ☠️ <b>Потеряны окончательно</b> · { $count }
lost-line = ☠️ <b>{ $client }</b>
lost-by = решение: { $name }
lost-reason-said = причина: { $why }
hand-out-without = { $name } — 0: { $why }
hand-out-without-more = И ещё без клиентов: { $count }
unfit-blocked = бот заблокирован
unfit-away = отпуск
unfit-spared = раздачи на паузе
unfit-gaps = много своих клиентов без дела
unfit-full = потолок портфеля
unfit-busy = хватает реанимаций в работе
unfit-loaded = на две недели нет свободных мест
unfit-barred = недавний прежний ответственный этих клиентов
unfit-enough = на этот раз клиентов не хватило
skip-nobody = Некому отдать: { $count }
refusal-hand-outs-paused = { $name }: раздачи на паузе. Снять её можно в карточке сотрудника, в /users.
refusal-take-by-assigning = РОП и админ назначают клиентов: /pool, кнопка «🙋 Назначить», или /pool_assign.
refusal-take-off = Клиентов из отстойника раздаёт РОП: брать их без него правила компании не разрешают.
refusal-take-several = Подходят несколько клиентов отстойника. Напишите имя полнее, номер клиента или выберите в /pool.
