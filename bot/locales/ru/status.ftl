# Как работает сам бот: что ждёт в очередях и до кого не доходят сообщения.

command-status = 🩺 Состояние бота
status-title = 🩺 <b>Состояние бота</b>
status-updates-soon = ✅ Всё, что приходит, разбирается сразу.
status-updates-waiting = ⏳ Ждут разбора: { $count }, дольше всех — { $longest }.
status-updates-late = ⚠️ Ждут разбора: { $count }, дольше всех — { $longest }.
status-messages-soon = ✅ Сообщения уходят вовремя.
status-messages-waiting = ⏳ Ждут отправки: { $count }, дольше всех — { $longest }.
status-messages-late = ⚠️ Ждут отправки: { $count }, дольше всех — { $longest }.
status-worked = 🗓 Ежедневные работы: последняя — { $when }.
status-never = 🗓 Ежедневных работ ещё не было.
status-parked = ⚠️ Отложено из-за ошибок: { $count }. О каждой ошибке вам приходит сообщение с номером, по нему её найдут в записях сервера.
status-unreachable = ⚠️ Не доходят сообщения: { $count } { $count ->
    [one] человек
    [few] человека
   *[many] человек
}. Кто это, видно в списке людей: им нужно снова открыть бота.
status-stuck = Так долго ждать не должно: сообщите тому, кто ведёт сервер.
status-again = 🔄 Обновить
