# «Отдел»: пять чисел, списки за ними, утренний отчёт.

report = 📊 Отдел
report-own = 📊 Мои цифры
report-title = 📊 <b>Отдел</b> · { $days }
report-of-team = 📊 <b>{ $team }</b> · { $days }
report-legend = Покрытие · чистый день · просрочка · реакция · переносы
report-line = <b>{ $name }</b>: { $values }
report-total = Всего
report-table-who = Кто
heat-empty = Пока считать нечего: ни одного рабочего дня с клиентами ещё не кончилось.
report-empty = Пока считать нечего: клиентов ни у кого нет.
report-today = Сегодня
report-week = 7 дней
report-month = 30 дней
report-person = 📊 <b>{ $name }</b> · { $days }
report-person-own = 📊 <b>Мои цифры</b> · { $days }
report-number = { $light } <b>{ $name }:</b> { $value }{ $detail }{ $before }
report-before-better = { " " }· ▲ было { $value }
report-before-worse = { " " }· ▼ было { $value }
report-before-same = { " " }· было { $value }
report-about = ℹ️
report-days = { $since } – { $until }
report-list = 👀 Список

number-coverage = Покрытие
number-clean = Чистый день
number-overdue = Просрочка
number-reaction = Реакция
number-moves = Переносы

detail-coverage = { " " }(норма { $norm }), без дела { $left } из { $whole }
detail-clean = { " " }(норма { $norm })
detail-overdue = , самое старое — { $date }
detail-reaction = { " " }(медиана, входящих { $count }){ $waiting ->
    [0] { "" }
   *[other] , ждут ответа { $waiting }
}
detail-moves = { " " }({ $moved } из { $whole })

list-own = <b>{ $number }</b> · { $count }
list-of = <b>{ $number }</b> · { $name } · { $count }
list-coverage-empty = 👍 У каждого клиента и каждой сделки есть дело.
list-clean-empty = 👍 Дней, после которых что-то осталось, нет.
list-overdue-empty = 👍 Ничего не просрочено.
list-reaction-empty = За эти дни ответов на входящие нет.
list-moves-empty = За эти дни ничего не переносили.
list-deal = { " " }(сделка)
list-uncovered = ⚪️ <b>{ $client }</b>{ $deal } — { $reason }, { $ago }
list-overdue = 🔴 <b>{ $client }</b> — срок { $date }
list-day = 📅 { $date }: осталось { $left }, сделано { $done }
list-reaction = 🟢 <b>{ $client }</b> — ответ через { $time }; пришло { $moment }
list-move = ⏰ <b>{ $client }</b>: с { $before } на { $after } ({ $moment })
list-waiting = ⏳ Ещё ждут первого ответа: { $count }
list-often = Переносились { $least } раза и больше:
list-often-line = 🔁 <b>{ $client }</b> — { $count }

lesson-title = ℹ️ <b>{ $number }</b>
lesson-coverage-what = <b>Что это.</b> Доля клиентов и открытых сделок, у которых есть дело в пределах горизонта. Сделка считается сама, клиент — пока открытых сделок нет. Норма — { $norm }.
lesson-coverage-why = <b>Почему важно.</b> О клиенте без дела никто не вспомнит: он уйдёт, и никто этого не заметит.
lesson-coverage-ask = <b>Что спросить.</b> «Кого из этого списка вы ведёте, а кого держите на всякий случай? Когда следующий контакт с первыми тремя?»
lesson-clean-what = <b>Что это.</b> Доля рабочих дней, к концу которых не осталось ни входящих, ни дел со сроком до этого дня. Норма — { $norm }.
lesson-clean-why = <b>Почему важно.</b> Остаток переезжает на завтра и растёт: через неделю список дел уже никто не разбирает.
lesson-clean-ask = <b>Что спросить.</b> «Что помешало закрыть день? Дел было больше нормы или день занят другим?»
lesson-overdue-what = <b>Что это.</b> Сколько исходящих дел со сроком до сегодняшнего дня открыто сейчас. Жёлтый — самое старое ещё в пределах льготного срока, красный — старше.
lesson-overdue-why = <b>Почему важно.</b> Просроченное дело — обещание клиенту, которое не сдержано. Со временем оно перестаёт считаться планом.
lesson-overdue-ask = <b>Что спросить.</b> «Что с самым старым делом: позвонить сегодня, перенести с причиной или клиента пора отпустить?»
lesson-reaction-what = <b>Что это.</b> Медиана рабочих минут от входящего до первого ответа: итога или недозвона. Считается по дню ответа и по тому, от кого ответ. Срок — { $norm }, хорошо — вдвое быстрее.
lesson-reaction-why = <b>Почему важно.</b> Кто пишет сам, готов говорить сейчас. Через день это уже холодный звонок.
lesson-reaction-ask = <b>Что спросить.</b> «Почему первые в списке ждали так долго? Что вы делали в это время?»
lesson-moves-what = <b>Что это.</b> Доля переносов среди всего, что сделано или перенесено. До 20 % — хорошо, выше 40 % — плохо.
lesson-moves-why = <b>Почему важно.</b> Перенос выглядит как работа, но для клиента ничего не изменилось. Дело, перенесённое трижды, чаще всего не нужно или неприятно.
lesson-moves-ask = <b>Что спросить.</b> «Что не так с делами, которые переносились трижды: это дело ещё нужно? Что мешает его сделать?»

morning-day = 📊 <b>Отчёт</b> · { $days }
morning-week = 📊 <b>Отчёт за неделю</b> · { $days }
morning-rest = … и ещё { $count }
remark-praise = 👏 Похвалить: <b>{ $name }</b> — { $facts }.
remark-ask = ❓ Спросить: <b>{ $name }</b> — { $facts }. { $ask }
remark-was = , было { $value }
remark-of = { $part } из { $whole }
remark-coverage = покрытие { $value }
remark-clean = чистых дней { $value }
remark-overdue = просроченных дел { $value }
remark-reaction = первый ответ через { $value }
remark-moves = переносов { $value }
remark-ask-coverage = Кого из списка пора взять в работу, а кого отпустить?
remark-ask-clean = Что мешает закрывать день?
remark-ask-overdue = Что с самым старым делом?
remark-ask-reaction = Почему входящие ждут?
remark-ask-moves = Что не так с делами, которые переносят снова и снова?

command-team = 📊 Отдел

heat = 🗓 Дни отдела
heat-title = Как закончились дни
heat-days = 🗓 <b>Как закончились дни</b> · { $days }
heat-line = <b>{ $name }</b>: { $clean }/{ $known } { $marks }
heat-clean = чисто
heat-few = осталось до 3
heat-many = больше
heat-none = нет данных

# Отчёт файлом.

report-file = 📤 Excel
report-file-begun = 📤 Собираю отчёт в файл, пришлю сюда. Можно продолжать работу.
report-everybody = Отдел
report-file-ready = 📊 <b>{ $title }</b> · { $days }
    { $people } { $people ->
        [one] сотрудник
        [few] сотрудника
       *[many] сотрудников
    }: на первом листе их числа и нормы, дальше — что стоит за каждым числом. Даты и время — по часам сотрудника.
report-file-cut = { $text }
    ⚠️ Строк слишком много, вошли не все: { $names }. Выберите отдел или период короче.
sheet-everybody = Отдел
sheet-norm = Норма
sheet-column-manager = Сотрудник
sheet-column-team = Отдел
sheet-column-coverage = Покрытие
sheet-column-uncovered = Без дела
sheet-column-kept = Клиентов и сделок
sheet-column-clean = Чистый день
sheet-column-clean-days = Чистых дней
sheet-column-days = Рабочих дней
sheet-column-overdue = Просрочено дел
sheet-column-oldest = Самое старое
sheet-column-reaction = Реакция, минут
sheet-column-answers = Ответов на входящие
sheet-column-waiting = Ждут ответа
sheet-column-moves = Переносы
sheet-column-moved = Перенесено
sheet-column-done-or-moved = Сделано и перенесено
sheet-column-client = Клиент
sheet-column-deal = Сделка
sheet-column-why = Почему
sheet-column-since = Без дела с
sheet-column-day = День
sheet-column-left = Осталось
sheet-column-done = Сделано
sheet-column-task = Дело
sheet-column-due = Срок
sheet-column-times-moved = Переносов
sheet-column-arrived = Пришло
sheet-column-minutes = Ответ через, минут
sheet-column-at = Когда перенесли
sheet-column-from = С какого дня
sheet-column-to = На какой день
