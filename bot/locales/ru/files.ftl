# Files with clients: why one can not be read, and what is wrong with a row or a cell.

refusal-file-empty = Файл пустой.
refusal-file-large = Файл больше 20 МБ. Разделите его на части.
refusal-file-encoding = Не получается прочитать файл: буквы в нём не разобрать. Сохраните его как xlsx и пришлите ещё раз.
refusal-file-garbled = Буквы в файле потеряны: его сохранили неверно (вместо букв знаки вроде «Р�» или «???»). Выгрузите его ещё раз, лучше как xlsx.
refusal-file-unknown = Не понял, что это за файл. Подходят таблицы CSV и xlsx и карточки vCard.
refusal-file-broken = Файл повреждён, прочитать его не получается. Выгрузите его ещё раз.
refusal-file-broken-at = Файл повреждён: то, что начато в строке { $line }, не закончено. Выгрузите его ещё раз.
refusal-file-bomb = Файл распаковывается в слишком большой. Ничего не загружено.
refusal-file-slow = Файл читается слишком долго. Разделите его на части.
refusal-file-columns = Не нашёл ни имени, ни телефона, ни почты: подпишите столбцы, например «Имя», «Телефон», «Почта».
refusal-file-rows = В файле больше { $most } строк. Разделите его на части.
refusal-file-wide = В файле больше { $most } столбцов.
refusal-file-old = Это таблица старого вида. Откройте её и сохраните как xlsx или csv.
refusal-file-locked = Файл закрыт паролем. Снимите пароль и пришлите его ещё раз.
refusal-file-format = Файлы { $name } не подходят. Сохраните таблицу как xlsx или csv.
refusal-file-telegram = Это выгрузка из Telegram. Перешлите контакты боту или пришлите их карточками vCard.

row-empty = пустая.
row-nameless = непонятно, кто это.
row-held = такой телефон или адрес уже есть у клиента другого сотрудника.
row-phone = телефон округлён таблицей, его цифры потеряны. Сделайте столбец текстовым и выгрузите ещё раз.

cell-date = { $title }: такой даты нет ({ $value }).
cell-amount = { $title }: непонятная сумма ({ $value }).
cell-currency = { $title }: неизвестная валюта ({ $value }).
cell-email = { $title }: это не почта ({ $value }), перенесено в заметку.
cell-long = { $title }: слишком длинно, обрезано ({ $value }…).
