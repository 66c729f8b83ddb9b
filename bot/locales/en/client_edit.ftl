# Changing a client: fields, contacts, the people inside.

edit = ✏️ Edit
edit-title = ✏️ <b>{ $name }</b>
edit-kind = Who it is: { $kind }
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
edit-to-customer = 🔁 It is a customer
edit-to-supplier = 🔁 It is a supplier
edit-clear = 🗑 Clear
edit-ask-name = ✏️ <b>{ $name }</b>: what is the client called? Send one message. /cancel to leave it.
edit-ask-company = 🏢 <b>{ $name }</b>: what is the company? Send one message. /cancel to leave it.
edit-ask-note = 📝 <b>{ $name }</b>: what is worth remembering? Send one message. /cancel to leave it.

points-title = 📞 Phones and e-mail: <b>{ $name }</b>
points-hint = To remove a number or an address, tap it.
points-empty = No phones or e-mail yet.
point-add = ➕ Phone or e-mail
point-ask = 📞 <b>{ $name }</b>: send a phone, an e-mail or a @handle, several in one line if you like. /cancel to add none.
phone-extension = { $number } ext. { $extension }

persons-title = 👥 People: <b>{ $name }</b>
persons-empty = Nobody yet. Add who decides and who pays: search finds them, and their numbers are recognised in what comes in.
person-add = ➕ Person
person-ask = 👥 <b>{ $name }</b>: whom to add? One line: name, position, phone. For example: “Irina Belova, accountant, +7 916 123-45-67”. /cancel to add nobody.
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
person-ask-name = ✏️ What is the name? Now: <b>{ $name }</b>. Send one message. /cancel to leave it.
person-ask-position = 💼 <b>{ $name }</b>: what is the position? Send one message. /cancel to leave it.
person-remove = 🗑 Remove
person-remove-sure = Take <b>{ $name }</b> off the card? Phones and e-mail stay with the client.
person-remove-yes = 🗑 Yes, remove

event-client_changed = ✏️ changed: { $detail }
changed-name = name
changed-company = company
changed-note = note
changed-kind = who it is
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
refusal-contact-taken = { $value } is on another client already. If both are the same client, merge the cards.
refusal-contact-gone = This number or address is gone. Here is how things stand.
refusal-contacts-many = A client has { $most } phones and addresses at most. Remove what is not needed.
refusal-person-name = I see no name here. Send at least a first name.
refusal-person-gone = This person is no longer on the card.
refusal-persons-many = A client has { $most } people at most.

chat-choose = 💬 Choose the chat
chat-cancel = ✖️ Cancel
chat-ask = 💬 <b>{ $name }</b>: press “Choose the chat” below and pick the person. What comes from there will be known by itself.
chat-chosen = 💬 Chosen: { $name }
chat-linked = ✅ <b>{ $client }</b>: the chat is linked. What comes from there is known by itself now.
chat-taken = ⚠️ This chat is linked to another client already. If both are the same client, merge the cards.
chat-open-other = 👤 Open: { $client }
chat-kept = No chat was chosen.
refusal-chat-colleague = This is a colleague of yours and no client.
erase = 🧹 Erase the client's data
erase-ask = 🧹 <b>{ $client }</b>: erase all data because this person demands it?
    Gone will be name and company, phones and e-mail ({ $contacts }), people inside ({ $persons }), messages ({ $messages }), texts of tasks ({ $tasks }), names of deals ({ $deals }), words in the history ({ $entries }). Open tasks and deals are closed.
    Numbers stay under { $number }: how many tasks and deals there were, when and of which sums, so that reports do not change.
    ⚠️ This cannot be undone. Earlier copies of the database, exported files and messages that are in chats already stay as they are.
erase-yes = 🧹 Erase for good
erased = 🧹 The data are erased, only the number is left: { $number }. Who did it and when is in the journal. Whoever comes from this phone next is a new client.
refusal-erase-busy = Somebody has just worked with this client, and that can still be taken back. Try again in a minute.
refusal-erase-import = An import is under way. Try again when it is over.
