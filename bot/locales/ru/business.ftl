# Telegram Business: переписка с клиентами в своём аккаунте.

me-business = 💬 Мои чаты в Telegram
business-title = 💬 <b>Входящие из ваших чатов в Telegram</b>
business-how =
    Клиент пишет вам в Telegram — входящее появляется само, пересылать не нужно. Бот только читает: в ваших чатах он ничего не пишет.

    Как подключить:
    1. В Telegram откройте «Настройки» → «Мой профиль» → «Изменить» → «Автоматизация чатов».
    2. Вставьте имя бота: @{ $bot }
    3. Выберите чаты: все личные или только нужные.
    4. Права не нужны: их можно выключить.

    Если Telegram не находит бота в этом разделе, попросите админа включить Secretary Mode у @BotFather.
business-lost = ⚠️ Бот отключён от ваших чатов: то, что пишут там клиенты, сюда не приходит. Ниже написано, как подключить его снова.
business-look = 🔄 Проверить
business-copy = 📋 Скопировать имя бота
business-since = ✅ Подключено: { $since }
business-rights-none = Права: никаких. Боту они и не нужны.
business-rights = Права: { $rights }. Боту они не нужны, их можно выключить.
business-right-can_reply = отвечать на сообщения
business-right-can_read_messages = отмечать прочитанным
business-right-can_delete_sent_messages = удалять сообщения бота
business-right-can_delete_all_messages = удалять любые сообщения
business-unknown-off = Новые собеседники: не спрашиваю, входящие только от известных клиентов.
business-unknown-on = Новые собеседники: один раз спрашиваю, клиент ли это.
business-chats = Чата клиента здесь не видно? Проверьте список чатов в «Автоматизации чатов». Переписка до подключения не видна.
business-unknown-ask = ➕ Спрашивать о новых
business-unknown-stop = ➖ Не спрашивать о новых
business-refused = ↩️ Спросить снова о «не клиентах»: { $count }
business-on = ✅ Ваши чаты в Telegram подключены. Когда напишет известный клиент, входящее появится само.
business-off = ⚠️ Ваши чаты в Telegram отключены от бота: входящие из них больше не приходят. Подключить снова можно в любой момент.
business-right-lost = ℹ️ В «Автоматизации чатов» выключено право «{ $right }». Входящие приходят как прежде: боту оно не нужно.
business-came = 🟢 <b>{ $client }</b>: сообщение в вашем Telegram.
business-answered = 💬 <b>{ $client }</b>: вы ответили. Обработано?
business-promised = Вы назвали дату. Поставить дело?
business-promise = 📅 <b>{ $client }</b>: в вашем сообщении названа дата, { $date }. Поставить дело?
business-passed = 🔁 В вашем Telegram пишет клиент коллеги. Ответственный: { $surname }. Входящее уже там.
business-unknown = ❓ Новый собеседник в вашем Telegram: <b>{ $name }</b>. Это клиент?
business-client = ➕ Клиент
business-no-client = 🚫 Не клиент
business-no-client-done = 🚫 Запомнили: не клиент. Об этом чате больше не спросим.
business-wrote = 💬 Сообщение в вашем Telegram.
refusal-business-off = Сначала подключите бота: «Настройки» → «Мой профиль» → «Изменить» → «Автоматизация чатов».
