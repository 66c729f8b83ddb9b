# «Мои дела», карточка дела, следующий шаг.

day-title = 📋 <b>Мои дела</b> · { $day }
day-counters = 🟢 Входящие { $inbound } · 🔴 Просрочено { $overdue } · 🟡 Сегодня { $planned } · ⚪️ Без дела { $gaps }
day-table-today = На сегодня
day-table-count = Сколько
day-table-inbound = 🟢 Входящие
day-table-overdue = 🔴 Просрочено
day-table-planned = 🟡 Сегодня
day-table-gaps = ⚪️ Без дела
day-table-ahead = 📆 Дальше
day-table-tasks = Дел
day-table-time = Время
day-empty = На сегодня всё разобрано. У каждого вашего клиента есть следующее дело 👍
day-empty-leads = Своих клиентов у вас нет, поэтому и дел на сегодня нет. Клиенты отдела без дела — в «⚠️ Без дела в отделе».
day-empty-gaps = На сегодня дел нет, но есть клиенты без дела. Запланируйте им следующий контакт.
asked-title = ❓ <b>Ждут вашего ответа: { $count }</b>
asked-title-some = ❓ <b>Ждут вашего ответа: { $count }</b>, здесь первые { $shown }
asked-left = ❓ Ждут вашего ответа: { $count }. Они в «📋 Мои дела».
asked-line = ❓ <b>{ $sender }</b>, { $moment }
asked-line-text = ❓ <b>{ $sender }</b>, { $moment }: «{ $text }»
asked-brought = { "   " }принесено: { $name }
day-line = { $mark } <b>{ $client }</b> — { $what }{ $deal }, { $when }
day-line-today = { $mark } <b>{ $client }</b> — { $what }{ $deal }
day-line-more = { "   " }{ $task }
client-task-line = { $mark } { $what }{ $deal }, { $when }
day-start = ▶️ Начать день
day-gaps = ⚠️ Без дела ({ $count })
on-deal = { " " }по сделке
on-this-deal = { " " }по сделке «{ $title }»
when-inbound = входящее
when-arrived = пришло { $moment }
when-late = пришло { $moment }, ждёт дольше положенного
when-no-date = без даты
when-overdue = просрочено с { $date }

kind-call = звонок
kind-meeting = встреча
kind-letter = письмо
kind-offer = предложение
inbound-short-call = входящий звонок
inbound-short-meeting = визит
inbound-short-letter = сообщение
inbound-short-offer = обращение
inbound-call = Входящий звонок
inbound-meeting = Визит
inbound-letter = Входящее сообщение
inbound-offer = Входящее обращение

digest-title = ☀️ <b>Доброе утро, { $name }!</b> { $day }
digest-days-off = За выходные: { $count } { $count ->
    [one] входящее
    [few] входящих
   *[many] входящих
}
digest-rest = … и ещё { $count } { $count ->
    [one] дело
    [few] дела
   *[many] дел
}
digest-over = ❗️ Больше нормы ({ $capacity } в день): { $days }
digest-over-day = { $day } — { $count }
digest-gaps = ⚪️ Без дела — поставьте следующий контакт:
morning-missed = ☀️ Утренняя сводка до вас не дошла. На сегодня: { $counters }
digest-to-decide = 🙏 Ждут вашего решения дольше суток: { $count }
digest-pauses = ⏸ Просят паузу ({ $count })
digest-team-asked = ❓ «Кто это?» дольше рабочего дня без ответа: { $people }
digest-ahead = 📆 Дальше:
digest-ahead-day = { $day } — { $load }

task-title = { $mark } <b>{ $client }</b>
task-company = 🏢 { $company }
task-text = 💬 «{ $text }»
task-attempt = ♻️ Реанимация, попытка { $n } из { $total }, до { $until }
task-owner = Ответственный: { $name }
clocks = 🕘 Время — ваше. Другой пояс: { $people }.
clock-ahead = { $name } (+{ $time })
clock-behind = { $name } (−{ $time })
task-done = Дело закрыто: { $outcome }.
task-cancelled = Дело снято: оно больше не нужно.
task-inbound = { $kind }, { $moment }. Входящие разбираем первыми.
task-why = { $what }: { $where }, срок { $due }
task-overdue = просрочено на { $days } { $days ->
    [one] день
    [few] дня
   *[many] дней
}
task-moves = переносилось { $count } { $count ->
    [one] раз
    [few] раза
   *[many] раз
}
task-tries = недозвон { $n } из { $total }
task-last = <i>Последнее:</i>
why-on-deal = дело на сделке
why-on-client = дело на клиенте
contact-phone = 📞 { $number }
contact-no-phone = <code>{ $number }</code> — такого номера нет
contact-email = ✉️ { $email }
contact-handle = 💬 <a href="https://t.me/{ $handle }">@{ $handle }</a>
contact-telegram = 💬 <a href="tg://user?id={ $id }">Написать в Telegram</a>
copy-phone = 📋 { $number }
deal-line = 💼 { $title }{ $more }
gap-now = ⚠️ Нужен следующий контакт: сейчас { $reason }.
gap-next-nudge = Если не поставить дело, { $moment } придёт напоминание.
gap-next-escalate = Если не поставить дело, { $moment } узнает РОП.
gap-next-pool = Если не поставить дело, { $moment } клиент уйдёт в отстойник.

outcome-talked = поговорили
outcome-wrote = написали
outcome-no_answer = недозвон
outcome-handled = обработано
outcome-planned = запланировано
outcome-wants_to_buy = хочет купить
outcome-won = продажа
outcome-refused = отказ
outcome-returned = клиент вернулся
outcome-failed = не получилось

do-won = 🏆 Продажа
do-refused = ❌ Отказ
do-move = ⏰ Перенести
do-comment = 📝 Комментарий
do-handled = ✅ Обработано
do-buy = 💼 Хочет купить
do-plan = 📅 Запланировать
to-client = 👤 Карточка
to-history = 🕘 История
to-pool = 📥 В отстойник

comment-ask = 📝 <b>{ $client }</b>: что записать? Напишите одним сообщением или надиктуйте голосом. /cancel — не записывать.
comment-saved = 📝 Записано.
task-reword = ✏️ Текст дела
task-reword-ask = ✏️ <b>{ $client }</b>: что нужно сделать? Напишите одним сообщением. /cancel — не менять.
task-reword-now = Сейчас: { $text }
task-reword-drop = Убрать текст
refusal-task-text = Напишите словами, что нужно сделать. /cancel — не менять.

next-done = ✅ <b>{ $client }</b>: { $outcome }.
next-client = 👤 <b>{ $client }</b>
next-deal = 💼 Сделка: <b>{ $title }</b>
next-covered = Уже запланировано: { $date }.
next-leave = ➡️ Так и оставить
next-question = Когда следующий контакт?
next-which-deal = У клиента несколько сделок. Какой нужно дело?
next-deal-choice = { $open ->
    [yes] ⚪️ { $title }
   *[no] { $title }
}
next-date = 📅 Дата
next-create-deal = 💼 Создать сделку
preset-tomorrow = Завтра
preset-three_days = Через 3 дня
preset-week = Через неделю
preset-two_weeks = Через 2 недели
preset-free = { $what } · { $date } · { $load }/{ $capacity }
preset-full = { $what } · { $date } · { $load }/{ $capacity } ❗️
preset-locked = 🔒 { $what } · { $date }
next-locked = 🔒 Дальше { $days } { $days ->
    [one] дня
   *[many] дней
} не планируем: за это время клиент остынет.
locked-why = Дальше { $days } { $days ->
    [one] дня
   *[many] дней
} не планируем: за это время клиент остынет. Выберите дату ближе.

buy-title = 💼 <b>{ $client }</b> хочет купить
buy-question = Создадим сделку, дело поставим на неё, а прежние дела на клиенте снимем. Когда следующий шаг?
move-title = ⏰ Перенести дело: <b>{ $client }</b>. На когда?
move-count = Уже переносилось { $count } { $count ->
    [one] раз
    [few] раза
   *[many] раз
}.
again-title = 📵 <b>{ $client }</b>: попытка { $n } из { $total }. Когда попробовать ещё?
again-spent = 📵 <b>{ $client }</b>: попытки закончились ({ $total }). Смените канал или отпустите клиента.
again-hour = Через час
again-three_hours = Через 3 часа
again-start = В начале дня
again-morning = Завтра утром
again-morning-later = Утром
again-afternoon = Завтра днём
again-afternoon-later = Днём
again-option = { $what } · { $moment }
again-channel = Сменить канал

month-title = 📅 <b>{ $month } { $year }</b>
month-legend = В скобках выходные, после точки — сколько дел уже стоит. 🔒 — дальше { $days } дн., так далеко не планируем.
month-1 = Январь
month-2 = Февраль
month-3 = Март
month-4 = Апрель
month-5 = Май
month-6 = Июнь
month-7 = Июль
month-8 = Август
month-9 = Сентябрь
month-10 = Октябрь
month-11 = Ноябрь
month-12 = Декабрь
day-off = { $date } — выходной. Поставить дело на рабочий день?
day-off-sure = Всё равно { $date }
day-off-instead = { $date }

planned = ✅ <b>{ $client }</b>: следующий контакт { $where } — { $when } · { $what }.
planned-moved = ⏰ <b>{ $client }</b>: дело перенесено на { $when }.
planned-again = 📵 <b>{ $client }</b>: попробуем ещё { $when }.
planned-bought = 💼 <b>{ $client }</b>: сделка создана, дело { $where } — { $when }.
planned-answer = ✅ <b>{ $client }</b>: входящее разобрано, следующий контакт { $where } — { $when } · { $what }.
planned-deal = по сделке
planned-client = с клиентом
planned-unreminded = 🔕 Напоминания не будет: это нерабочее время, тихие часы или отпуск.
planned-cancelled = 🔕 Снято дело на клиенте: { $what }, { $date }.
planned-left = Осталось на сегодня: { $count }.
planned-clean = На сегодня всё разобрано 👍
next-task = ➡️ Дальше: { $client }

deal-closed-won = 🏆 Поздравляем с продажей: <b>{ $client }</b>!
deal-closed-lost = ❌ Сделка закрыта: <b>{ $client }</b>. Причина: { $reason }.
deal-why-lost = <b>{ $title }</b>: почему сделка не состоялась?
loss-expensive = Дорого
loss-no_need = Нет потребности
loss-competitor = Выбрали других
loss-unreachable = Не выходит на связь
loss-timing = Сроки
loss-other = Другое
loss-pool = клиент ушёл в отстойник

refusal-task-closed = Это дело уже закрыто. Вот как всё сейчас.
refusal-deal-closed = Эта сделка уже закрыта. Вот как всё сейчас.
refusal-client-has-no-owner = У клиента нет ответственного: дело поставить некому.
refusal-choose-deal = У клиента несколько сделок: выберите, на какую поставить дело.
refusal-date-past = Эта дата уже прошла. Выберите сегодня или позже.
refusal-date-far = Это дальше двух лет. Проверьте дату.
refusal-beyond-horizon = Дальше { $days } { $days ->
    [one] дня
   *[many] дней
} не планируем: последняя дата — { $last }.
refusal-comment = Комментарий пустой. Напишите хотя бы одно слово.
refusal-deal-just-opened = Эта сделка с клиентом только что создана. Нужна ещё одна — дайте ей своё название. Вот как всё сейчас.

spare-ask = Клиент вышел на связь сам. Запланированное дело «{ $what }» на { $date } ещё нужно?
spare-ask-undated = Клиент вышел на связь сам. Запланированное дело «{ $what }» без даты ещё нужно?
spare-drop = Убрать
spare-keep = Оставить
spare-gone = 🗑 Дело убрано.
spare-kept = Дело остаётся в плане.
