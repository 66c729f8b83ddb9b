do-another-client = 🔄 Другой клиент
taken-off = 🔄 Снято с клиента: <b>{ $client }</b>.
event-misplaced = 🔄 входящее снято: писал другой клиент
taken-off-part = 🔄 Снято с клиента: <b>{ $client }</b>. Остальное в его входящем осталось.
which-message = 🔄 <b>{ $client }</b>: во входящем несколько ваших сообщений. Какое от другого клиента?
which-no-words = без слов
