# Куда уходит всё, что человек ведёт: доступ закрывают, роль меняют, клиентов передают.

parting-close = 🚫 <b>Закрыть доступ: { $name }</b>
parting-over = 🔀 <b>Передать всё: { $name }</b>
parting-head = 🎖 <b>Роль РОПа: { $name }</b>
parting-admin = 🎖 <b>Роль админа: { $name }</b>
parting-owns = Сейчас ведёт: { $holding }.
parting-where = Куда это передать? Сначала покажу, что получится.
parting-nothing = <b>{ $name }</b>: передавать нечего, клиентов нет.
parting-one = 👤 Одному человеку
parting-spread = ⚖️ Разложить по свободным
parting-pool = 📥 В отстойник
parting-keep = 💼 Оставить этому же человеку
parting-to = Кому всё передать? Рядом с именем — сколько клиентов там уже есть.
parting-to-nobody = Передать некому: других людей с доступом нет. Можно отправить в отстойник.
parting-n-clients = { $count } { $count ->
    [one] клиент
    [few] клиента
   *[many] клиентов
}
parting-n-deals = { $count } { $count ->
    [one] сделка
    [few] сделки
   *[many] сделок
}
parting-n-tasks = { $count } { $count ->
    [one] дело
    [few] дела
   *[many] дел
}
parting-n-inbound = { $count } { $count ->
    [one] входящее
   *[many] входящих
}
parting-n-attempts = { $count } { $count ->
    [one] реанимация
    [few] реанимации
   *[many] реанимаций
}
parting-share = • <b>{ $name }</b> получит: { $holding }.
    Клиентов станет { $clients } из { $ceiling }, дел на { $days } дней вперёд — { $tasks } при норме { $capacity }.
parting-more = • …и ещё { $count } { $count ->
    [one] человек
    [few] человека
   *[many] человек
}.
parting-pooled = 📥 В отстойник: { $holding }.
parting-pooled-ends = Их сделки закроются, дела снимутся.
parting-no-room = Больше ни у кого нет места.
parting-full = ⚠️ { $name }: клиентов станет больше потолка ({ $ceiling }).
parting-let-go = ⚠️ { $name }: недавно отпущенных в отстойник этим же человеком — { $count }.
parting-again = Прежний ответственный: { $name }. Среди этих клиентов отпущенные меньше { $days } { $days ->
    [one] дня
   *[many] дней
} назад: { $count }. Такие клиенты обратно не возвращаются. Отдать можно, если есть причина — одна на всех, она останется в истории каждого. Какая?
parting-rest = 🔀 Передать остальных, этих оставить
parting-stays = ⏸ Останутся на месте: { $count }. Решите по каждому в карточке клиента.
parting-why = ✏️ Почему клиенты возвращаются к прежнему ответственному? Напишите одним сообщением — причина останется в истории каждого. /cancel — ничего не менять.
parting-away = ⚠️ { $name } в отпуске до { $until } включительно.
parting-blocked = ⚠️ { $name } не получает сообщения от бота.
parting-unled = ⚠️ { $count } { $count ->
    [one] менеджер останется
    [few] менеджера останутся
   *[many] менеджеров останутся
} без РОПа: их вопросы пойдут админу.
parting-substituted = ⚠️ Останутся в отпуске без замены: { $names }.
parting-yes-close = 🚫 Передать и закрыть доступ
parting-yes-over = 🔀 Передать всё
parting-yes-head = 🎖 Передать и сменить роль
parting-yes-admin = 🎖 Передать и сменить роль
parting-progress = ⏳ Передаю: { $at } из { $total }…
parting-done = 🔀 Передано клиентов: { $handed }{ $pooled ->
    [0] { "" }
   *[other] , в отстойник: { $pooled }
}.
told-parted-close = 🚫 { $by } закрывает доступ: <b>{ $name }</b>.
told-parted-over = 🔀 { $by } передаёт всех клиентов: <b>{ $name }</b>.
told-parted-head = 🎖 { $by } меняет роль: <b>{ $name }</b> — теперь РОП.
told-parted-admin = 🎖 { $by } меняет роль: <b>{ $name }</b> — теперь админ.
told-access-closed = 🚫 Ваш доступ закрыт. Если это ошибка, напишите руководителю: он откроет его снова.
place-again = 👋 Ваш доступ снова открыт: { $role }{ $team }.
unhandled-role = Эта кнопка для другой роли, у вас её больше нет. Что доступно вам — /help.
refusal-parting-changed = Пока вы смотрели, что-то изменилось. Вот как всё сейчас.
refusal-parting-nothing = Передавать уже нечего.
refusal-parting-first = { $name }: сначала решите, куда передать клиентов.
told-silent = 😶 { $name } не открывает бота с { $since }: прошло два рабочих дня. Дела никому не переданы.
user-silent = 😶 Не открывает бота: последний раз — { $since }.
users-blocked = ⚠️ не получает сообщения
users-silent = 😶 не открывает бота
