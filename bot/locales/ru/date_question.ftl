# Дата, набранная текстом; время в календаре; дела, которые переносят снова и снова.

date-typing = Или напишите дату: «завтра в 15», «пт», «через неделю», «25.11 10:30».
date-unsure = Можно понять по-разному. Что вы имели в виду?
times-title = 🕘 <b>{ $date }</b>. К какому времени?
times-load = Дел на этот день: { $load } из { $capacity }.
times-taken = { $time } — { $client }
times-more = … и ещё { $count }
times-free = { $time }
times-busy = • { $time }
times-all-day = Весь день

often-title = 🔁 <b>{ $client }</b>: дело переносили уже { $count } { $count ->
    [one] раз
    [few] раза
   *[many] раз
}. Похоже, переносом его не решить. Что делаем?
often-now = 📞 Сделать сейчас
often-again = ⏰ Перенести ещё раз
often-why = 🔁 Переносим на { $when }. Почему? Причину увидит РОП.
move-reason-client_asked = Клиент попросил
move-reason-waiting = Жду ответа или документов
move-reason-no_time = Не успеваю
move-reason-other = Другое
moved-because = { $change } ({ $why })
moved-often-notice = 🔁 { $owner }: дело перенесено { $count }-й раз, на { $date }. Клиент: <b>{ $client }</b>. Причина: { $why }.
notice-task = 📋 Дело

channel-title = 📵 <b>{ $client }</b>: дозвониться не удалось. Попробуйте связаться иначе и отметьте, что вышло.

refusal-date-unread = Не понял дату. Напишите, например: «завтра в 15», «пт», «через неделю», «25.11 10:30». /cancel — не выбирать.
refusal-date-impossible = Такой даты нет: { $text }. Проверьте день и месяц.
refusal-time-impossible = Такого времени нет: { $text }. Напишите, например: 15:00.
refusal-date-contradicts = День и время не сходятся между собой. Напишите дату ещё раз, например: «25.11 10:30».
refusal-time-past = Это время уже прошло. Выберите время позже.
refusal-moved-often = Дело переносили уже { $count } { $count ->
    [one] раз
    [few] раза
   *[many] раз
}: откройте «⏰ Перенести» и выберите, что с ним делать.
refusal-attempt-noted = Эта попытка уже записана.
refusal-tries-spent = Попытки дозвониться закончились. Смените канал или отпустите клиента.
