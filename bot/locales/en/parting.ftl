# Where everything goes that somebody has: the access is closed, the role changes, clients are handed over.

parting-close = 🚫 <b>Close access: { $name }</b>
parting-over = 🔀 <b>Hand over everything: { $name }</b>
parting-head = 🎖 <b>Head's role: { $name }</b>
parting-admin = 🎖 <b>Admin's role: { $name }</b>
parting-owns = Looks after: { $holding }.
parting-where = Where does it all go? You will see the result first.
parting-nothing = <b>{ $name }</b>: nothing to hand over, there are no clients.
parting-one = 👤 To one person
parting-spread = ⚖️ Spread by free capacity
parting-pool = 📥 To the pool
parting-keep = 💼 Leave everything as it is
parting-to = Who gets everything? The number is how many clients each person has.
parting-to-nobody = Nobody else has access. Only the pool is left.
parting-n-clients = { $count } { $count ->
    [one] client
   *[other] clients
}
parting-n-deals = { $count } { $count ->
    [one] deal
   *[other] deals
}
parting-n-tasks = { $count } { $count ->
    [one] task
   *[other] tasks
}
parting-n-inbound = { $count } { $count ->
    [one] inbound
   *[other] inbounds
}
parting-n-attempts = { $count } { $count ->
    [one] reactivation
   *[other] reactivations
}
parting-share = • <b>{ $name }</b> gets { $holding }.
    Clients then: { $clients } of { $ceiling }; tasks within { $days } days: { $tasks }, capacity { $capacity }.
parting-more = • …and { $count } { $count ->
    [one] person
   *[other] people
} more.
parting-pooled = 📥 To the pool: { $holding }.
parting-pooled-ends = Their deals are closed, their tasks cancelled.
parting-no-room = Nobody else has room.
parting-full = ⚠️ { $name }: more clients than the ceiling ({ $ceiling }).
parting-let-go = ⚠️ { $name } recently let { $count } of these clients go to the pool.
parting-again = { $name } let { $count } of these clients go less than { $days } { $days ->
    [one] day
   *[other] days
} ago, and such clients do not go back. You can give them with a reason: one for all, it stays in the history of each. Which one?
parting-rest = 🔀 Hand over the others, keep these
parting-stays = ⏸ Not handed over: { $count }. Decide about each on its card.
parting-why = ✏️ Why do the clients go back to the earlier owner? Write it in one message: the reason stays in the history of each. /cancel to change nothing.
parting-away = ⚠️ { $name } is on vacation until { $until }.
parting-blocked = ⚠️ { $name } gets no messages from the bot.
parting-unled = ⚠️ { $count } { $count ->
    [one] manager is
   *[other] managers are
} left without a head: their questions go to the admin.
parting-substituted = ⚠️ On vacation with nobody to stand in: { $names }.
parting-yes-close = 🚫 Hand over and close access
parting-yes-over = 🔀 Hand over everything
parting-yes-head = 🎖 Hand over and change the role
parting-yes-admin = 🎖 Hand over and change the role
parting-progress = ⏳ Handing over: { $at } of { $total }…
parting-done = 🔀 Clients handed over: { $handed }{ $pooled ->
    [0] { "" }
   *[other] , to the pool: { $pooled }
}.
told-parted-close = 🚫 { $by } closes the access of <b>{ $name }</b>.
told-parted-over = 🔀 { $by } hands over all clients of <b>{ $name }</b>.
told-parted-head = 🎖 { $by } changes the role of <b>{ $name }</b>: head from now on.
told-parted-admin = 🎖 { $by } changes the role of <b>{ $name }</b>: admin from now on.
told-access-closed = 🚫 Your access is closed. If that is a mistake, write to your head of sales to have it opened again.
place-again = 👋 Your access is open again: { $role }{ $team }.
unhandled-role = This button is for another role and no longer works for you. What you can do: /help.
refusal-parting-changed = Something has changed meanwhile. Here is how things stand.
refusal-parting-nothing = There is nothing left to hand over.
refusal-parting-first = { $name }: say first where the clients go.
told-silent = 😶 { $name } has not used the bot since { $since }: two working days have passed. Nobody has taken over the tasks.
user-silent = 😶 Has not used the bot since { $since }
users-blocked = ⚠️ gets no messages
users-silent = 😶 not using the bot
