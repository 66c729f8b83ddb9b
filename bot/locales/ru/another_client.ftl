do-another-client = 🔄 Другой клиент
taken-off = 🔄 Снято с клиента: <b>{ $client }</b>.
event-misplaced = 🔄 входящее снято: писал другой клиент
