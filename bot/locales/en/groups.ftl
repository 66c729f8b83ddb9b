# Chats of departments: the evening's totals, without clients and sums.

totals-title = 🌆 <b>Totals of { $on }</b> · { $whose }
totals-line = { $name }: { $done } done, { $left } left, { $uncovered } without a task
totals-more = …and { $count } more
totals-sum = <b>Total:</b> { $done } done, { $left } left, { $uncovered } without a task
group-of-all = all managers
group-of-team = team “{ $team }”
group-linked = 👋 On working-day evenings the totals come here: { $whose }. How many tasks are done, how many are left, how many clients have no task; no client names, no amounts. I answer everything else in the private chat.
group-not-leader = 👋 The day's totals only go where a head or an admin has added me. I stay silent here.
group-private = 🤫 That is personal, so I answer in the private chat: open it and press Start.
group-typed = 🤫 I do not carry out commands in a shared chat, nothing has changed. Tap the line to copy it and send it here: <code>{ $line }</code>
group-open = 💬 Open the chat with the bot
groups-title = 💬 <b>Chats with the totals</b> · { $count }
groups-line = • { $title }: { $whose }
groups-none = 💬 No chat is linked. Add the bot to a department's chat: on working-day evenings the totals come there, without client names and amounts. To choose a topic, write /here in it.
group-card = 💬 <b>{ $title }</b>
    Totals of: { $whose }. The hour is that of the evening check: { $keeper }.
    Whose totals does it get?
group-all = 👥 All managers
group-unlink = 🔌 Unlink
group-unlink-sure = 🔌 Unlink the chat <b>{ $title }</b>? The totals will no longer come there. To link it again, write /here in it.
group-unlink-yes = 🔌 Yes, unlink
group-unlinked = 🔌 Unlinked: { $title }
told-group-ended = 🔌 The chat <b>{ $title }</b> is unlinked: the bot was removed or may not write there. The totals no longer come there.
command-groups = 💬 Chats with the totals
refusal-group = This chat is no longer linked.
