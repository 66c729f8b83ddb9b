# Вопрос РОПа о клиенте без дела и ответ на него.

ask-owner = 💬 Спросить менеджера
owner-ask-state = Что с клиентом?
owner-ask-when = Когда следующий контакт?
owner-ask-help = Нужна помощь?
ask-owner-what = 💬 <b>{ $client }</b>: что спросить? Ответственный: { $owner }. Выберите или напишите вопрос.
ask-owner-sent = 💬 Вопрос отправлен: «{ $what }». Клиент: <b>{ $client }</b>. Ответ придёт сюда.
told-owner-asked = 💬 { $name } спрашивает о клиенте <b>{ $client }</b>: «{ $what }»
answer-head = 💬 Ответить
answer-head-ask = 💬 <b>{ $client }</b>: «{ $what }». Напишите ответ, его получит { $name }.
answer-head-sent = 💬 Ответ отправлен: { $name }. Клиенту <b>{ $client }</b> нужно следующее дело.
told-owner-answered = 💬 { $name } отвечает. Клиент: <b>{ $client }</b>.
    «{ $what }»
    { $answer }
event-owner_asked = 💬 вопрос РОПа: { $detail }
event-owner_answered = 💬 ответ РОПу: { $detail }
refusal-ask-yourself = Это ваш клиент: спрашивать некого. Поставьте следующее дело.
refusal-ask-nobody = Доступ ответственного закрыт: спрашивать некого. Передайте клиента.
