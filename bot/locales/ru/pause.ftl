# Пауза и закрепление: до какого числа, почему, решение РОПа, списки.

do-pause = ⏸ Пауза
do-lock = 🔒 Закрепить
next-pause = ⏸ Пауза до…
next-paused = ⏸ На паузе до даты: { $date }.
reprieve-until-pause = ⏸ До какого числа пауза? Клиент: <b>{ $client }</b>.
reprieve-until-lock = 🔒 До какого числа закрепить? Клиент: <b>{ $client }</b>. Вопрос о следующем деле остаётся, ждёт только отстойник.
reprieve-longest = Самое большее — { $days } { $days ->
    [one] день
    [few] дня
   *[many] дней
}.
reprieve-head-decides = Решает РОП. Пока ответа нет, клиент остаётся в «Без дела».
reprieve-ahead-week = Неделя · { $date }
reprieve-ahead-fortnight = 2 недели · { $date }
reprieve-ahead-month = Месяц · { $date }
reprieve-ahead-quarter = 3 месяца · { $date }
reprieve-ahead-half = Полгода · { $date }
reprieve-month = { $month }
reprieve-why-ask-pause = ⏸ Пауза, дата возвращения: { $until }. Почему? Выберите или напишите своими словами.
reprieve-why-ask-lock = 🔒 Закрепить, дата окончания: { $until }. Почему? Выберите или напишите своими словами.
reprieve-why-later = Просит связаться позже
reprieve-why-season = Не сезон
reprieve-why-budget = Ждёт бюджета
reprieve-why-away = В отъезде или болеет
reprieve-why-key = Важный клиент
reprieve-why-talks = Идут переговоры
reprieve-why-agreed = Есть договорённость
reprieve-why-other = Другое
reprieve-sent = ⏸ Запрос у РОПа. Клиент: <b>{ $client }</b>. Пауза, дата возвращения: { $until } ({ $why }). Пока ответа нет, клиент остаётся в «Без дела».
reprieve-set-pause = ⏸ На паузе: <b>{ $client }</b>. Дата возвращения: { $until } ({ $why }). В этот день появится дело, об этом придёт сообщение. Напишет клиент раньше — пауза закончится.
reprieve-set-lock = 🔒 Закреплён: <b>{ $client }</b>. Дата окончания: { $until } ({ $why }). До неё клиент не уйдёт в отстойник сам.
reprieve-cancelled = Дела до этой даты сняты: { $count }.
reprieve-asked = ⏸ { $name } просит паузу. Клиент: <b>{ $client }</b>. Дата возвращения: { $until }. Почему: { $why }.
reprieve-yes = ✅ Дать паузу
reprieve-no = ✋ Не давать
reprieve-take-back = ↩️ Отозвать запрос паузы
reprieve-refused = ✋ Пауза не дана: <b>{ $client }</b>. Ответственному придёт сообщение.
reprieve-settled-running = ⏸ Пауза дана: <b>{ $client }</b>. Дата возвращения: { $until } ({ $why }). Решение: { $name }.
reprieve-settled-refused = ✋ Пауза не дана: <b>{ $client }</b>. Решение: { $name }.
reprieve-settled-over = ⏸ Этой паузы больше нет: <b>{ $client }</b>.
told-reprieve-pause = ⏸ { $name } даёт паузу: <b>{ $client }</b>. Дата возвращения: { $until } ({ $why }). До неё клиент не считается без дела.
told-reprieve-lock = 🔒 { $name } закрепляет за вами клиента: <b>{ $client }</b>. Дата окончания: { $until } ({ $why }). Следующее дело всё равно нужно.
told-reprieve-refused = ✋ { $name } не даёт паузу: <b>{ $client }</b>. Поставьте следующий контакт.
told-reprieve-over-date = ▶️ Пауза закончилась: <b>{ $client }</b>. Дело на сегодня поставлено.
told-reprieve-over-hand = ▶️ Пауза снята: <b>{ $client }</b>. Нужно следующее дело.
told-reprieve-over-inbound = ▶️ Пауза закончилась раньше: <b>{ $client }</b>. Есть входящее.
gap-whose-client = ответственный: { $owner }
gap-locked = 🔒 закреплён до { $until }
reprieves-pause = ⏸ <b>На паузе</b> · { $count }
reprieves-lock = 🔒 <b>Закреплены</b> · { $count }
reprieves-pause-empty = ⏸ На паузе никого нет. Поставить на паузу можно на карточке клиента.
reprieves-lock-empty = 🔒 Закреплённых клиентов нет. Закрепляет РОП: на карточке клиента есть «🔒 Закрепить».
reprieve-line = <b>{ $client }</b> — до { $until }, { $why } ({ $name })
reprieve-line-asked = 🙏 <b>{ $client }</b> — просит паузу { $name }, до { $until } ({ $why })
reprieve-off-pause = ▶️ Снять паузу
reprieve-off-lock = 🔓 Открепить
to-reprieves-pause = ⏸ На паузе
to-reprieves-lock = 🔒 Закреплены
reprieve-now-asked = ⏸ Запрошена пауза, дата возвращения: { $until } ({ $why }). Решает РОП.
reprieve-now-pause = ⏸ На паузе до { $until } ({ $why }). Решение: { $name }.
reprieve-now-lock = 🔒 Закреплён до { $until } ({ $why }). Решение: { $name }.
reprieve-lifted = Снято
reprieve-said-pause = пауза до { $until } ({ $why })
reprieve-said-lock = закрепление до { $until } ({ $why })
reprieve-name-pause = пауза
reprieve-name-lock = закрепление
event-reprieve_asked = ⏸ запрос: { $detail }
event-reprieve_given = ⏸ { $detail }
event-reprieve_refused = ✋ не дано: { $detail }
event-reprieve_ended = ▶️ закончено: { $detail }
decided-reprieve_given = пауза или закрепление
decided-reprieve_refused = пауза не дана
refusal-reprieve-past = Эта дата уже наступила или прошла. Выберите дату позже.
refusal-reprieve-too-far = Самое большее — { $days } { $days ->
    [one] день
    [few] дня
   *[many] дней
}, последняя дата — { $last }.
refusal-reprieve-past-due = Дата из запроса уже наступила: { $until }. Клиенту нужно дело, а не пауза.
refusal-reprieve-runs = Это уже решено. Вот как всё сейчас.
refusal-reprieve-over = Этого уже нет. Вот как всё сейчас.
refusal-reprieve-decided = Решение по запросу уже принято. Вот как всё сейчас.
refusal-pause-inbound = Клиент ждёт ответа. Сначала разберите входящее, потом ставьте паузу.
refusal-lock-by-head-only = Открепить клиента может только РОП.
