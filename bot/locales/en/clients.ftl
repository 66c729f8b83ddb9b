# Clients, search, inbound.

clients-title = 👥 <b>Clients</b> · { $count }
clients-empty = Nobody yet. Add a client or forward a client's message here.
clients-empty-part = No clients here right now. Tap the ticked button to see everyone again.
clients-only-gaps = ⚪️ No task
clients-only-today = 🟡 Today
clients-only-class_a = Class A
clients-only-class_b = Class B
clients-only-class_c = Class C
clients-only-suppliers = 🏭 Suppliers
found = 🔍 “{ $query }”: { $count ->
    [one] { $count } client
   *[other] { $count } clients
}
found-alike = 🔍 “{ $query }”: no exact match. Similar:
found-nothing = 🔍 “{ $query }”: nobody found.
find-ask = 🔍 Who are you looking for? Part of a name, a phone, @handle, e-mail or number. /cancel to stop.
choose-client = { $count ->
    [one] { $count } client fits
   *[other] { $count } clients fit
}. Who did you mean?
new-ask = ➕ Type the client in one line: name and phone, e-mail or @handle.
    For example: “Peter Ivanov +7 916 123-45-67”.
    Or with the task: “Ivanov tomorrow 15:00 call about the offer”. /cancel to stop.
client-title = 👤 <b>{ $name }</b>
client-active = Owner: { $owner }
client-pool = 📥 In the pool, without an owner.
client-erased = 🧹 Data erased.
client-lost = ☠️ Lost for good.
client-you = you
client-note = 📝 { $note }
client-created = ➕ The client is added.
client-known = You already have this client.
client-closed = There is already a client with this phone, e-mail or @handle, but without an owner. The head decides.
hand-over = 🔀 Hand over
call-lost = ☠️ Lost for good

arrived-new = 🟢 The inbound is noted.
arrived-joined = 🟢 Added to the same inbound.
arrived-joined-many =
    { $count ->
        [one] 🟢 Added to the same inbound: { $count } more message.
       *[other] 🟢 Added to the same inbound: { $count } more messages.
    }
arrived-many =
    { $count ->
        [one] 🟢 Received: { $count } conversation in a minute. It is in “📋 My tasks”.
       *[other] 🟢 Received: { $count } conversations in a minute. All of them are in “📋 My tasks”.
    }
arrived-added = 🟢 Added to the client's open inbound.
arrived-same = This message is already here: no new task is needed.
arrived-for = 🟢 The inbound is noted: { $name } gets it.
arrived-added-for = 🟢 Added to the open inbound: { $name } will see it.
arrived-words = 💬 Your words beside it: { $text }
arrived-plan = When is the next contact? One tap handles the inbound and plans it.
arrived-own = You wrote this, not a client. Forward it together with the client's message, or write the task in one line: who, when and what to do. Or choose the client it is about.
own-about = 🔍 Whose words are these?
forward-of-bot = I wrote this, not a client. Forward the client's own message, find the client, or log what was said.
plan-on = 📅 { $date }
sender-hidden = hidden sender
question-choose = 🟢 Inbound, { $sender }. Who is it?
question-unknown = 🟢 Inbound, { $sender }. There is no such client yet.
question-colleague = 🟢 This came from a colleague, not from a client: { $name }. Which client is it about?
question-new = ➕ New client “{ $name }”
held = 🔒 The client belongs to a colleague: { $surname }.
pass-on = 📨 Pass on
passed = 📨 Passed on: { $surname }.
put-away = 🗑 Not needed
put-away-done = 🗑 Put away: it is not about a client. If it is after all, forward the message again.
passed-absent = 📨 { $absence }
absence = { $why } — { $who }.
absent-vacation = { $name } is on vacation until { $until }
absent-blocked = { $name } gets no messages from the bot
absent-no_access = { $name } no longer uses the bot
in-place-substitute = passed on, standing in: { $names }
in-place-head = passed on to the head: { $names }
in-place-admin = passed on to the admin: { $names }
in-place-reader = the inbound waits for you
in-place-nobody = the inbound waits for their return
passed-before = 📨 Already passed on.
came-back = 🎉 Came back! { $sender } is a client of the pool.
take-back = 🙋 Take
head-told = You let this client go recently. The head has been told and decides who gets the client.
head-told-lost = This client is closed as lost. The head has been told and decides who gets the client.
head-told-declined = The head has been told and decides who gets the client.
channel-ask = How did the client reach you?
channel-call = 📞 Call
channel-letter = ✉️ E-mail
channel-visit = 🚪 Visit
call-ask = Who was it? A name or a phone, and what it was about, in one line. /cancel to stop.
notice = 🟢 <b>{ $client }</b>: inbound for you, { $moment }. Passed on by { $name }.
notice-added = 🟢 <b>{ $client }</b>: one more message to the open inbound, { $moment }. Passed on by { $name }.
notice-absent = 🟢 <b>{ $client }</b>: inbound, { $moment }. Passed on by { $name }. { $why } — you decide: handle it or hand it over.
notice-open = 🟢 Open
return-notice-lost = 🌱 The lost client <b>{ $client }</b> writes again. Passed on by { $name }. Decide whether to bring the client back: the new owner gets the inbound.
return-notice-pool = 🌱 The pool client <b>{ $client }</b> writes again. Passed on by { $name }. Decide who gets the client: the new owner gets the inbound.
return-notice-active = 🌱 The client <b>{ $client }</b> writes again. Passed on by { $name }. There is an owner already, who has the inbound.
give-client = 🙋 Assign

refusal-client-empty = It is not clear who to add. Type a name, a phone or an e-mail.
refusal-arrival-done = This message has already been dealt with.
refusal-sender-unknown = Nothing is known about the sender. Add the client with “➕ New”.
refusal-too-many-surnames = That is enough about colleagues' clients for today. Ask the head.
refusal-arrival-taken = A colleague already has this client, the message is passed on: { $name }.
refusal-client-not-in-pool = This client is no longer in the pool.
remove-client = 🗑 Added by mistake
remove-client-ask = 🗑 <b>{ $client }</b>: remove the client? The card, the phones and everything planned will be deleted.
remove-client-yes = 🗑 Remove the client
client-removed = 🗑 The client is removed: <b>{ $client }</b>.
refusal-client-in-work = There is already history with this client: you cannot remove the card, but you can let the client go.
show-content = 📎 Show
content-title = 📎 { $client }: sent { $moment }
content-missing = It cannot be shown: the message was deleted, or the chat it was forwarded to is out of reach. Its words are still in the task and in the history.
content-file-missing = It cannot be shown: Telegram no longer gives out this file. It is in the chat with the client, unless it was deleted there.
content-words = the client's words
refusal-content-gone = There is nothing to show: this inbound was text only, and the text is in the task and in the history.
