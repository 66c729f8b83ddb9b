# Chats of departments: the evening's totals, without clients and sums.

totals-title = 🌆 <b>Totals of { $on }</b> · { $whose }
totals-line = { $name }: { $done } done, { $left } left, { $uncovered } without a task
totals-more = …and { $count } more
totals-sum = <b>Together:</b> { $done } done, { $left } left, { $uncovered } without a task
group-of-all = all managers
group-of-team = team “{ $team }”
group-linked = 👋 In the evening of a working day the totals come here: { $whose }. How many tasks are done, how many are left, how many clients have no task; no names of clients, no sums. Everything else is answered in the private chat.
group-not-leader = 👋 The totals of the day go only where a head or an admin has added me. I stay silent here.
group-private = 🤫 That is personal and answered in the private chat: open it and press Start.
group-typed = 🤫 Commands from a shared chat are not carried out, nothing has changed. Tap the line to copy it and send it here: <code>{ $line }</code>
group-open = 💬 Open the chat with the bot
groups-title = 💬 <b>Chats with the totals</b> · { $count }
groups-line = • { $title }: { $whose }
groups-none = 💬 No chat is linked. Add the bot to the chat of a department: in the evening of a working day the totals come there, without names of clients and sums. A topic is chosen by /here, written in it.
group-card = 💬 <b>{ $title }</b>
    Totals of: { $whose }. The hour is that of the evening check: { $keeper }.
    Whose totals does it get?
group-all = 👥 All managers
group-unlink = 🔌 Unlink
group-unlink-sure = 🔌 Unlink the chat <b>{ $title }</b>? No totals come there any more. To link it again write /here in it.
group-unlink-yes = 🔌 Yes, unlink
group-unlinked = 🔌 Unlinked: { $title }
told-group-ended = 🔌 The chat <b>{ $title }</b> is unlinked: the bot was taken out or may not write. No totals come there any more.
command-groups = 💬 Chats with the totals
refusal-group = This chat is not linked any more.
