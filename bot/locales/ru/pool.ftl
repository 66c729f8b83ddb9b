# Отстойник, реанимация, потерянные.

pool-title = 📥 <b>Отстойник</b> · { $count }
pool-empty = 📥 Отстойник пуст: у каждого клиента есть ответственный.
pool-line = 📥 <b>{ $client }</b> — { $date }, { $reason }. Вёл: { $name }. Попыток { $attempts } из { $limit }.
pool-nobody = никто
pool-cooldown = Автоматически — не раньше { $date }.
pool-hand-out = 🎯 Раздать ({ $count })
pool-reason-no_plan = пять рабочих дней без дела
pool-reason-not_active = не активный
pool-reason-no_answer = не отвечает
pool-reason-head_decided = решение РОПа
pool-reason-reactivation_failed = реанимация не удалась
pool-reason-reactivation_expired = реанимация: время вышло
pool-reason-owner_left = ответственный ушёл
pool-reason-restored = возвращён из потерянных
hand-out-preview = 🎯 Раздача: { $count ->
    [one] { $count } клиент
    [few] { $count } клиента
   *[many] { $count } клиентов
}
hand-out-shares = { $shares }
hand-out-none = 🎯 Сейчас раздать некого.
hand-out-go = ✅ Раздать { $count }
handed-out = ✅ Роздано: { $count }
skip-cooldown = Ещё рано после прошлой попытки: { $count }
skip-attempts = Попытки закончились, решает РОП: { $count }
skip-barred = Отпускали сами, обратно не отдаём: { $count }
skip-full = Нет места у менеджеров: { $count }
assign-ask = 🙋 Кому отдать клиента <b>{ $client }</b>? Рядом — сколько клиентов уже ведёт.
assign-again = { $name } сам отпустил этого клиента меньше 30 дней назад. Всё равно отдать?
assign-sure = ✅ Всё равно отдать
assigned = 🙋 <b>{ $client }</b> → { $name }. Дело на реанимацию поставлено.
release-ask = 📥 Отпустить клиента <b>{ $client }</b> в отстойник? Открытые сделки и дела закроются. Почему?
released = 📥 <b>{ $client }</b> в отстойнике. Через время его получит другой менеджер.
attempt = ♻️ <b>Реанимация: { $client }</b>
    Попытка { $n } из { $total }, до { $until }
attempt-touch = Первый контакт: { $date }
attempt-task = 📞 Открыть дело
attempt-yes = ✅ Вернул
attempt-no = 📵 Не получилось
attempt-over = 📵 Записано: не получилось. Клиент снова в отстойнике.
attempt-spent = 📵 Записано: не получилось. Попытки закончились, РОП решит, что дальше.
exhausted = ☠️ <b>{ $client }</b>: попытки вернуть закончились ({ $total }). Потерян окончательно?
lost-confirm = ☠️ Подтвердить
another-round = ♻️ Ещё круг
keep = ✋ Оставить
lost-ask = ☠️ <b>{ $client }</b>: потерян окончательно? Открытые сделки и дела закроются, на реанимацию он больше не попадёт.
lost-done = ☠️ <b>{ $client }</b>: потерян окончательно. Решение записано.
restore = 🌱 Вернуть
restore-ask = 🌱 Куда вернуть клиента <b>{ $client }</b>?
restore-pool = 📥 В отстойник
pooled-own = 📥 <b>{ $client }</b> ушёл в отстойник: { $reason }.
pooled-head = 📥 <b>{ $client }</b> ушёл в отстойник: { $reason }. Вёл: { $name }.
name-client = Напишите, какой клиент: номер, телефон, @имя или часть имени. Например: /lost Ромашка

refusal-release-by-head-only = Отпускать клиентов может только РОП.
refusal-release-enough = Сегодня вы уже отпустили { $count } { $count ->
    [one] клиента
   *[many] клиентов
}. Об остальных решает РОП.
refusal-own-already = { $name } и так ведёт этого клиента.
refusal-nobody-to-give = Раздавать некому: нет активных менеджеров. Пригласите их через /invite.
refusal-attempt-ended = Эта попытка уже закончена. Вот как всё сейчас.
refusal-client-lost = Этот клиент уже потерян окончательно.
refusal-client-not-lost = Этот клиент не потерян. Вот как всё сейчас.
refusal-hand-out = Напишите, сколько клиентов раздать: от 1 до { $most }. Например: /pool_assign 15
