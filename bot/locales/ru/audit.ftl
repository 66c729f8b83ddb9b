# Аудит базы из файла: ничего не загружается.

audit-title = 🔎 <b>Аудит · { $name }</b>
audit-open = 🔎 Аудит: кто без дела
audit-more = 👥 По людям и сделкам
audit-on = ▶️ К импорту
audit-book = аудит
audit-count = Клиентов: { $clients }, открытых сделок: { $deals }.
audit-nothing = В файле нет ни одного клиента: считать нечего.
audit-no-tasks = В файле нет дел: покрытие по нему не посчитать. Выгрузите базу вместе с ближайшими делами, и аудит скажет, кто без дела.
audit-rules = Правило: у открытой сделки дело не дальше { $deal } { $deal ->
    [one] дня
   *[other] дней
}, у клиента без сделки не дальше { $client } { $client ->
    [one] дня
   *[other] дней
}; просрочка больше { $grace } { $grace ->
    [one] рабочего дня
   *[other] рабочих дней
} — уже не дело.
audit-deals = Открытые сделки ({ $count }): { $parts }
audit-alone = Клиенты без открытой сделки ({ $count }): { $parts }
audit-covered = с делом в срок { $count } ({ $share })
audit-reason = { $reason } { $n }
audit-unknown = в файле не сказано
audit-nobody = без ответственного
audit-open-sums = В открытых сделках: { $sums }
audit-at-risk = Под угрозой, без дела в срок: { $sums }
audit-planned-by = По норме ({ $capacity } в рабочий день на человека) дела будут у всех к этой дате: { $date }.
audit-planned-by-if = Если дел нет ни у кого, то по норме ({ $capacity } в рабочий день на человека) они будут у всех к этой дате: { $date }.
audit-people = По ответственным:
audit-person = · { $name }: клиентов { $clients }, без дела в срок { $uncovered }{ $sums ->
    [no] { "" }
   *[other] , под угрозой { $sums }
}{ $by ->
    [no] { "" }
   *[other] , по норме к { $by }
}
audit-person-unknown = · { $name }: клиентов { $clients }, открытых сделок { $deals }{ $sums ->
    [no] { "" }
   *[other] , в них { $sums }
}
audit-dearest = Самые дорогие без дела в срок:
audit-first = Без дела в срок, первые в файле:
audit-dearest-unknown = Самые дорогие, по которым в файле нет данных о делах:
audit-dear = { $place }. { $what }
audit-missing-tasks = В файле нет дел: покрытие по нему не посчитать.
audit-missing-deals = В файле нет сделок: все клиенты посчитаны как клиенты без открытой сделки.
audit-missing-sums = В файле нет сумм сделок.
audit-missing-responsible = В файле нет ответственных.
audit-missing-closed = В файле не сказано, какие сделки закрыты: все посчитаны открытыми.
audit-tasks-lost = ⚠️ Строк, где у дела нет понятной даты: { $count }. Они посчитаны как без дела.
audit-sums-assumed = Сумм без валюты: { $count }, они посчитаны в { $currency }.
audit-sheets = ⚠️ Листы с другими столбцами не посчитаны: { $names }.
audit-columns = Столбцы не распознаны и в аудите не участвуют: { $titles }.
audit-rejected = Строк, которые не посчитаны: { $count }.
audit-cells = Ячеек не удалось прочитать: { $count }.

audit-sheet-total = Итог
audit-sheet-people = Ответственные
audit-sheet-dearest = Самые дорогие
audit-sheet-file = О файле
audit-title-what = Что
audit-title-deals = Открытые сделки
audit-title-alone = Клиенты без сделки
audit-title-responsible = Ответственный
audit-title-clients = Клиенты
audit-title-uncovered = Без дела в срок
audit-title-currency = Валюта
audit-title-open = В открытых сделках
audit-title-risk = Под угрозой
audit-title-planned-by = По норме к
audit-title-client = Клиент
audit-title-deal = Сделка
audit-title-amount = Сумма
audit-title-why = Почему
audit-title-line = Строка файла
audit-row-covered = с делом в срок
audit-chart = Кто без дела в срок
