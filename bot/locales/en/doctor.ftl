# What doctor finds, and what to do about it.

doctor-settings = The settings can be read.
doctor-clock-file = A file from CLOCK_FILE replaces the clock of the machine: that is for trying things out. Remove the line from .env for real work.
doctor-disk = { $megabytes } MB are free on the disk.
doctor-disk-low = Only { $megabytes } MB are free on the disk of { $path }. Make room before it runs out: without space the database cannot be written.
doctor-disk-full = The disk of { $path } is nearly full: { $megabytes } MB are free. Make room now, or the bot will stop saving tasks.
doctor-folder-not-writable = The folder { $path } cannot be written to. Give it to the user that runs the bot (chown).
doctor-network-disk = The folder { $path } lies on a network disk ({ $kind }), where SQLite damages data. Move the database to a disk of this machine, or go over to PostgreSQL.
doctor-open-to-others = Everyone on this machine can read { $path }. Close it: chmod 600 { $path }
doctor-no-database = There is no database yet: the first run or the command migrate creates it.
doctor-database = The database does not answer ({ $error }). Check DATABASE_URL and the log of the database server.
doctor-database-away = The database server cannot be reached ({ $error }). Check that it runs, and the address in DATABASE_URL.
doctor-database-login = The database server rejects the user or the password in DATABASE_URL ({ $error }).
doctor-database-none = The server has no such database ({ $error }). Create it (createdb) or correct the name in DATABASE_URL.
doctor-database-full = The database is out of space or of connections ({ $error }). Free some and check again.
doctor-database-starting = The database server is starting or stopping ({ $error }). Wait a minute and check again.
doctor-database-locked = Another program has been holding the database for too long ({ $error }). Close it: only the bot works with the database.
doctor-database-no-right = The file of the database cannot be opened for writing ({ $error }). Give it and its folder to the user of the bot (chown).
doctor-database-broken = The file of the database is damaged ({ $error }). Stop the bot and bring the last copy back: restore.
doctor-no-wal = The database is open without its WAL journal ({ $mode }): this disk does not support it, and the bot would wait for itself. Move the database to an ordinary disk.
doctor-postgres = PostgreSQL { $found }.
doctor-postgres-old = PostgreSQL { $found } is too old: { $needed } or newer is needed. Update the database server.
doctor-postgres-encoding = The database uses the encoding { $found }, but UTF8 is needed. Create a new one: createdb -E UTF8.
doctor-postgres-read-only = The database is read-only. Perhaps DATABASE_URL points to a standby server: use the primary one.
doctor-postgres-no-create = The database user may not create tables, so an update will fail. Grant it: GRANT CREATE ON SCHEMA public.
doctor-postgres-no-rights = Tables closed to the database user ({ $count }): { $tables }. Make it their owner.
doctor-schema = The schema of the database is { $found }, as needed.
doctor-schema-behind = The schema of the database is { $found }, needed is { $newest }. Start the bot or run migrate: they update it.
doctor-schema-ahead = A newer bot has updated the database: its schema is { $found }, the newest known here is { $newest }. Install the newer bot, or bring an older copy back.
doctor-rule = The rule { $name } in the table policy cannot be read. Correct the row or remove it.
doctor-backlog = Backlog: { $inbox } in, { $outbox } out.
doctor-backlog-old = The backlog has been waiting for { $minutes } min: { $inbox } in, { $outbox } out. If the bot is running, check the log and restart it.
doctor-backlog-large = The backlog is large: { $inbox } in, { $outbox } out. If it does not shrink, check whether the machine is strong enough.
doctor-parked = Put aside after errors: { $count }. The admins got the error numbers, and the log says more under them.
doctor-job-late = The daily job { $name } has not run today, the last time was { $last }. Check that the bot is running.
doctor-no-admin = The bot has no admin: put your Telegram id into ADMIN_IDS and send /start to the bot.
doctor-people-blocked = Messages do not arrive: { $count ->
    [one] { $count } person has blocked the bot
   *[other] { $count } people have blocked the bot
}. /users shows who.
doctor-stopped = The bot is not running now.
doctor-running = The bot is running and keeps up.
doctor-tick-late = The bot is running, but has not checked what is due for { $minutes } min. Check the log and restart it.
doctor-not-ready = The bot is running, but not ready yet: it has no connection to the database or to Telegram. The log says why.
doctor-telegram = Telegram answers: @{ $name }.
doctor-token = Telegram does not accept BOT_TOKEN: a valid token from BotFather is needed.
doctor-telegram-ill = Telegram answers with the error { $status }. It usually passes; if it does not, check TELEGRAM_API_URL.
doctor-telegram-no-name = The name { $host } cannot be found. Check the network and the DNS of this machine.
doctor-telegram-certificate = The connection to { $host } cannot be trusted: its certificate is not valid. Check the clock of the machine, and whether a proxy intercepts the traffic.
doctor-telegram-silent = { $host } does not answer within ten seconds. Check the network; Telegram may be blocked in it.
doctor-telegram-refused = { $host } cannot be reached. Check the network, the firewall and TELEGRAM_API_URL.
doctor-clock = Clock: { $now }.
doctor-clock-wrong = The clock of the machine is { $minutes } min { $fast ->
    [yes] fast
   *[no] slow
}: reminders will come at the wrong time. Switch exact time on: timedatectl set-ntp true
doctor-no-inline = Finding clients from any chat is off. To switch it on: /setinline at BotFather.
doctor-topics = Topics in private chats are on for the bot, and answers get lost in them. Switch them off: BotFather, Bot Settings, Threads Settings.
doctor-no-tables = The Bot API server does not support tables: digest and report come as lines even for those who switched tables on. Update the server (TELEGRAM_API_URL) to version 10.3.
doctor-privacy-off = The bot reads everything in groups although it has no need to. It is better to switch that off: /setprivacy at BotFather.
doctor-foreign-webhook = Another program receives the updates: the webhook points to { $host }. Stop it; the bot removes the webhook when it starts, but the other program may set it again.
doctor-polled-by-another = Another program already works with this token. Stop it, or change the token at BotFather: /revoke.
doctor-many-waiting = { $count } updates are waiting at Telegram. The bot fetches them once it is running.
doctor-listen = The address { $address } is free.
doctor-port-taken = HTTP_LISTEN: another program has the port { $address }. Stop it or choose another port.
doctor-port-rights = HTTP_LISTEN: listening at { $address } is not allowed. Use a port from 1024 up.
doctor-address-foreign = HTTP_LISTEN: this machine has no address { $address }. Use 127.0.0.1 or its own address.
doctor-intake-off = An intake key is set, but HTTP_LISTEN is not: calls and forms are not received. Set an address and a port.
doctor-mail = The mailbox opens.
doctor-mail-away = The mail server does not answer. Check the host and port in IMAP_URL.
doctor-mail-certificate = The certificate of the mail server is not valid: check the host in IMAP_URL.
doctor-mail-login = The mail server rejects the user or the password in IMAP_URL. It often wants a separate app password.
doctor-mail-folder = The mailbox has no such folder as in IMAP_URL.
