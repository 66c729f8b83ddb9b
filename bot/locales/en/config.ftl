# One sentence for every setting that cannot be used.

config-admin-ids = ADMIN_IDS: Telegram ids separated by commas are needed, for example 1001,1002.
config-bot-token = BOT_TOKEN does not look like a token from BotFather: it reads 123456:letters.
config-clock-file = CLOCK_FILE: a path of a text file is needed.
config-country = COUNTRY: a country code of two letters is needed, for example RU.
config-country-unknown = COUNTRY: nothing is known about the holidays of such a country; an ISO 3166 code of two letters is needed, for example RU.
config-database-url = DATABASE_URL: an address like sqlite+aiosqlite:///data/bot.db or postgresql+asyncpg://… is needed.
config-env-file = The settings file { $path } cannot be read: it has to be accessible and in UTF-8.
config-http-listen = HTTP_LISTEN: a host and a port with a colon between are needed, for example 127.0.0.1:8080.
config-intake-token = INTAKE_TOKEN: a text that is not empty is needed.
config-intake-secret = INTAKE_SECRET: a key like whsec_… (at least 18 bytes in base64) is needed.
config-locale = LOCALE: there are two languages, ru and en.
config-log-format = LOG_FORMAT: there are two forms of the log, console and json.
config-log-level = LOG_LEVEL: DEBUG, INFO, WARNING or ERROR is needed.
config-send-per-second = SEND_PER_SECOND: a number above zero and up to 1000 is needed.
config-telegram-api-url = TELEGRAM_API_URL: an address that begins with https:// or http:// is needed.
config-tick-seconds = TICK_SECONDS: a number of seconds above zero and up to 3600 is needed.
config-timezone = TIMEZONE: the name of a time zone is needed, for example Europe/Moscow.
config-token-missing = BOT_TOKEN is not set: get a token from BotFather and put it into the file .env.
config-webhook-secret = WEBHOOK_SECRET: 1 to 256 Latin letters, digits, _ and - are needed.
config-webhook-unguarded = WEBHOOK_URL is set, but not WEBHOOK_SECRET: without a secret anybody could send updates.
config-webhook-url = WEBHOOK_URL: an address that begins with https:// or http:// is needed.
