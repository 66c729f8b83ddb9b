# Where everything goes that somebody has: the access is closed, the role changes, clients are handed over.

parting-close = 🚫 <b>Close access: { $name }</b>
parting-over = 🔀 <b>Hand over everything: { $name }</b>
parting-head = 🎖 <b>Role of a head: { $name }</b>
parting-admin = 🎖 <b>Role of an admin: { $name }</b>
parting-owns = Looks after: { $holding }.
parting-where = Where does it go? You see what comes of it first.
parting-nothing = <b>{ $name }</b>: nothing to hand over, there are no clients.
parting-one = 👤 To one person
parting-spread = ⚖️ Spread by free capacity
parting-pool = 📥 To the pool
parting-keep = 💼 Leave it with this person
parting-to = Who gets everything? Beside each name is how many clients are there already.
parting-to-nobody = There is nobody else with access. The pool is left.
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
parting-n-inbound = { $count } inbound
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
parting-pooled-ends = Their deals are closed, their tasks taken off.
parting-no-room = Nobody else has room.
parting-full = ⚠️ { $name }: more clients than the ceiling ({ $ceiling }).
parting-let-go = ⚠️ { $name } has let { $count } of these clients go to the pool lately.
parting-again = { $name } let { $count } of these clients go less than { $days } { $days ->
    [one] day
   *[other] days
} ago, and such clients do not go back. You can give them with a reason: one for all, it stays in the history of each. Which one?
parting-rest = 🔀 Hand over the others, leave these
parting-stays = ⏸ Staying where they are: { $count }. Decide about each on its card.
parting-why = ✏️ Why do the clients go back to the earlier owner? Write it in one message: the reason stays in the history of each. /cancel changes nothing.
parting-away = ⚠️ { $name } is on vacation until { $until }.
parting-blocked = ⚠️ { $name } gets no messages from the bot.
parting-unled = ⚠️ { $count } { $count ->
    [one] manager is
   *[other] managers are
} left without a head: their questions go to the admin.
parting-substituted = ⚠️ Left on vacation with nobody to stand in: { $names }.
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
told-access-closed = 🚫 Your access is closed. If that is a mistake, write to your head, who can open it again.
place-again = 👋 Your access is open again: { $role }{ $team }.
unhandled-role = This button is for another role and not yours any more. What is: /help.
refusal-parting-changed = Something has changed meanwhile. This is how it is now.
refusal-parting-nothing = There is nothing left to hand over.
refusal-parting-first = { $name }: say first where the clients go.
told-silent = 😶 { $name } has not touched the bot since { $since }: two working days have passed. Nobody has taken the tasks over.
user-silent = 😶 Does not touch the bot: last seen on { $since }.
users-blocked = ⚠️ gets no messages
users-silent = 😶 does not touch the bot
