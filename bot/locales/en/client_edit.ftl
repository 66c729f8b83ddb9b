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
edit-points = 📞 Contacts ({ $count })
edit-persons = 👥 People ({ $count })
edit-no-class = no class
edit-to-customer = 🔁 It is a customer
edit-to-supplier = 🔁 It is a supplier
edit-clear = 🗑 Clear
edit-ask-name = ✏️ What should <b>{ $name }</b> be called? Write one message. /cancel leaves it as it is.
edit-ask-company = 🏢 What is the company of <b>{ $name }</b>? Write one message. /cancel leaves it as it is.
edit-ask-note = 📝 What matters about <b>{ $name }</b>? Write one message. /cancel leaves it as it is.

points-title = 📞 Contacts: <b>{ $name }</b>
points-hint = Tap a contact to take it off.
points-empty = No contacts yet.
point-add = ➕ Contact
point-ask = 📞 A phone, an e-mail or a @handle for <b>{ $name }</b>, several in one line if you like. /cancel adds none.
phone-extension = { $number } ext. { $extension }

persons-title = 👥 People: <b>{ $name }</b>
persons-empty = Nobody yet. Add who decides and who pays: the search finds them, and what comes from their numbers is recognised.
person-add = ➕ Person
person-ask = 👥 Who is it at <b>{ $name }</b>? One line: name, position, phone. For example: “Irina Belova, accountant, +7 916 123-45-67”. /cancel adds nobody.
person-line = 👤 <b>{ $name }</b>{ $some ->
    [yes] : { $told }
   *[no] { "" }
}
person-role-decides = decides
person-role-accountant = accountant
person-role-user = uses it
person-role-other = other
person-edit-name = ✏️ Name
person-edit-position = 💼 Position
person-ask-name = ✏️ What is the name? Now: <b>{ $name }</b>. Write one message. /cancel leaves it as it is.
person-ask-position = 💼 What is the position of <b>{ $name }</b>? Write one message. /cancel leaves it as it is.
person-remove = 🗑 Remove
person-remove-sure = Take <b>{ $name }</b> off the client? The contacts stay on the client.
person-remove-yes = 🗑 Yes, remove

event-client_changed = ✏️ changed: { $detail }
changed-name = name
changed-company = company
changed-note = note
changed-kind = who it is
changed-class = class
changed-contacts = contacts
changed-persons = people
changed-role = role of { $name }
changed-to = { $what }: { $after }
changed-gone = { $what }, removed: { $before }
client-supplier = 🏭 Supplier
client-class = Class { $letter }

refusal-client-name = The name is empty. Write at least one word.
refusal-contact-none = There is no phone, e-mail or @handle in it. Write, for example: +7 916 123-45-67.
refusal-contact-taken = { $value } is on another client already. If both are the same client, merge the cards.
refusal-contact-gone = This contact is gone. Here is how things stand.
refusal-contacts-many = A client has { $most } contacts at most. Take off what is not needed.
refusal-person-name = There is no name in it. Write at least a first name.
refusal-person-gone = This person is not on the card any more.
refusal-persons-many = A client has { $most } people at most.
