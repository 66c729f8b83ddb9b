# Клиенты без дела: списки, напоминание, эскалация, решение РОПа, передача.

gaps-own = ⚠️ <b>Без дела</b> · { $count }
    У этих клиентов нет следующего контакта. Выберите клиента и дату — одно нажатие.
gaps-own-empty = 👍 У каждого вашего клиента есть следующее дело. Что сделать сегодня — в «📋 Мои дела».
gaps-team = ⚠️ <b>Без дела в отделе</b> · { $count }
gaps-team-empty = 👍 В отделе у каждого клиента есть следующее дело. Появится клиент без дела — придёт сообщение. Кто ждёт нового ответственного — /pool.
gaps-sum = 💰 Под риском: { $sum }
gaps-of-team = ⚠️ Без дела в отделе
gaps-list = 👀 Список
gap-line = ⚪️ <b>{ $client }</b>{ $deal } — { $reason }
gap-deal = сделка
gap-pool-on = ⏳ в отстойник в { $date }
gap-told-now = { "   " }{ $owner }, только что
gap-told = { "   " }{ $owner }, уже { $waited }
gap-owner-gone = 🚫 доступ закрыт
gaps-transfer = 🔀 Передать клиентов: { $owner }
gap-day-given = 🕐 время дано, срок — { $until }
gaps-more = … и ещё { $count }: «{ $list }»
gaps-of-owner = 👤 { $owner } — { $count }
gap-head-knows = РОП уведомлён
nudge = 🔔 <b>Напоминание.</b> { $count ->
    [1] Клиент без дела:
   *[other] Без дела: { $count }
}
nudge-next = Поставьте следующий контакт. Пока его нет, вопрос идёт дальше: сначала к РОПу, потом клиент уходит в отстойник.
escalation = ⚠️ <b>Эскалация:</b> { $count ->
    [1] клиент без дела.
   *[other] без дела { $count }.
} Правило: у каждого клиента и каждой сделки есть следующее дело.
decide = ⚠️ <b>{ $client }</b>: что решаем?
decide-plan = 📌 Поставить дело
decide-day = 🕐 Дать день
day-given = 🕐 <b>{ $client }</b>: ответственному дано время, срок — { $until }. Потом вопрос вернётся к вам.
told-day = 🕐 РОП даёт время: <b>{ $client }</b> ждёт следующего дела, срок — { $until }.
told-lost = ☠️ <b>{ $client }</b>: { $name } закрывает клиента как потерянного. Дела по клиенту сняты.
told-erased = 🧹 Данные одного из ваших клиентов стёрты по просьбе самого клиента. Решение: { $name }. Вместо имени теперь только номер: <b>{ $client }</b>. Дела по клиенту сняты, от вас ничего не нужно.
handed-wrote = 🔀 { $name } передаёт вам клиента: <b>{ $client }</b>. 🟢 Входящее клиента ждёт ответа.
handed-one = 🔀 { $name } передаёт вам клиента: <b>{ $client }</b>. Когда следующий контакт?
handed-all = 🔀 { $name } передаёт вам клиентов: { $count }. Прежний ответственный: { $giver }. Проверьте, у кого нет дела.
hand-over-nobody = 🔀 <b>{ $client }</b>: передать пока некому. Пригласите людей через /invite.
handed-over-toast = Передано
handed-over = 🔀 Передано: <b>{ $client }</b>. Ответственный: { $name }.
told-taken = 🔀 <b>{ $client }</b>: новый ответственный — { $name }. Решение: { $by }. Дела по клиенту переданы.
told-set = 📌 { $name } ставит вам дело: <b>{ $client }</b> — { $what }, { $when }.
hand-over-ask = 🔀 Кому передать клиента: <b>{ $client }</b>? Рядом — сколько клиентов уже в работе.

refusal-gap-closed = У этого клиента уже есть следующее дело. Вот как всё сейчас.
decided-before = ✋ { $ago }: { $what } — { $name }
decided-day_given = дан день
decided-owner_changed = передано
decided-task_planned = поставлено дело
decided-pooled = снято в отстойник
decided-lost = потерян окончательно
decided-restored = возвращено из потерянных
decided-another_round = попытки начаты заново
days-given = 🕐 Время давали уже { $count } { $count ->
    [one] раз
    [few] раза
   *[many] раз
}
refusal-decided-before = Решение уже принято. Вот как всё сейчас.
gap-whose = вместо: { $owner }
note-plan-overdue = план просрочен
note-no-plan = нет плана
