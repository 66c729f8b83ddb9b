# Дело одной строкой.

quick-whose = ➕ «{ $line }». О ком речь?
quick-which-deal = ➕ «{ $line }». <b>{ $client }</b>: сделок несколько, по какой дело?
quick-preview = ➕ <b>{ $client }</b> · { $when } · { $title }
quick-new = Клиент новый: добавлю его вместе с делом. Посмотрите, верны ли имя и дата.
quick-save = ✅ Сохранить
quick-change = ✏️ Изменить
quick-cancel = Отмена
refusal-quick-saved = Это дело уже сохранено. Вот как всё сейчас.
refusal-quick-with-forward = Эти слова уже записаны к пересланному сообщению.
quick-lacks-date = Не понял, когда. Напишите одной строкой, кто, когда и что сделать: «Иванов завтра в 10 позвонить». Найти клиента — «🔍 Найти», остальное — /help.
refusal-line-without-client = Не понял, о ком. Напишите одной строкой, кто, когда и что сделать: «Иванов завтра в 10 позвонить».
line-what = 💬 <b>{ $client }</b>: { $words }
    Что это?
line-note = 📝 Комментарий
line-inbound = 🟢 Входящее
line-task = 📅 Дело
refusal-line-taken = Эти слова уже записаны. Вот как всё сейчас.
next-words = 📅 { $what }
line-whose = 👥 Это про другого клиента?
line-others = 👤 Да: { $name }
line-others-many = 👤 Да, про другого
line-mine = 📅 Нет, здесь: { $name }
line-no-date = Не понял дату. Записать как итог? <b>{ $client }</b>: { $text }
line-result = 📝 Записать как итог
next-result = 📝 Итог
