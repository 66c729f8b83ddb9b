# Изменение клиента: поля, контакты, люди внутри.

edit = ✏️ Изменить
edit-title = ✏️ <b>{ $name }</b>
edit-kind = Кто это: { $kind }
edit-class = Класс: { $letter }
edit-none = не задан
client-kind-customer = клиент
client-kind-supplier = поставщик
edit-name = ✏️ Имя
edit-company = 🏢 Компания
edit-note = 📝 Заметка
edit-points = 📞 Телефоны и почта ({ $count })
edit-persons = 👥 Люди ({ $count })
edit-no-class = без класса
edit-to-customer = 🔁 Это клиент
edit-to-supplier = 🔁 Это поставщик
edit-clear = 🗑 Убрать
edit-ask-name = ✏️ <b>{ $name }</b>: как назвать клиента? Напишите одним сообщением. /cancel — оставить как есть.
edit-ask-company = 🏢 <b>{ $name }</b>: какая компания? Напишите одним сообщением. /cancel — оставить как есть.
edit-ask-note = 📝 <b>{ $name }</b>: что важно помнить? Напишите одним сообщением. /cancel — оставить как есть.

points-title = 📞 Телефоны и почта: <b>{ $name }</b>
points-hint = Чтобы убрать номер или адрес, нажмите на него.
points-empty = Телефонов и адресов пока нет.
point-add = ➕ Телефон или почта
point-ask = 📞 <b>{ $name }</b>: напишите телефон, почту или @имя. Можно несколько в одной строке. /cancel — не добавлять.
phone-extension = { $number } доб. { $extension }

persons-title = 👥 Люди: <b>{ $name }</b>
persons-empty = Пока никого. Добавьте, кто решает и кто платит: их найдёт поиск, и по их номерам узнаются входящие.
person-add = ➕ Человек
person-ask = 👥 <b>{ $name }</b>: кого добавить? Одной строкой: имя, должность, телефон. Например: «Ирина Белова, бухгалтер, +7 916 123-45-67». /cancel — не добавлять.
person-line = 👤 <b>{ $name }</b>{ $some ->
    [yes] : { $told }
   *[no] { "" }
}
person-role-decides = принимает решения
person-role-accountant = бухгалтер
person-role-user = пользуется
person-role-other = другое
person-edit-name = ✏️ Имя
person-edit-position = 💼 Должность
person-ask-name = ✏️ Как зовут? Сейчас: <b>{ $name }</b>. Напишите одним сообщением. /cancel — оставить как есть.
person-ask-position = 💼 <b>{ $name }</b>: какая должность? Напишите одним сообщением. /cancel — оставить как есть.
person-remove = 🗑 Убрать
person-remove-sure = Убрать с карточки: <b>{ $name }</b>? Телефоны и почта останутся у клиента.
person-remove-yes = 🗑 Да, убрать

event-client_changed = ✏️ изменено: { $detail }
changed-name = имя
changed-company = компания
changed-note = заметка
changed-kind = кто это
changed-class = класс
changed-contacts = телефоны и почта
changed-persons = люди
changed-role = роль ({ $name })
changed-to = { $what } — { $after }
changed-gone = { $what }, убрано: { $before }
client-supplier = 🏭 Поставщик
client-class = Класс { $letter }

refusal-client-name = Имя пустое. Напишите хотя бы одно слово.
refusal-contact-none = Не нашёл здесь ни телефона, ни почты, ни @имени. Напишите, например: +7 916 123-45-67.
refusal-contact-taken = { $value } уже есть у другого клиента. Если это один и тот же клиент, объедините карточки.
refusal-contact-gone = Этого номера или адреса здесь уже нет. Вот как всё сейчас.
refusal-contacts-many = Больше { $most } телефонов и адресов у одного клиента не храним. Уберите лишние.
refusal-person-name = Не понял, как зовут человека. Напишите хотя бы имя.
refusal-person-gone = Этого человека на карточке уже нет.
refusal-persons-many = Больше { $most } человек на одном клиенте не храним.

chat-choose = 💬 Выбрать чат
chat-cancel = ✖️ Отмена
chat-ask = 💬 <b>{ $name }</b>: нажмите «Выбрать чат» под строкой ввода и выберите собеседника. Его сообщения будут узнаваться сами.
chat-chosen = 💬 Выбран чат: { $name }
chat-linked = ✅ <b>{ $client }</b>: чат связан. Сообщения отсюда теперь узнаются сами.
chat-taken = ⚠️ Этот чат уже связан с другим клиентом. Если это один и тот же клиент, объедините карточки.
chat-open-other = 👤 Открыть: { $client }
chat-kept = Чат не выбран.
refusal-chat-colleague = Это ваш коллега, а не клиент.
erase = 🧹 Стереть данные клиента
erase-ask = 🧹 <b>{ $client }</b>: стереть все данные по требованию этого человека?
    Исчезнут имя и компания, телефоны и почта ({ $contacts }), люди внутри ({ $persons }), сообщения ({ $messages }), тексты дел ({ $tasks }), названия сделок ({ $deals }), слова в истории ({ $entries }). Открытые дела и сделки закроются.
    Останутся числа под номером { $number }: сколько дел и сделок было, когда и на какие суммы, — чтобы отчёты не изменились.
    ⚠️ Отменить это нельзя. Не изменятся прежние копии базы, выгруженные файлы и сообщения, которые уже есть в чатах.
erase-yes = 🧹 Стереть навсегда
erased = 🧹 Данные стёрты, от клиента остались числа под номером { $number }. Запись об этом — в журнале. Новое обращение с этого телефона будет новым клиентом.
refusal-erase-busy = С этим клиентом только что работали, и это ещё можно отменить. Повторите через минуту.
refusal-erase-import = Сейчас идёт импорт. Повторите, когда он закончится.
