# Командная строка: файлы.

cli-no-file = Не получается прочитать файл { $path }.
cli-no-owner = Нет активного сотрудника с номером Telegram { $id }.
cli-row = Строка { $line }: { $problem }
cli-imported = Загружено { $imported } из { $rows }, дополнено { $merged }, отклонено { $rejected }.
cli-import-dry = Проверка: загрузится { $imported } из { $rows }, дополнится { $merged }, отклонится { $rejected }. Ничего не изменено.
cli-exported = { $name }: { $count }
cli-no-folder = Не получается записать в { $path } ({ $error }).
cli-export-no-database = База не готова: сначала запустите бота или migrate.
