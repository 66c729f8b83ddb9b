# Командная строка: файлы.

cli-no-file = Не получается прочитать файл { $path }.
cli-no-owner = Нет активного сотрудника с номером Telegram { $id }.
cli-file-empty = Файл пустой.
cli-file-large = Файл больше 20 МБ. Разделите его на части.
cli-file-encoding = Не получается прочитать файл: непонятная кодировка. Сохраните его в UTF-8.
cli-file-unknown = Не понял, что это за файл. Подходят таблицы CSV и xlsx и карточки vCard.
cli-file-broken = Файл повреждён (строка { $line }).
cli-file-bomb = Файл распаковывается в слишком большой. Ничего не загружено.
cli-file-columns = Не нашёл ни имени, ни телефона, ни почты: подпишите столбцы, например «Имя», «Телефон», «Почта».
cli-file-rows = В файле больше { $most } строк. Разделите его на части.
cli-file-wide = В файле больше { $most } столбцов.
cli-row-empty = Строка { $line }: пустая.
cli-row-nameless = Строка { $line }: непонятно, кто это.
cli-row-held = Строка { $line }: такой контакт уже есть не у этого сотрудника.
cli-imported = Загружено { $imported } из { $rows }, дополнено { $merged }, отклонено { $rejected }.
cli-import-dry = Проверка: загрузится { $imported } из { $rows }, дополнится { $merged }, отклонится { $rejected }. Ничего не изменено.
cli-exported = { $name }: { $count }
cli-no-folder = Не получается записать в { $path } ({ $error }).
cli-export-no-database = База не готова: сначала запустите бота или migrate.
