# Командная строка: проверка и отказы.

cli-held = Бот запущен: база занята другим процессом. Остановите его и повторите.
cli-newer = База обновлена более новой версией бота (схема { $version }). Обновите бота.
cli-database = Не получается работать с базой ({ $error }). Проверьте DATABASE_URL и запустите doctor.
cli-rule = Правило { $name } в таблице policy записано так, что его нельзя прочитать. Исправьте или удалите строку.
cli-token = Telegram не принимает BOT_TOKEN: получите у BotFather действующий токен и впишите его в файл .env.
cli-listen = HTTP_LISTEN: этот адрес или порт занят или чужой. Выберите другой.
cli-no-job = Такой задачи нет. Есть: { $names }.
cli-no-demo = Демонстрация запускается из папки проекта: make demo.
doctor-settings = Настройки читаются.
doctor-no-database = Базы ещё нет: она появится при первом запуске.
doctor-database = База не отвечает ({ $error }).
doctor-schema = Схема базы { $found }, нужна { $newest }.
doctor-backlog = Очередь: входящих { $inbox }, исходящих { $outbox }.
doctor-parked = Отложено после ошибок: { $count }.
doctor-telegram = Telegram отвечает: @{ $name }.
doctor-no-telegram = Telegram не отвечает ({ $error }).
doctor-token = Telegram не принимает BOT_TOKEN: нужен действующий токен от BotFather.
doctor-mail = Почтовый ящик открывается.
doctor-mail-away = Почтовый сервер не отвечает. Проверьте сервер и порт в IMAP_URL.
doctor-mail-certificate = Сертификат почтового сервера не подходит: проверьте имя сервера в IMAP_URL.
doctor-mail-login = Почтовый сервер не принимает имя или пароль из IMAP_URL. Часто нужен отдельный пароль приложения.
doctor-mail-folder = В почтовом ящике нет папки, указанной в IMAP_URL.
doctor-clock = Часы: { $now }.
