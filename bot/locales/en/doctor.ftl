# The command line: the check and the refusals.

cli-held = The bot is running: another process holds the database. Stop it and try again.
cli-newer = A newer bot has updated the database (schema { $version }). Update the bot.
cli-database = The database cannot be used ({ $error }). Check DATABASE_URL and run doctor.
cli-rule = The rule { $name } in the table policy cannot be read as it stands there. Correct the row or remove it.
cli-token = Telegram does not accept BOT_TOKEN: get a valid token from BotFather and put it into .env.
cli-listen = HTTP_LISTEN: this address or port is taken or not ours. Choose another one.
cli-no-job = There is no such job. There are: { $names }.
cli-no-demo = The demo is run from the folder of the project: make demo.
doctor-settings = The settings can be read.
doctor-no-database = There is no database yet: the first run makes it.
doctor-database = The database does not answer ({ $error }).
doctor-schema = The schema of the database is { $found }, needed is { $newest }.
doctor-backlog = Backlog: { $inbox } in, { $outbox } out.
doctor-parked = Put aside after errors: { $count }.
doctor-telegram = Telegram answers: @{ $name }.
doctor-no-telegram = Telegram does not answer ({ $error }).
doctor-token = Telegram does not accept BOT_TOKEN: a valid token from BotFather is needed.
doctor-mail = The mailbox opens.
doctor-mail-away = The mail server does not answer. Look at the host and port in IMAP_URL.
doctor-mail-certificate = The certificate of the mail server is not right: look at the host in IMAP_URL.
doctor-mail-login = The mail server refuses the user or the password of IMAP_URL. It often wants a password of its own for apps.
doctor-mail-folder = The mailbox has no folder as IMAP_URL names it.
doctor-clock = Clock: { $now }.
