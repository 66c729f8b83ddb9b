# Выгрузка.

export-ask = 📤 Выгрузка: ваши клиенты, сделки и дела; для РОПа — всего отдела, для админа — всей компании. Файл можно загрузить обратно.
export-xlsx = 📊 Excel
export-csv = 📄 CSV
export-begun = 📤 Готовлю файл, пришлю сюда. Можно продолжать работу.
export-ready = 📤 Готово: { $count } { $count ->
    [one] клиент
    [few] клиента
   *[many] клиентов
}.
command-export = 📤 Выгрузка в Excel и CSV
