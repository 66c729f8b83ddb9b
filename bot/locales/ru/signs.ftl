# «Есть вопросы»: признаки работы для вида. Вопрос руководителю, а не оценка.

signs = 🔍 Есть вопросы
signs-team = 🔍 <b>Есть вопросы</b> · { $days }
signs-person = 🔍 <b>Есть вопросы</b> · { $name } · { $days }
signs-own = 🔍 <b>Вопросы ко мне</b> · { $days }
signs-hint = Это повод спросить, а не оценка: у каждой цифры может быть простое объяснение.
signs-hint-own = Об этом может спросить руководитель, он видит то же самое. Если объяснение простое — скажите его первым.
signs-team-none = 👍 Спрашивать не о чем: ничего необычного не видно, или дел пока слишком мало, чтобы судить.
signs-none = 👍 Спрашивать не о чем: ничего необычного не видно, или дел пока слишком мало, чтобы судить.
signs-none-own = 👍 Вопросов нет.
signs-line = <b>{ $name }</b>: { $what }
signs-aside = ✅ Уже обсудили:
sign-aside-line = { $sign } — { $name }, { $on }; до { $until } не показывается
sign-title = 🔍 <b>{ $sign }</b> · { $name }
sign-title-own = 🔍 <b>{ $sign }</b>
sign-gone = 👍 Этого вопроса уже нет: за последние четыре недели таких случаев мало.
sign-aside = ✅ Обсудили: отложить на месяц
sign-aside-toast = Отложено на месяц
sign-back = ↩️ Вернуть: { $sign }
sign-back-toast = Вопрос снова в списке

sign-fast-name = Итоги за секунды
sign-fast = <b>{ $part } из { $whole }</b> { $whole ->
    [one] итога
   *[other] итогов
} — в первые { $seconds } секунд после предыдущего клиента.
sign-fast-ask = ❓ «Вы звоните заранее и отмечаете всё разом? Расскажите, чем кончились эти разговоры».
sign-fast-case = ⏱ <b>{ $client }</b> — через { $count } с, { $moment }
sign-same_comments-name = Один и тот же комментарий
sign-same_comments = <b>{ $part } из { $whole }</b> { $whole ->
    [one] комментария
   *[other] комментариев
} — один и тот же текст.
sign-same_comments-ask = ❓ «О чём говорили с каждым из этих клиентов? По какому слову вы вспомните его через месяц?»
sign-same_comments-case = 💬 <b>{ $client }</b> — «{ $text }», { $moment }
sign-no_comments-name = Разговоры без записи
sign-no_comments = <b>{ $part } из { $whole }</b> { $whole ->
    [one] разговора
   *[other] разговоров
} — без единой записи в тот день: ни комментария, ни дела с названием, ни новой стадии сделки.
sign-no_comments-ask = ❓ «О чём договорились с этими клиентами? Где вы это записываете?»
sign-no_comments-case = 💬 <b>{ $client }</b> — { $moment }
sign-one_day-name = Переносы пачкой
sign-one_day = <b>{ $part } из { $whole }</b> { $whole ->
    [one] переноса
   *[other] переносов
} — пачкой: за день на одну и ту же дату ушло { $pile } дел или больше.
sign-one_day-ask = ❓ «Почему именно этот день? Успеете ли вы всё, что на него перенесли?»
sign-one_day-case = ⏰ <b>{ $client }</b> — на { $date }, { $moment }
sign-horizon-name = План на последний день
sign-horizon = <b>{ $part } из { $whole }</b> { $whole ->
    [one] даты
   *[other] дат
} — на последний день, который ещё можно выбрать.
sign-horizon-ask = ❓ «С этими клиентами правда договорились на эту дату или её поставили, чтобы дело было?»
sign-horizon-case = 📅 <b>{ $client }</b> — на { $date }, выбрано { $moment }
sign-unreached-name = Недозвоны без разговора
sign-unreached = <b>{ $part } из { $whole }</b> { $whole ->
    [one] клиента
   *[other] клиентов
} с недозвонами: попыток много, а разговора не было ни одного.
sign-unreached-ask = ❓ «Верный ли номер? Пробовали написать, позвонить в другое время, найти другого человека в компании?»
sign-unreached-case = 📵 <b>{ $client }</b> — попыток { $count }, последняя { $moment }

morning-signs = 🔍 Есть вопросы: { $names }
morning-more = { " " }и ещё { $count }
