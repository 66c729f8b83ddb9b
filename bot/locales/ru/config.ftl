# Одна фраза на каждую настройку, которой нельзя воспользоваться.

config-admin-ids = ADMIN_IDS: нужны номера Telegram через запятую, например 1001,1002.
config-bot-token = BOT_TOKEN не похож на токен от BotFather: он выглядит как 123456:буквы.
config-clock-file = CLOCK_FILE: нужен текстовый файл с моментом по ISO 8601 и сдвигом от UTC, например 2026-11-24T09:00:00+03:00; для настоящей работы уберите эту строку.
config-country = COUNTRY: нужен код страны из двух букв, например RU.
config-country-unknown = COUNTRY: о праздниках такой страны ничего не известно; нужен код ISO 3166 из двух букв, например RU.
config-database-url = DATABASE_URL: нужен адрес вида sqlite+aiosqlite:///data/bot.db или postgresql+asyncpg://имя:пароль@сервер/база; для шифрования в конце пишут ?ssl=require.
config-env-file = Не получается прочитать файл настроек { $path }: он должен быть доступен и записан в UTF-8.
config-http-listen = HTTP_LISTEN: нужны адрес и порт через двоеточие, например 127.0.0.1:8080.
config-intake-token = INTAKE_TOKEN: нужна непустая строка.
config-intake-secret = INTAKE_SECRET: нужен ключ вида whsec_… (от 18 байт в base64).
config-intake-mango-key = INTAKE_MANGO_KEY: нужны ключ и соль через двоеточие, без пробелов.
config-intake-zadarma-secret = INTAKE_ZADARMA_SECRET: нужна непустая строка без пробелов.
config-imap-url = IMAP_URL: нужен адрес вида imaps://почта:пароль@сервер/папка, где особые знаки записаны через процент (/ как %2F, # как %23); imap:// без шифрования годится только для этого же компьютера.
config-locale = LOCALE: есть два языка, ru и en.
config-log-format = LOG_FORMAT: есть два вида журнала, console и json.
config-log-level = LOG_LEVEL: нужно DEBUG, INFO, WARNING или ERROR.
config-send-per-second = SEND_PER_SECOND: нужно число от 0.1 до 1000.
config-telegram-api-url = TELEGRAM_API_URL: нужен адрес, который начинается с https:// или http://.
config-tick-seconds = TICK_SECONDS: нужно число секунд от 0.05 до 3600.
config-timezone = TIMEZONE: нужно название часового пояса, например Europe/Moscow.
config-token-missing = Не задан BOT_TOKEN: получите токен у BotFather и впишите его в файл .env.
config-webhook-path = WEBHOOK_URL: адрес должен кончаться на /telegram/ и слово из латинских букв, цифр, знаков _ и -.
config-webhook-secret = WEBHOOK_SECRET: нужно от 1 до 256 латинских букв, цифр, знаков _ и -.
config-webhook-unguarded = Задан WEBHOOK_URL, но не WEBHOOK_SECRET: без секрета обновления может прислать кто угодно.
config-webhook-url = WEBHOOK_URL: нужен адрес, который начинается с https:// или http://.
config-zones-missing = На этой машине нет данных о часовых поясах. Поставьте их: pip install tzdata или системный пакет tzdata.
