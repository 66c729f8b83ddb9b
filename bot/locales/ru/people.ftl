# Вход, люди, приглашения, настройки, помощь, отказы.

start-known = Здравствуйте, { $name }! Клиенты под присмотром: у каждого будет следующее дело.
    «📋 Мои дела» — что сделать сегодня. Перешлите сюда сообщение клиента — появится входящее.
start-welcome = Здравствуйте, { $name }! Вы в команде: { $role }{ $team }.
    Здесь у каждого клиента и каждой сделки есть следующее дело. Утром рабочего дня в 09:00 я пришлю список дел.
    Начните с «➕ Новое» — добавьте клиента или просто перешлите сюда его сообщение.
stranger = Здравствуйте! Этим ботом пользуются сотрудники компании. Если вы один из них, попросите у руководителя ссылку-приглашение.
role-manager = менеджер
role-head = РОП
role-admin = админ
in-team = , «{ $team }»
invite-who = Кого приглашаем?
invite-team = В какую команду?
invite-skip = Пропустить
invite-new-team = ➕ Новая команда
invite-team-ask = Как назвать команду? Напишите одним сообщением. /cancel — отменить.
invite-ready = 🔑 Приглашение: <b>{ $role }</b>{ $team }.
    Отправьте человеку эту ссылку. Она сработает один раз, за { $hours } ч:
    { $link }
invite-copy = 📋 Скопировать ссылку
users-title = 👥 <b>Люди</b> · { $count }
users-line = { $active ->
    [yes] { $name } — { $role }{ $team }
   *[no] <s>{ $name }</s> — доступ закрыт
}, { $clients } { $clients ->
    [one] клиент
    [few] клиента
   *[many] клиентов
}
user-card = 👤 <b>{ $name }</b>
    { $role }{ $team }
user-clients = { $clients ->
    [0] Клиентов нет.
    [one] Ведёт { $clients } клиента.
   *[many] Ведёт { $clients } клиентов.
}
user-inactive = 🚫 Доступ закрыт.
user-blocked = ⚠️ Бот заблокирован: сообщения не доходят.
user-hand-over = 🔀 Клиентов нужно передать: пока они без присмотра.
user-deactivate = 🚫 Закрыть доступ
user-activate = ✅ Вернуть доступ
user-deactivate-sure = Закрыть доступ: <b>{ $name }</b>? Клиенты останутся за ним, пока вы их не передадите.
user-deactivate-yes = 🚫 Закрыть доступ
user-transfer = 🔀 Передать клиентов
user-transfer-to = Кому передать клиентов ({ $count })? Сейчас их ведёт { $name }.
user-transferred = 🔀 Передано: { $count } { $count ->
    [one] клиент
    [few] клиента
   *[many] клиентов
} → { $name }.
me-title = ⚙️ <b>Мои настройки</b>
    { $name } — { $role }{ $team }
me-zone = 🕘 Часовой пояс: { $zone }
me-digest = ☀️ Утренняя сводка: { $time } по рабочим дням
me-change-zone = 🕘 Часовой пояс
me-change-digest = ☀️ Время сводки
me-language = 🌐 English
me-zone-ask = Какой у вас часовой пояс?
me-zone-other = ✏️ Другой
me-zone-type = Напишите название пояса, например Asia/Yekaterinburg. /cancel — оставить как есть.
me-digest-ask = Во сколько присылать сводку? Выберите время или напишите своё, например: 8:30.
zone-kaliningrad = Калининград
zone-moscow = Москва
zone-samara = Самара
zone-yekaterinburg = Екатеринбург
zone-omsk = Омск
zone-krasnoyarsk = Красноярск
zone-irkutsk = Иркутск
zone-yakutsk = Якутск
zone-vladivostok = Владивосток
zone-kamchatka = Камчатка
help = <b>Как здесь работать</b>
    • У каждого клиента всегда есть следующее дело: по сделке — в пределах двух недель, без сделки — месяца.
    • Утром приходит сводка. Сначала входящие, потом просроченное, потом дела на сегодня.
    • Поговорили — сразу выберите следующий контакт: одно касание.
    • Клиент написал — перешлите сообщение сюда: появится входящее.
    • Клиент без дела: через рабочий час придёт напоминание, через восемь узнает РОП, через пять рабочих дней клиент уйдёт в отстойник.
help-leader = <b>РОПу и админу</b>: /gaps — клиенты без дела, /pool — отстойник, /pool_assign — раздать клиентов, /lost и /restore — потерян окончательно и обратно, /invite — пригласить, /users — люди.
more-title = ☰ <b>Ещё</b>
more-clients = 👥 Клиенты
more-deals = 💼 Сделки
more-gaps = ⚠️ Без дела
more-me = ⚙️ Мои настройки
more-pool = 📥 Отстойник
more-users = 👥 Люди
more-invite = 🔑 Пригласить
more-help = ❓ Помощь
cancelled = Хорошо, ничего не меняю.
nothing-to-cancel = Отменять нечего.

command-today = 📋 Мои дела
command-clients = 👥 Клиенты
command-deals = 💼 Сделки
command-new = ➕ Новый клиент
command-find = 🔍 Найти клиента
command-call = Записать входящий звонок или визит
command-gaps = ⚠️ Без дела
command-me = ⚙️ Мои настройки
command-help = Как здесь работать
command-cancel = Отменить ввод
command-pool = 📥 Отстойник
command-pool_assign = 🎯 Раздать клиентов из отстойника
command-lost = ☠️ Потерян окончательно
command-restore = Вернуть потерянного
command-invite = 🔑 Пригласить
command-users = 👥 Люди

repeated-mark = <i>(повтор)</i>
told-blocked = ⚠️ { $name } не получает сообщения: бот заблокирован или аккаунт удалён. Дела остаются за ним.
parked = ⚠️ Обновление не обработалось пять раз подряд и отложено. Код ошибки: <code>{ $error }</code>. Подробности в журнале бота.

refusal-thing = Такого здесь нет.
refusal-command = Такой команды нет. /help — что здесь есть.
refusal-client = Такого клиента у вас нет.
refusal-person = Такого человека нет.
refusal-team = Такой команды нет.
refusal-task = Такого дела у вас нет.
refusal-button = Эта кнопка устарела. Откройте «📋 Мои дела».
refusal-invite = Приглашение не подходит: оно уже использовано или устарело. Попросите новое.
refusal-invite-wait = Слишком много попыток. Попробуйте через час.
refusal-team-name = Название пустое. Напишите хотя бы одно слово.
refusal-own-access = Себе доступ закрыть нельзя.
refusal-person-inactive = Доступ уже закрыт.
refusal-time = Не понял время «{ $text }». Напишите так: 8:30.
refusal-zone = Не знаю пояса «{ $zone }». Пример: Asia/Yekaterinburg.
refusal-client-not-active = У этого клиента уже нет ответственного.
refusal-unknown = Сейчас так не получится.
unhandled-button = Эта кнопка устарела. Откройте «📋 Мои дела».
unhandled-message = Не понял. Перешлите сообщение клиента, нажмите «📋 Мои дела» или посмотрите /help.
failed = Не получилось: это наша ошибка, а не ваша. Ничего не изменилось. Код для админа: <code>{ $error }</code>
