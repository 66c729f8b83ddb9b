# Журнал: кто, что и когда решил; что было до этого.

command-audit = 🧾 Журнал
journal-title = 🧾 <b>Журнал</b> · { $count } { $count ->
    [one] запись
    [few] записи
   *[many] записей
}
journal-whole = Чьё решение, какое и когда, что было до него. Записи нельзя изменить и удалить.
journal-team = Решения ваши и ваших людей, и решения о них. Записи нельзя изменить и удалить.
journal-narrowed = Показано: { $what }
journal-empty = Пока пусто. Сюда сами попадают решения: чей теперь клиент, у кого какая роль, что изменилось в правилах и календаре, кому закрыт доступ, какая база загружена или выгружена.
journal-none = Таких записей нет.
journal-line = <b>{ $when }</b> · { $who }
    { $what }
journal-undone = ↩️ Отменено. { $what }
journal-bot = бот
journal-command = командная строка
journal-nothing = —
journal-client = «{ $name }»
journal-client-gone = клиент № { $number }, карточки больше нет
journal-client-more = { $client } и ещё { $count } { $count ->
    [one] клиент
    [few] клиента
   *[many] клиентов
}
journal-because = { " " }({ $why })
journal-owner = 🔀 { $client }: { $before } → { $after }{ $subject }
journal-lost = ☠️ { $client }: { $before } → { $after }
journal-restored = 🔁 { $client }: { $before } → { $after }{ $subject }
journal-merged = 🧩 { $client }: сюда перенесена карточка { $subject }
journal-erased = 🗑 Удалено: { $client }
journal-place = 👤 { $person }: { $before } → { $after }
journal-invited = 🔑 Приглашение: { $after }
journal-joined = 👋 Новый человек: { $person } — { $after }
journal-access = 🚪 { $person }: { $before } → { $after }
journal-team-made = 👥 Новый отдел: { $subject }
journal-duty = 📟 Дежурный: { $before } → { $after }
journal-spared = 🎯 Раздача клиентов, { $person }: { $before } → { $after }
journal-spared-until = пауза до { $until }
journal-extensions = ☎️ Внутренний номер, { $person }: { $before } → { $after }
journal-pause = ⏸ Пауза до { $subject }, { $client }: { $before } → { $after }
journal-lock = 🔒 Закрепление до { $subject }, { $client }: { $before } → { $after }
journal-day-given = 🕐 Дан день, до { $subject }: { $client }
journal-rule = ⚙️ { $subject }: { $before } → { $after }
journal-day = 🗓 { $subject }: { $before } → { $after }
journal-stage = 🪜 Стадия сделок: { $before } → { $after }
journal-address = 🔌 { $subject }: выдан новый адрес приёма
journal-import = 📥 Загрузка файла: { $subject }
journal-import_undone = ↩️ Загрузка отменена: { $subject }
journal-export = 📤 Выгрузка: { $subject }
journal-export-xlsx = клиенты, сделки и дела, таблица
journal-export-csv = клиенты, сделки и дела, текстовые файлы
journal-export-journal = журнал
journal-export-report = отчёт
journal-export-whole = вся база
journal-value-pool = отстойник
journal-value-lost = потерян окончательно
journal-value-nobody = никто
journal-value-open = доступ есть
journal-value-closed = доступ закрыт
journal-value-takes = получает
journal-value-spared = пауза
journal-value-asked = просьба
journal-value-given = разрешено
journal-value-refused = отказ
journal-value-ended = снято
journal-value-made = есть
journal-value-none = нет
journal-group-all = 🧾 Всё
journal-group-clients = 👥 Клиенты
journal-group-pauses = ⏸ Паузы
journal-group-people = 👤 Люди
journal-group-rules = ⚙️ Правила
journal-group-files = 📁 Файлы
journal-person = 👤 Один человек
journal-everybody = 👥 Все люди
journal-day-button = 📅 Один день
journal-all-days = 📅 Все дни
journal-take = 📤 Таблицей
journal-ask-person = Чьи записи показать? Сюда входят решения этого человека и решения о нём.
journal-ask-day = Какой день показать?
journal-ready = 🧾 Журнал: { $count } { $count ->
    [one] запись
    [few] записи
   *[many] записей
}. Время — ваше.
journal-ready-cut = 🧾 Журнал: последние { $count } { $count ->
    [one] запись
    [few] записи
   *[many] записей
}. Более ранние — по дням или по людям. Время — ваше.
journal-not-made = ⚠️ Таблица не получилась. Попробуйте ещё раз или выберите меньше: один день или одного человека.
journal-file = журнал
journal-yes = да
journal-column-when = Когда
journal-column-who = Кто
journal-column-what = Что
journal-column-client = Клиент, номер
journal-column-undone = Отмена
