# Отмена того, что только что сделано.

undo = ↩️ Отменить
undoing = ⏳ Отменяю: { $what } · { $count }…
undone = ↩️ Отменено: { $what }.
undone-joined = Пока дело было закрыто, пришло ещё сообщение: теперь всё в одном деле.
undone-wrote = 🟢 Пока не было ответственного, пришло сообщение: оно уже среди ваших входящих.
midway = ⚠️ Сбой посередине: { $what }.
    Сделано клиентов: { $count }{ $left ->
    [0] { "" }
   *[other] , осталось: { $left }
}. Сделанное сохранено и дважды не повторится. Можно продолжить с того же места, в течение минуты отменить всё целиком или оставить как есть.
    Если сбой повторится, вот код для админа: <code>{ $error }</code>
midway-go-on = ▶️ Продолжить
midway-going = ⏳ Продолжаю с того же места…
refusal-go-on = Продолжать уже нечего: после сбоя вы делали что-то ещё или всё отменили. Вот как всё сейчас.
deed-outcome = итог дела
deed-reprieve = пауза или закрепление
deed-plan = новое дело
deed-walk = новое дело
deed-spread = раскладка по дням
deed-unload = разгрузка дней
deed-move = перенос
deed-postpone = перенос на следующий рабочий день
deed-no_answer = недозвон
deed-put_task = дело на другом месте
deed-reword = текст дела
deed-bring_back = возврат дела
deed-drop_task = снятие дела
deed-buy = новая сделка
deed-close_deal = закрытие сделки
deed-add_client = новый клиент
deed-rename_deal = название сделки
deed-set_sum = сумма сделки
deed-set_stage = стадия сделки
deed-hand_over = передача клиента
deed-hand_over_all = передача всех клиентов
deed-close_access = закрытие доступа
deed-change_role = смена роли
deed-give_day = ещё один день
deed-release = уход в отстойник
deed-assign = назначение из отстойника
deed-hand_out = раздача из отстойника
deed-another_round = ещё круг
deed-returned = итог реанимации
deed-failed = итог реанимации
deed-lose = потеря клиента
deed-restore = возвращение клиента
bring-back = ↩️ Вернуть прежнее дело
bring-back-one = ↩️ Вернуть · { $what } { $date }
bring-back-toast = Дело снова в плане.
event-task_brought_back = ↩️ дело возвращено
event-undone = ↩️ отменено: { $detail }
refusal-undo-late = Отменить можно только сразу. Вот как всё сейчас.
refusal-undo-used = Это уже отменено. Вот как всё сейчас.
refusal-undo-changed = С тех пор здесь что-то изменилось, отменить уже нельзя. Вот как всё сейчас.
