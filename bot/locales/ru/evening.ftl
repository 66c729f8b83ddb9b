# Напоминание о деле со временем, вечерняя проверка.

reminder-soon = 🔔 <b>Через { $minutes } мин</b>
reminder-now = 🔔 <b>Пора</b>
reminder-open = 📄 Открыть дело

evening-title = 🌙 <b>Осталось { $count }</b> · { $day }
evening-work = Разобрать
evening-tomorrow = ➡️ На завтра
postpone-ask = ➡️ Перенести { $count } { $count ->
    [one] дело
    [few] дела
   *[many] дел
} на { $date }?
postpone-load = Дел на этот день: { $load } из { $capacity }, станет { $total }.
postpone-now = На этот день теперь { $total } из { $capacity }.
postpone-over = ❗️ Столько за день не успеть.
postpone-nothing = Переносить на следующий рабочий день ({ $date }) нечего.
postpone-done = ➡️ { $count ->
    [one] Перенесено { $count } дело
    [few] Перенесено { $count } дела
   *[many] Перенесено { $count } дел
} на { $date }. Каждый перенос посчитан.
postpone-yes = ➡️ Перенести
postpone-stay-title = Остаётся:
postpone-stay = { $mark } <b>{ $client }</b> — { $why }
stays-inbound = входящее, клиент ждёт ответа
stays-timed = назначено на время, перенести можно на карточке дела
stays-attempt = реанимация, её срок со всеми не переносится
stays-horizon = так далеко по этому клиенту не планируем

refusal-day-over = Это кнопка другого дня. Свежий список — «📋 Мои дела».

nudge-late = 🔔 <b>Напоминание.</b> { $count ->
    [1] Входящее ждёт ответа дольше положенного:
   *[other] Входящие ждут ответа дольше положенного: { $count }
}
escalation-late = ⚠️ <b>Эскалация:</b> { $count ->
    [1] входящее не разобрано до конца рабочего дня.
   *[other] не разобрано до конца рабочего дня: { $count }.
} Правило: входящее разбираем в тот же день.
late-told = { "   " }{ $owner }, ждёт { $waited } рабочего времени
