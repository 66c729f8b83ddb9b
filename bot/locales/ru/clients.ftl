# Клиенты, поиск, входящие.

clients-title = 👥 <b>Клиенты</b> · { $count }
clients-empty = Пока никого. Добавьте клиента или перешлите сюда его сообщение.
found = 🔍 «{ $query }»: { $count ->
    [one] нашёлся { $count } клиент
    [few] нашлось { $count } клиента
   *[many] нашлось { $count } клиентов
}
found-alike = 🔍 «{ $query }»: точно такого нет. Похожие:
found-nothing = 🔍 «{ $query }»: никого не нашлось.
found-more = Показаны первые. Уточните запрос, чтобы сузить.
find-ask = 🔍 Кого ищем? Часть имени, телефон, @имя, почта или номер. /cancel — не искать.
choose-client = Подходит { $count }. Кого вы имели в виду?
new-ask = ➕ Напишите клиента одной строкой: имя и телефон, почта или @имя.
    Например: «Иванов Пётр +7 916 123-45-67». /cancel — не добавлять.
client-title = 👤 <b>{ $name }</b>
client-active = Ответственный: { $owner }
client-pool = 📥 В отстойнике, без ответственного.
client-lost = ☠️ Потерян окончательно.
client-you = вы
client-note = 📝 { $note }
client-created = ➕ Клиент добавлен.
client-known = Такой клиент у вас уже есть.
client-closed = Клиент с таким контактом уже есть, но он без ответственного. Решает РОП.
hand-over = 🔀 Передать
call-lost = ☠️ Потерян окончательно

arrived-new = 🟢 Входящее записано.
arrived-joined = 🟢 Добавлено к тому же входящему.
arrived-same = Это сообщение уже здесь: нового дела не нужно.
arrived-for = 🟢 Входящее записано: { $name } получит его.
sender-hidden = отправитель скрыт
question-choose = 🟢 Входящее, { $sender }. Кто это?
question-unknown = 🟢 Входящее, { $sender }. Такого клиента пока нет.
question-new = ➕ Новый клиент «{ $name }»
held = 🔒 Клиент закреплён за коллегой: { $surname }.
pass-on = 📨 Передать
passed = 📨 Передано: { $surname }.
passed-before = 📨 Уже передано.
came-back = 🎉 Сам вернулся! { $sender } — клиент из отстойника.
take-back = 🙋 Взять себе
head-told = Этого клиента вы недавно отпустили. РОП получил сообщение и решит, кому он достанется.
head-told-lost = Этот клиент закрыт как потерянный. РОП получил сообщение и решит.
channel-ask = Как клиент вышел на связь?
channel-call = 📞 Звонок
channel-letter = ✉️ Письмо
channel-visit = 🚪 Визит
call-ask = Кто это был? Имя или телефон, и о чём речь — одной строкой. /cancel — не записывать.
notice = 🟢 <b>{ $client }</b>: входящее для вас, { $moment }. Передал: { $name }.
notice-open = 🟢 Открыть
return-notice-lost = 🌱 Потерянный клиент <b>{ $client }</b> написал сам. Передал: { $name }.
return-notice-pool = 🌱 Клиент <b>{ $client }</b> из отстойника написал сам. { $name } отпустил его недавно: решите, кому он достанется.
return-notice-active = 🌱 Клиент <b>{ $client }</b> написал. Передал: { $name }.

refusal-client-empty = Не понял, кого добавить. Напишите имя, телефон или почту.
refusal-arrival-done = С этим сообщением уже разобрались.
refusal-sender-unknown = Об отправителе ничего не известно. Напишите клиента через «➕ Новое».
refusal-too-many-surnames = На сегодня вопросов о чужих клиентах достаточно. Спросите у РОПа.
refusal-client-not-in-pool = Этого клиента в отстойнике уже нет.
