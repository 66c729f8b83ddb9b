# Clients without a task: lists, reminder, escalation, decisions of the head, handing over.

gaps-own = ⚠️ <b>No task</b> · { $count }
    These clients have no next contact. Choose a client and a date: one tap.
gaps-own-empty = 👍 Every client of yours has a next task. For today's tasks see “📋 My tasks”.
gaps-team = ⚠️ <b>No task in the team</b> · { $count }
gaps-team-empty = 👍 Every client of the team has a next task. When one does not, you will get a message. Clients waiting for a new owner: /pool.
gaps-sum = 💰 At risk: { $sum }
gaps-of-team = ⚠️ Team without a task
gaps-list = 👀 List
gap-line = ⚪️ <b>{ $client }</b>{ $deal } — { $reason }
gap-deal = deal
gap-pool-on = ⏳ to the pool on { $date }
gap-told-now = { "   " }{ $owner }, just now
gap-told = { "   " }{ $owner }, for { $waited }
gap-owner-gone = 🚫 access closed
gaps-transfer = 🔀 Hand over the clients: { $owner }
gap-day-given = 🕐 has time until { $until }
gaps-more = … and { $count } more: “{ $list }”
gaps-of-owner = 👤 { $owner } — { $count }
gap-head-knows = the head has been told
nudge = 🔔 <b>Reminder.</b> { $count ->
    [one] A client without a task:
   *[other] Clients without a task: { $count }
}
nudge-next = Plan the next contact. Without it the head will be told, and then the client goes to the pool.
escalation = ⚠️ <b>Escalation:</b> { $count ->
    [one] a client without a task.
   *[other] { $count } clients without a task.
} The rule: every client and every deal has a next task.
decide = ⚠️ <b>{ $client }</b>: what do you decide?
decide-plan = 📌 Plan a task
decide-day = 🕐 Give a day
day-given = 🕐 <b>{ $client }</b>: the owner has until { $until }. Then the question comes back to you.
told-day = 🕐 The head gives time: <b>{ $client }</b> waits for the next task until { $until }.
told-lost = ☠️ <b>{ $client }</b>: { $name } closes the client as lost. Your tasks with this client are cancelled.
told-erased = 🧹 One of your clients asked to have the data erased. Decided by { $name }. Only the number is left: <b>{ $client }</b>. The client's tasks are cancelled, there is nothing for you to do.
handed-wrote = 🔀 { $name } hands a client over to you: <b>{ $client }</b>. 🟢 The client's inbound waits for an answer.
handed-one = 🔀 { $name } hands a client over to you: <b>{ $client }</b>. When is the next contact?
handed-all = 🔀 { $name } hands clients over to you: { $count }. Former owner: { $giver }. Check who has no task.
hand-over-nobody = 🔀 <b>{ $client }</b>: there is nobody to hand over to yet. Invite people with /invite.
handed-over-toast = Handed over
handed-over = 🔀 Handed over: <b>{ $client }</b>. Owner: { $name }.
told-taken = 🔀 <b>{ $client }</b>: the new owner is { $name }. Decided by { $by }. The tasks went along.
told-set = 📌 { $name } sets a task for you: <b>{ $client }</b> — { $what }, { $when }.
hand-over-ask = 🔀 Who gets the client <b>{ $client }</b>? The number is how many clients each person has.

refusal-gap-closed = This client already has a next task. Here is how things stand.
decided-before = ✋ { $ago }: { $what } — { $name }
decided-day_given = a day given
decided-owner_changed = handed over
decided-task_planned = a task set
decided-pooled = sent to the pool
decided-lost = lost for good
decided-restored = brought back from lost
decided-another_round = attempts restarted
days-given = 🕐 Time was given { $count ->
    [1] once
   *[other] { $count } times
} already
refusal-decided-before = This has already been decided. Here is how things stand.
gap-whose = for { $owner }
note-plan-overdue = the plan is overdue
note-no-plan = no plan
