# Changing a client: fields, contacts, the people inside.

edit = ✏️ Edit
edit-title = ✏️ <b>{ $name }</b>
edit-kind = Type: { $kind }
edit-class = Class: { $letter }
edit-none = not set
client-kind-customer = customer
client-kind-supplier = supplier
edit-name = ✏️ Name
edit-company = 🏢 Company
edit-note = 📝 Note
edit-points = 📞 Phones and e-mail ({ $count })
edit-persons = 👥 People ({ $count })
edit-no-class = no class
edit-to-customer = 🔁 This is a customer
edit-to-supplier = 🔁 This is a supplier
edit-clear = 🗑 Clear
edit-ask-name = ✏️ <b>{ $name }</b>: what is the client called? Send one message. /cancel to keep it as it is.
edit-ask-company = 🏢 <b>{ $name }</b>: which company? Send one message. /cancel to keep it as it is.
edit-ask-note = 📝 <b>{ $name }</b>: what is worth remembering? Send one message. /cancel to keep it as it is.

points-title = 📞 Phones and e-mail: <b>{ $name }</b>
points-hint = To remove a number or an address, tap it.
points-empty = No phones or e-mail yet.
point-add = ➕ Phone or e-mail
point-ask = 📞 <b>{ $name }</b>: send a phone, an e-mail or a @handle, several in one line if you like. /cancel to add none.
phone-extension = { $number } ext. { $extension }

persons-title = 👥 People: <b>{ $name }</b>
persons-empty = Nobody yet. Add who decides and who pays: search will find them, and their numbers will be recognised in inbound.
person-add = ➕ Person
person-ask = 👥 <b>{ $name }</b>: who should be added? One line: name, position, phone. For example: “Irina Belova, accountant, +7 916 123-45-67”. /cancel to add nobody.
person-line = 👤 <b>{ $name }</b>{ $some ->
    [yes] : { $told }
   *[no] { "" }
}
person-role-decides = decides
person-role-accountant = accountant
person-role-user = user
person-role-other = other
person-edit-name = ✏️ Name
person-edit-position = 💼 Position
person-ask-name = ✏️ What is the name? Now: <b>{ $name }</b>. Send one message. /cancel to keep it as it is.
person-ask-position = 💼 <b>{ $name }</b>: what is the position? Send one message. /cancel to keep it as it is.
person-remove = 🗑 Remove
person-remove-sure = Take <b>{ $name }</b> off the card? Phones and e-mail stay with the client.
person-remove-yes = 🗑 Yes, remove

event-client_changed = ✏️ changed: { $detail }
changed-name = name
changed-company = company
changed-note = note
changed-kind = type
changed-class = class
changed-contacts = phones and e-mail
changed-persons = people
changed-role = role of { $name }
changed-to = { $what }: { $after }
changed-gone = { $what }, removed: { $before }
client-supplier = 🏭 Supplier
client-class = Class { $letter }

refusal-client-name = The name is empty. Write at least one word.
refusal-contact-none = I see no phone, e-mail or @handle here. Send, for example: +7 916 123-45-67.
refusal-contact-taken = { $value } already belongs to another client. If both are the same client, merge the cards.
refusal-contact-gone = This number or address is no longer on the card. Here is how things stand.
refusal-contacts-many = A client can have { $most } phones and addresses at most. Remove the ones you do not need.
refusal-person-name = I see no name here. Send at least a first name.
refusal-person-gone = This person is no longer on the card.
refusal-persons-many = A client can have { $most } people at most.

chat-choose = 💬 Choose the chat
chat-cancel = ✖️ Cancel
chat-ask = 💬 <b>{ $name }</b>: press “Choose the chat” below and pick the person. From then on I will know whose messages these are.
chat-chosen = 💬 Chosen: { $name }
chat-linked = ✅ <b>{ $client }</b>: the chat is linked. From now on I know whose messages these are.
chat-taken = ⚠️ This chat is linked to another client already. If both are the same client, merge the cards.
chat-open-other = 👤 Open: { $client }
chat-kept = No chat was chosen.
refusal-chat-colleague = This is a colleague, not a client.
erase = 🧹 Erase the client's data
erase-ask = 🧹 <b>{ $client }</b>: erase all data because this person asked for it?
    What will be erased: name and company, phones and e-mail ({ $contacts }), people inside ({ $persons }), messages ({ $messages }), texts of tasks ({ $tasks }), names of deals ({ $deals }), words in the history ({ $entries }). Open tasks and deals are closed.
    The figures stay under { $number }: how many tasks and deals there were, when and for what amounts, so that reports do not change.
    ⚠️ This cannot be undone. Earlier copies of the database, exported files and messages already in chats stay as they are.
erase-yes = 🧹 Erase for good
erased = 🧹 The data is erased, only the number is left: { $number }. Who did it and when is in the journal. Whoever calls from this phone next is a new client.
refusal-erase-busy = Someone has just worked with this client, and that can still be undone. Try again in a minute.
refusal-erase-import = An import is under way. Try again when it is over.
