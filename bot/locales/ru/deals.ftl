# Сделки: список, карточка, стадии, где стоит дело, файл для календаря.

deals-title = 💼 <b>Сделки</b> · { $count }
deals-at-stage = 🪜 { $stage }
deals-uncovered = ⚪️ Без дела
deals-stale = 🕸 Застряли: { $days } { $days ->
    [one] день
    [few] дня
   *[many] дней
} без движения
deals-won = 🏆 Продажи за 30 дней
deals-lost = ❌ Отказы за 30 дней
deals-empty = Открытых сделок нет. Сделка появится, когда клиент захочет купить: «💼 Хочет купить» на карточке или «➕ Сделка» здесь.
deals-none-here = Здесь пусто.
deals-all = 💼 Все открытые
deals-to-uncovered = ⚪️ Без дела
deals-to-stale = 🕸 Застряли
deals-to-won = 🏆 Продажи
deals-to-lost = ❌ Отказы
deals-by-stage = 🪜 По стадиям
deals-new = ➕ Сделка
deals-which-stage = 🪜 Сделки на какой стадии показать?
deals-no-stages = Ни у одной открытой сделки ещё нет стадии. Её выбирают на карточке сделки: «🪜 Стадия».
deal-client-ask = 💼 С кем сделка? Напишите имя, телефон или номер клиента одним сообщением. /cancel — не создавать.

deal-card = 💼 <b>{ $title }</b>
deal-client = 👤 { $client }
deal-stage = 🪜 { $stage }
deal-sum = 💰 { $sum }
deal-next = Следующее дело: { $date }
deal-no-task = ⚠️ По сделке нет дела на ближайшее время.
deal-status-won = 🏆 Сделка выиграна.
deal-status-lost = ❌ Сделка закрыта. Причина: { $reason }.
deal-name = ✏️ Название
deal-set-sum = 💰 Сумма
deal-set-stage = 🪜 Стадия
deal-name-ask = ✏️ Как назвать сделку? Напишите одним сообщением. /cancel — оставить как есть.
deal-sum-ask = 💰 Какая сумма? Например: 250 000, 1,2 млн или $3k. /cancel — оставить как есть.
deal-which-stage = 🪜 <b>{ $title }</b>: на какой стадии сделка?

put-to-deal = ➡️ На сделку
put-to-client = ➡️ На клиента
put-done-deal = Дело теперь на сделке
put-done-client = Дело теперь на клиенте
put-which = ➡️ <b>{ $client }</b>: на какую сделку поставить дело?

to-calendar = 📅 В календарь
calendar-event = { $what }: { $client }
calendar-sent = 📅 <b>{ $client }</b>: откройте файл, и дело появится в календаре. Если перенесёте дело, пришлите файл себе ещё раз.

stages-title = 🪜 <b>Стадии сделок</b>
    Их выбирают на карточке сделки.
stage-card = 🪜 <b>{ $stage }</b>
    Открытых сделок на стадии: { $count }
stage-add = ➕ Добавить
stage-rename = ✏️ Переименовать
stage-up = ⬆️ Выше
stage-down = ⬇️ Ниже
stage-remove = 🗑 Убрать
stage-remove-sure = Убрать стадию «{ $stage }» из списка? У сделок, которые на ней стоят ({ $count }), название останется.
stage-name-ask = 🪜 Как назвать стадию? Напишите одним сообщением. /cancel — оставить как есть.
command-stages = 🪜 Стадии сделок

refusal-sum = Не понял сумму «{ $text }». Напишите числом, например: 250 000, 1,2 млн или $3k.
refusal-deal-title = Название пустое. Напишите хотя бы одно слово.
refusal-stage-name = Название пустое. Напишите хотя бы одно слово.
refusal-stage-known = Стадия «{ $name }» уже есть.
refusal-stage-gone = Такой стадии больше нет. Откройте список ещё раз.
refusal-stage-last = Это последняя стадия. Добавьте другую, потом уберите эту.
refusal-stages-many = Стадий уже { $most }, больше на экран не поместится.
refusal-task-untimed = У дела нет времени: в календарь попадает только дело с часом.
