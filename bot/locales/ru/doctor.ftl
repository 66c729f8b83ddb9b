# Что находит doctor, и что с этим делать.

doctor-settings = Настройки читаются.
doctor-clock-file = Вместо часов машины взят файл из CLOCK_FILE: это для проб. Для настоящей работы уберите эту строку из .env.
doctor-disk = На диске свободно { $megabytes } МБ.
doctor-disk-low = На диске с папкой { $path } свободно всего { $megabytes } МБ. Освободите место, прежде чем оно кончится: без него база не пишется.
doctor-disk-full = Диск с папкой { $path } почти полон: свободно { $megabytes } МБ. Освободите место сейчас, иначе бот перестанет записывать дела.
doctor-folder-not-writable = В папку { $path } нельзя писать. Отдайте её тому пользователю, от имени которого работает бот (chown).
doctor-network-disk = Папка { $path } лежит на сетевом диске ({ $kind }): SQLite там портит данные. Перенесите базу на диск этой машины или перейдите на PostgreSQL.
doctor-open-to-others = Файл { $path } могут читать все на этой машине. Закройте его: chmod 600 { $path }
doctor-no-database = Базы ещё нет: её сделает первый запуск или команда migrate.
doctor-database = База не отвечает ({ $error }). Проверьте DATABASE_URL и журнал сервера базы.
doctor-database-away = До сервера базы не достучаться ({ $error }). Проверьте, что он запущен, и адрес в DATABASE_URL.
doctor-database-login = Сервер базы не принимает имя или пароль из DATABASE_URL ({ $error }).
doctor-database-none = На сервере нет такой базы ({ $error }). Создайте её (createdb) или исправьте имя в DATABASE_URL.
doctor-database-full = У базы кончилось место или свободные подключения ({ $error }). Освободите их и проверьте ещё раз.
doctor-database-starting = Сервер базы запускается или останавливается ({ $error }). Подождите минуту и проверьте ещё раз.
doctor-database-locked = Базу надолго занимает другая программа ({ $error }). Закройте её: с базой работает только бот.
doctor-database-no-right = Файл базы нельзя открыть на запись ({ $error }). Отдайте файл и его папку пользователю бота (chown).
doctor-database-broken = Файл базы повреждён ({ $error }). Остановите бота и верните последнюю копию: restore.
doctor-no-wal = База открыта без журнала WAL ({ $mode }): такой диск его не умеет, и бот будет ждать сам себя. Перенесите базу на обычный диск.
doctor-postgres = PostgreSQL { $found }.
doctor-postgres-old = PostgreSQL { $found } слишком старый: нужен { $needed } или новее. Обновите сервер базы.
doctor-postgres-encoding = База записана в кодировке { $found }, а нужна UTF8. Создайте новую: createdb -E UTF8.
doctor-postgres-read-only = База открыта только для чтения. Возможно, DATABASE_URL ведёт на запасной сервер: укажите основной.
doctor-postgres-no-create = Пользователю базы нельзя создавать таблицы, и обновление не пройдёт. Дайте ему право: GRANT CREATE ON SCHEMA public.
doctor-postgres-no-rights = Пользователю базы закрыты таблицы ({ $count }): { $tables }. Сделайте его их владельцем.
doctor-schema = Схема базы { $found }, как нужно.
doctor-schema-behind = Схема базы { $found }, нужна { $newest }. Запустите бота или команду migrate: они её обновят.
doctor-schema-ahead = Базу обновляла более новая версия бота: схема { $found }, здесь известна { $newest }. Поставьте новую версию или верните копию, которая старше.
doctor-rule = Правило { $name } в таблице policy записано так, что его нельзя прочитать. Исправьте или удалите строку.
doctor-backlog = Очередь: входящих { $inbox }, исходящих { $outbox }.
doctor-backlog-old = Очередь стоит уже { $minutes } мин: входящих { $inbox }, исходящих { $outbox }. Если бот запущен, посмотрите в журнал и перезапустите его.
doctor-backlog-large = Очередь велика: входящих { $inbox }, исходящих { $outbox }. Если она не убывает, посмотрите, справляется ли машина.
doctor-parked = Отложено после ошибок: { $count }. Номера ошибок пришли админам, подробности — в журнале по этим номерам.
doctor-job-late = Ежедневная работа { $name } сегодня не выполнена, последний раз — { $last }. Проверьте, запущен ли бот.
doctor-no-admin = В боте нет ни одного админа: впишите свой номер Telegram в ADMIN_IDS и отправьте боту /start.
doctor-people-blocked = Сообщения не доходят: { $count ->
    [one] бот закрыт у { $count } сотрудника
   *[other] бот закрыт у { $count } сотрудников
}. У кого именно, видно в /users.
doctor-stopped = Бот сейчас не запущен.
doctor-running = Бот запущен и успевает.
doctor-tick-late = Бот запущен, но уже { $minutes } мин не смотрит, что пора делать. Перезапустите его и посмотрите в журнал.
doctor-not-ready = Бот запущен, но ещё не готов: нет связи с базой или с Telegram. Причина — в журнале.
doctor-telegram = Telegram отвечает: @{ $name }.
doctor-token = Telegram не принимает BOT_TOKEN: нужен действующий токен от BotFather.
doctor-telegram-ill = Telegram отвечает ошибкой { $status }. Обычно это проходит само; если нет, проверьте TELEGRAM_API_URL.
doctor-telegram-no-name = Имя сервера { $host } не находится. Проверьте интернет и DNS этой машины.
doctor-telegram-certificate = Соединению с { $host } нельзя доверять: сертификат не подходит. Проверьте часы машины и нет ли посредника в сети.
doctor-telegram-silent = Сервер { $host } не отвечает за десять секунд. Проверьте интернет; возможно, Telegram закрыт в этой сети.
doctor-telegram-refused = До сервера { $host } не достучаться. Проверьте интернет, межсетевой экран и TELEGRAM_API_URL.
doctor-clock = Часы: { $now }.
doctor-clock-wrong = Часы машины { $fast ->
    [yes] спешат
   *[no] отстают
} на { $minutes } мин: напоминания придут не вовремя. Включите точное время: timedatectl set-ntp true
doctor-no-inline = Поиск клиентов из любого чата выключен. Чтобы включить: /setinline у BotFather.
doctor-topics = У бота включены темы в личных чатах, и ответы теряются в них. Выключите: BotFather, Bot Settings, Threads Settings.
doctor-no-tables = Сервер Bot API не знает таблиц: сводка и отчёт приходят строками и тем, у кого таблицы включены. Обновите сервер (TELEGRAM_API_URL) до версии 10.3.
doctor-privacy-off = Бот читает всё в группах, хотя ему это не нужно. Лучше выключить: /setprivacy у BotFather.
doctor-foreign-webhook = Обновления забирает другая программа: webhook ведёт на { $host }. Остановите её; бот при запуске уберёт этот адрес, а она может поставить его снова.
doctor-polled-by-another = С этим токеном уже работает другая программа. Остановите её или смените токен у BotFather: /revoke.
doctor-many-waiting = В Telegram ждёт обновлений: { $count }. Бот заберёт их, когда будет запущен.
doctor-listen = Адрес { $address } свободен.
doctor-port-taken = HTTP_LISTEN: порт { $address } занят другой программой. Остановите её или выберите другой порт.
doctor-port-rights = HTTP_LISTEN: слушать { $address } не разрешено. Возьмите порт от 1024.
doctor-address-foreign = HTTP_LISTEN: адреса { $address } нет у этой машины. Возьмите 127.0.0.1 или её собственный адрес.
doctor-intake-off = Ключ приёма задан, а HTTP_LISTEN нет: звонки и заявки не принимаются. Укажите адрес и порт.
doctor-mail = Почтовый ящик открывается.
doctor-mail-away = Почтовый сервер не отвечает. Проверьте сервер и порт в IMAP_URL.
doctor-mail-certificate = Сертификат почтового сервера не подходит: проверьте имя сервера в IMAP_URL.
doctor-mail-login = Почтовый сервер не принимает имя или пароль из IMAP_URL. Часто нужен отдельный пароль приложения.
doctor-mail-folder = В почтовом ящике нет папки, указанной в IMAP_URL.
