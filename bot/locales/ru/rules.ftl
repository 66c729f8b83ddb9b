# Правила компании: числа, их смысл, изменения и их последствия.

command-rules = ⚙️ Правила
rules-title = ⚙️ <b>Правила</b>
    Числа, по которым работает бот. Перед изменением видно, что оно даст на сегодняшней базе.
rules-settling = ⏳ Изменение доходит до всех клиентов: пройдено { $share }. Остальная работа при этом идёт как обычно.
rules-group = { $group }{ $changed ->
    [0] {""}
   *[other] {" "}· изменено: { $changed }
}
rules-page = ⚙️ <b>{ $group }</b>
    Нажмите на правило: его смысл и история изменений. ✏️ — изменено компанией.
rule-group-plan = 🎯 Горизонты
rule-group-gaps = ⚠️ Без дела
rule-group-inbound = 🟢 Входящие
rule-group-tasks = 📋 Дела и нагрузка
rule-group-pool = 📥 Отстойник и портфель
rule-group-reactivation = ♻️ Реанимация
rule-group-day = 🕘 Рабочий день
rule-group-report = 📊 Отчёт
rule-line = { $changed ->
    [yes] ✏️ {""}
   *[no] {""}
}{ $name }: { $value }
rule-card = ⚙️ <b>{ $name }</b>: { $value }
rule-default = По умолчанию: { $value }.
rule-settling = ⏳ Изменение ещё доходит до всех клиентов; как далеко — видно в /rules.
rule-history = Изменения: { $count }
rule-history-line = { $when }, { $who }: { $before } → { $after }
rule-changed-outside = Изменено не в боте: кем и когда, неизвестно.
rule-changed = ✅ Изменено
rule-undo = ↩️ Вернуть: { $value }
rule-type-button = ✏️ Другое значение
rule-type = <b>{ $name }</b>: сейчас { $value }.
    Напишите новое значение. { $bounds }
rule-bounds-time = Время, например 09:30.
rule-bounds-span = Часы и минуты, например 1:30. Не меньше { $low } и не больше { $high }.
rule-bounds-weekday = Число от 0 до 6: понедельник — 0.
rule-bounds-number = Число от { $low } до { $high }.
rule-bounds-optional = Число от { $low } до { $high }, а «-» — не задано.
rule-none = не задано
rule-on = включено
rule-off = выключено
rule-weekday = { $weekday ->
    [0] понедельник
    [1] вторник
    [2] среда
    [3] четверг
    [4] пятница
    [5] суббота
   *[other] воскресенье
}
rule-unit-days = { $count } { $count ->
    [one] день
    [few] дня
   *[many] дней
}
rule-unit-workdays = { $count } { $count ->
    [one] рабочий день
    [few] рабочих дня
   *[many] рабочих дней
}
rule-unit-times = { $count } { $count ->
    [one] раз
    [few] раза
   *[many] раз
}
rule-unit-tasks = { $count } { $count ->
    [one] дело
    [few] дела
   *[many] дел
}
rule-unit-clients = { $count } { $count ->
    [one] клиент
    [few] клиента
   *[many] клиентов
}
rule-unit-people = { $count } { $count ->
    [one] человек
    [few] человека
   *[many] человек
}
rule-unit-letters = { $count } { $count ->
    [one] знак
    [few] знака
   *[many] знаков
}
rule-weighing = ⏳ Считаю последствия: { $share }
rule-change = ⚙️ <b>{ $name }</b>: { $before } → <b>{ $after }</b>
rule-effect-title = На сегодняшней базе:
rule-effect-more = • без дела станет на { $count } { $count ->
    [one] клиента
   *[many] клиентов
} больше: было { $before }, станет { $after }
rule-effect-fewer = • без дела станет на { $count } { $count ->
    [one] клиента
   *[many] клиентов
} меньше: было { $before }, станет { $after }
rule-effect-reminders = • сегодня { $count ->
    [one] уйдёт { $count } напоминание
    [few] уйдут { $count } напоминания
   *[many] уйдёт { $count } напоминаний
} (без изменения { $before })
rule-effect-escalated = • РОП сегодня узнает о клиентах и сделках без дела: { $count } (без изменения { $before })
rule-effect-pooled = • в отстойник сегодня { $count ->
    [one] уйдёт { $count } клиент
    [few] уйдут { $count } клиента
   *[many] уйдёт { $count } клиентов
} (без изменения { $before })
rule-effect-none = На сегодняшней базе ничего не изменится: без дела будут те же клиенты, сегодня уйдут те же напоминания.
rule-effect-elsewhere = Кто сейчас без дела и сегодняшние напоминания от этого правила не зависят. Оно действует со следующего нажатия.
rule-sure = Изменить?
rule-yes = ✅ Изменить
rule-strain-clients = ⚠️ Норма { $capacity } в день, { $clients } { $clients ->
    [one] клиент
    [few] клиента
   *[many] клиентов
}, горизонт { $horizon } дн.: за горизонт не помещается { $short } { $short ->
    [one] дело
    [few] дела
   *[many] дел
} ({ $week } в неделю).
rule-ways = Выход: { $ways }.
rule-or = {" "}или{" "}
rule-way-capacity = норма { $count } в день
rule-way-horizon = горизонт { $count } дн.
rule-way-clients = потолок { $count }
rule-strain-countdown = ⚠️ Обратный отсчёт ({ $countdown }) длиннее срока до отстойника ({ $after }): дата будет видна сразу.
rule-strain-verdict = ⚠️ Итог реанимации нужен раньше первого контакта: первый контакт за { $touch } рабочих дней, итог за { $verdict } календарных.
refusal-rule-same = Сейчас так и есть. Выберите другое значение.
refusal-rule-moved = Это правило уже другое. Откройте его ещё раз: /rules.

rule-name-deal_horizon_days = Горизонт сделки
rule-about-deal_horizon_days = На сколько дней вперёд должно быть дело у открытой сделки. Дальше — сделка без дела.
rule-name-client_horizon_days = Горизонт клиента
rule-about-client_horizon_days = На сколько дней вперёд должно быть дело у клиента без открытой сделки.
rule-name-class_a_horizon_days = Горизонт: класс A
rule-about-class_a_horizon_days = Свой горизонт для клиентов класса A. Не задан — действует горизонт клиента.
rule-name-class_b_horizon_days = Горизонт: класс B
rule-about-class_b_horizon_days = Свой горизонт для клиентов класса B. Не задан — действует горизонт клиента.
rule-name-class_c_horizon_days = Горизонт: класс C
rule-about-class_c_horizon_days = Свой горизонт для клиентов класса C. Не задан — действует горизонт клиента.
rule-name-supplier_horizon_days = Горизонт: поставщики
rule-about-supplier_horizon_days = Свой горизонт для поставщиков. Класс важнее; не задан — действует горизонт клиента.
rule-name-overdue_grace_days = Терпение к просрочке
rule-about-overdue_grace_days = Сколько рабочих дней просроченное дело ещё считается планом.
rule-name-pause_max_days = Пауза, не дольше
rule-about-pause_max_days = На сколько дней клиенту можно дать паузу.
rule-name-nudge_after = Напоминание через
rule-about-nudge_after = Через сколько рабочего времени без дела менеджеру приходит напоминание.
rule-name-escalate_after = К РОПу через
rule-about-escalate_after = Через сколько рабочего времени без дела о клиенте узнаёт РОП.
rule-name-message_every = Не чаще одного за
rule-about-message_every = Напоминания одному менеджеру и сообщения одному РОПу собираются в одно за это время.
rule-name-pool_automatic = В отстойник автоматически
rule-about-pool_automatic = Клиент без дела уходит в отстойник сам. Выключено — решает РОП.
rule-name-pool_after_days = В отстойник через
rule-about-pool_after_days = Через сколько рабочих дней после вопроса менеджеру клиент без дела уходит в отстойник.
rule-name-countdown_days = Обратный отсчёт
rule-about-countdown_days = За сколько рабочих дней до отстойника менеджер видит дату.
rule-name-import_quiet_days = Тишина после загрузки
rule-about-import_quiet_days = Сколько рабочих дней о загруженных клиентах без дела не напоминают по одному.
rule-name-inbound_deadline = Срок входящего
rule-about-inbound_deadline = Сколько рабочего времени даётся на входящее до напоминания. Действует для новых.
rule-name-offer_to = Ничьё входящее
rule-about-offer_to = Кому сначала предлагается входящее без ответственного. Не взято — следующему по очереди, потом решает РОП.
rule-choice-present = всем на месте
rule-choice-turn = по очереди
rule-choice-duty = дежурному
rule-choice-head = сразу РОПу
rule-name-offer_wait = Предложение ждёт
rule-about-offer_wait = Сколько рабочего времени входящее без ответственного ждёт ответа.
rule-name-offer_refusals = Отказов до РОПа
rule-about-offer_refusals = После скольких отказов или предложений без ответа входящее без ответственного уходит РОПу.
rule-name-group_window = Сообщения подряд
rule-about-group_window = Сообщения одного отправителя за это время — одно входящее.
rule-name-business_excerpt = Слова из чатов Telegram
rule-about-business_excerpt = Сколько знаков сообщения хранить, когда клиент пишет в подключённый личный чат: 0 — ничего, 200 — начало, 4096 — целиком.
rule-name-attempts_known = Попыток, знакомый
rule-about-attempts_known = Сколько недозвонов подряд до смены канала, если с клиентом уже говорили.
rule-name-attempts_new = Попыток, новый
rule-about-attempts_new = Сколько недозвонов подряд до смены канала, если с клиентом ещё не говорили.
rule-name-capacity = Норма дел в день
rule-about-capacity = Сколько исходящих дел в день по силам одному менеджеру.
rule-name-call_lasts = Звонок длится
rule-about-call_lasts = Сколько рабочего времени занимает звонок: по нему считается нагрузка.
rule-name-meeting_lasts = Встреча длится
rule-about-meeting_lasts = Сколько рабочего времени занимает встреча: по нему считается нагрузка.
rule-name-letter_lasts = Письмо длится
rule-about-letter_lasts = Сколько рабочего времени занимает письмо: по нему считается нагрузка.
rule-name-offer_lasts = КП длится
rule-about-offer_lasts = Сколько рабочего времени занимает коммерческое предложение: по нему считается нагрузка.
rule-name-deal_stale_days = Сделка застряла через
rule-about-deal_stale_days = Через сколько дней тишины по сделке она считается застрявшей.
rule-name-moved_often = Частые переносы
rule-about-moved_often = Со скольких переносов дело считается часто переносимым.
rule-name-undo_window = Отмена доступна
rule-about-undo_window = Сколько времени действие можно отменить.
rule-name-remind_before = Напомнить за
rule-about-remind_before = За сколько напомнить о деле со временем тем, у кого нет своей настройки.
rule-name-remind_at_time = Напомнить и в само время
rule-about-remind_at_time = Второе напоминание, в само время, тем, у кого нет своей настройки.
rule-name-release_allowed = Отпускать без РОПа
rule-about-release_allowed = Менеджер отпускает клиента в отстойник сам, с причиной.
rule-name-release_per_day = Отпустить за день
rule-about-release_per_day = Сколько клиентов в день менеджер отпускает сам.
rule-name-portfolio_ceiling = Потолок портфеля
rule-about-portfolio_ceiling = Сколько активных клиентов может быть у менеджера: сверх этого не раздают. Поставщики не в счёт.
rule-name-self_take_allowed = Брать без РОПа
rule-about-self_take_allowed = Менеджер берёт клиента из отстойника сам.
rule-name-self_take_per_day = Взять за день
rule-about-self_take_per_day = Сколько клиентов в день менеджер берёт из отстойника сам.
rule-name-self_take_after = Брать не раньше
rule-about-self_take_after = Сколько клиент лежит в отстойнике, прежде чем менеджер может взять его без РОПа.
rule-name-not_back_days = Не возвращать
rule-about-not_back_days = Сколько дней отпущенный клиент не раздаётся тем же людям.
rule-name-reactivation_weekly = Раздача раз в неделю
rule-about-reactivation_weekly = Раз в неделю клиенты отстойника раздаются сами. Выключено — раздаёт только РОП.
rule-name-reactivation_weekday = День раздачи
rule-about-reactivation_weekday = В какой день недели клиенты раздаются из отстойника. Если это выходной, то в первый рабочий день после него.
rule-name-reactivation_per_manager = Раздать менеджеру
rule-about-reactivation_per_manager = Сколько клиентов за раз получает один менеджер.
rule-name-reactivation_attempts = Попыток реанимации
rule-about-reactivation_attempts = После скольких попыток РОПа спросят, потерян ли клиент окончательно.
rule-name-cooldown_days = Отдых после попытки
rule-about-cooldown_days = Сколько дней после неудачной попытки клиент не раздаётся сам.
rule-name-first_touch_days = Первый контакт за
rule-about-first_touch_days = За сколько рабочих дней менеджер связывается с клиентом из отстойника.
rule-name-verdict_days = Итог реанимации за
rule-about-verdict_days = За сколько дней нужен итог: удалось вернуть клиента или нет.
rule-name-day_starts = День начинается
rule-about-day_starts = Начало рабочего дня компании. По нему считается рабочее время.
rule-name-day_ends = День заканчивается
rule-about-day_ends = Конец рабочего дня компании. По нему считается рабочее время.
rule-name-digest_at = Утренняя сводка
rule-about-digest_at = Во сколько приходит сводка новым людям. Своё время — в /me.
rule-name-report_at = Отчёт РОПу
rule-about-report_at = Во сколько РОП получает отчёт.
rule-name-evening_at = Вечерняя проверка
rule-about-evening_at = Во сколько приходит вечерняя проверка новым людям. Своё время — в /me.
rule-name-coverage_norm = Норма покрытия
rule-about-coverage_norm = Какая доля клиентов и сделок с делом считается нормой.
rule-name-clean_day_norm = Норма чистых дней
rule-about-clean_day_norm = Какая доля дней, законченных без остатка, считается нормой.

duty-button = ☎️ Дежурный: { $name }
duty-nobody = не назначен
duty-title = ☎️ <b>Дежурный менеджер</b>

    Сейчас: { $name }. Первым получает предложение взять ничьё входящее, если так велит правило «Ничьё входящее».
duty-off = 🚫 Без дежурного
duty-set = Готово
rule-name-hand_out_gaps = Раздавать, если без дела не больше
rule-about-hand_out_gaps = Тем, у кого без дела больше клиентов, не раздают. 0 — не смотреть на это.
