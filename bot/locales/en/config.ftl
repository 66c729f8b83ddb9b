# One sentence for every setting that cannot be used.

config-admin-ids = ADMIN_IDS must be Telegram ids separated by commas, for example 1001,1002.
config-bot-token = BOT_TOKEN does not look like a token from BotFather, which reads 123456:letters.
config-clock-file = CLOCK_FILE must be a text file with an ISO 8601 instant and its offset from UTC, such as 2026-11-24T09:00:00+03:00; for real work remove this line.
config-country = COUNTRY must be a country code of two letters, for example RU.
config-country-unknown = COUNTRY: the holidays of this country are not known; use an ISO 3166 code of two letters, for example RU.
config-database-url = DATABASE_URL must be an address like sqlite+aiosqlite:///data/bot.db or postgresql+asyncpg://user:password@host/name; for encryption it ends with ?ssl=require.
config-env-file = The settings file { $path } cannot be read: it must be accessible and in UTF-8.
config-http-listen = HTTP_LISTEN must be an address and a port with a colon between them, for example 127.0.0.1:8080.
config-intake-token = INTAKE_TOKEN must not be empty.
config-intake-secret = INTAKE_SECRET must be a key like whsec_… of at least 18 bytes in base64.
config-intake-mango-key = INTAKE_MANGO_KEY must be the key and the salt with a colon between them, without spaces.
config-intake-zadarma-secret = INTAKE_ZADARMA_SECRET must be a word without spaces.
config-imap-url = IMAP_URL must look like imaps://user:password@host/folder, with special characters percent-encoded (/ as %2F, # as %23); imap:// without encryption is for this machine only.
config-locale = LOCALE must be one of two languages, ru or en.
config-log-format = LOG_FORMAT must be console or json.
config-log-level = LOG_LEVEL must be DEBUG, INFO, WARNING or ERROR.
config-send-per-second = SEND_PER_SECOND must be a number from 0.1 to 1000.
config-telegram-api-url = TELEGRAM_API_URL must be an address that begins with https:// or http://.
config-tick-seconds = TICK_SECONDS must be a number of seconds from 0.05 to 3600.
config-timezone = TIMEZONE must be the name of a time zone, for example Europe/Moscow.
config-token-missing = BOT_TOKEN is not set: get a token from BotFather and put it into the file .env.
config-webhook-path = WEBHOOK_URL: the address must end with /telegram/ and a word of letters, digits, _ and -.
config-webhook-secret = WEBHOOK_SECRET must be 1 to 256 Latin letters, digits, _ and -.
config-webhook-unguarded = WEBHOOK_URL is set, but WEBHOOK_SECRET is not: without a secret anybody could send updates.
config-webhook-url = WEBHOOK_URL must be an address that begins with https:// or http://.
config-zones-missing = This machine has no time zone data. Install it: pip install tzdata, or the system package tzdata.
