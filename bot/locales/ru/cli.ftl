# Командная строка: файлы.

cli-no-file = Не получается прочитать файл { $path }.
cli-no-owner = Нет активного сотрудника с номером Telegram { $id }.
cli-row = Строка { $line }: { $problem }
cli-imported = Загружено { $imported } из { $rows }, дополнено { $merged }, отклонено { $rejected }.
cli-import-dry = Проверка: загрузится { $imported } из { $rows }, дополнится { $merged }, отклонится { $rejected }. Ничего не изменено.
cli-exported = { $name }: { $count }
cli-no-folder = Не получается записать в { $path } ({ $error }).
cli-export-no-database = База не готова: сначала запустите бота или migrate.
cli-backup-made = Копия готова и проверена: { $path }, { $size } КБ.
cli-restored = База восстановлена из { $path }.
cli-restored-kept = Прежняя база сохранена: { $path }.
cli-copy-file-there = Файл { $path } уже есть: выберите другое имя.
cli-copy-no-file = Нет файла { $path }.
cli-copy-no-database = Базы ещё нет: копировать нечего.
cli-copy-no-copy = { $path } — не целая копия базы бота. Ничего не изменено.
cli-copy-newer = Копия сделана более новой версией бота (схема { $version }). Ничего не изменено.
cli-copy-in-use = С базой кто-то работает: сначала остановите бота. Ничего не изменено.
cli-copy-failed = Не получается: { $path } ({ $error }).
cli-copy-no-program = На этой машине нет программы { $program }: она приходит с сервером базы.
cli-copy-program-failed = { $program }: { $error }
cli-audit-not-made = Не получается записать { $path }.
