# Дело одной строкой.

quick-whose = ➕ «{ $line }». О ком речь?
quick-which-deal = ➕ «{ $line }». У клиента <b>{ $client }</b> несколько сделок: по какой дело?
quick-preview = ➕ <b>{ $client }</b> · { $when } · { $title }
quick-new = Клиент новый: добавлю его вместе с делом. Посмотрите, верны ли имя и дата: карточка останется, «↩️ Отменить» под ней не будет.
quick-save = ✅ Сохранить
quick-change = ✏️ Изменить
quick-cancel = Отмена
refusal-quick-saved = Это дело уже сохранено. Вот как всё сейчас.
