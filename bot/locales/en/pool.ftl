# The pool, reactivation, lost clients.

pool-title = 📥 <b>Pool</b> · { $count }
pool-empty-taking = 📥 Nobody to take now: the pool is empty, or its clients came recently.
pool-empty = 📥 The pool is empty: there is nobody to hand out. Clients come here when they are let go or stay without a task for long. Those without a task now are under “⚠️ Team without a task”.
pool-line = 📥 <b>{ $client }</b>
pool-from = former owner: { $name }
pool-attempts = attempts: { $n } of { $total }
pool-assign = 🙋 Assign
pool-cooldown = not before { $date } automatically
pool-hand-out = 🎯 Hand out ({ $count })
pool-reason-no_plan = without a task for too long
pool-reason-not_active = not active
pool-reason-no_answer = does not answer
pool-reason-head_decided = decided by the head
pool-reason-reactivation_failed = reactivation failed
pool-reason-reactivation_expired = reactivation: time ran out
pool-reason-owner_left = the owner no longer works here
pool-reason-restored = brought back from lost
hand-out-preview = 🎯 Hand-out: { $count ->
    [one] { $count } client
   *[other] { $count } clients
}
hand-out-shares = { $shares }
hand-out-free = { $share } (free: { $count })
hand-out-way-turns = Evenly
hand-out-way-capacity = By free capacity
pool-weekly = 🗓 Weekly hand-out
weekly-on = 🗓 Once a week clients are handed out by itself: on { $weekday ->
    [0] Mondays
    [1] Tuesdays
    [2] Wednesdays
    [3] Thursdays
    [4] Fridays
    [5] Saturdays
   *[6] Sundays
}. If that is a day off, on the first working day after it.
weekly-off = 🗓 The weekly hand-out is off: the head hands clients out. An admin switches it on in /rules.
weekly-now = If it happened now:
hand-out-more = { " " }…
hand-out-whom = 🎯 To whom? Several people fit. The number is how many clients each person has.
hand-out-none = 🎯 There is nobody to hand out now.
hand-out-go = ✅ Hand out { $count }
handing-out = ⏳ Handing out: { $at } of { $total }…
handed-out = ✅ Handed out: { $count }
skip-cooldown = Too early after the last attempt: { $count }
skip-attempts = No attempts left, the head decides: { $count }
skip-barred = Let go by the same people, not given back: { $count }
skip-full = The managers have no room: { $count }
assign = 🙋 Assign
assign-ask = 🙋 Who gets the client <b>{ $client }</b>? The number is how many clients each person has.
again-ask = { $name } let this client go less than { $days } { $days ->
    [one] day
   *[other] days
} ago, and such clients do not go back. You can give it with a reason. Which one?
again-asked_for = 🗣 The client asks for it
again-knows_best = 🤝 Knows the client best
again-by_mistake = ↩️ Let go by mistake
again-nobody_else = 👤 There is nobody else
again-write = ✏️ In my own words
again-write-ask = ✏️ Why does the client go back to the earlier owner? Write it in one message: the reason stays in the history. /cancel to change nothing.
again-why-asked_for = the client asks for it
again-why-knows_best = knows the client best
again-why-by_mistake = let go by mistake
again-why-nobody_else = there is nobody else
again-why-own_words = a reason in their own words, in the client's history
refusal-again = Write the reason in words: it stays in the client's history.
assigned = 🙋 <b>{ $client }</b> → { $name }. The reactivation task is planned.
release-ask = 📥 Let the client <b>{ $client }</b> go to the pool? Open deals and tasks will be closed. Why?
release-decide = 📥 Send the client <b>{ $client }</b> to the pool? Open deals and tasks will be closed, and the owner will be told.
release-not_active = 😴 Not active
release-no_answer = 📵 Does not answer
release-head_decided = 📥 To the pool
released = 📥 <b>{ $client }</b> is in the pool. Another manager will get it in time.
attempt = ♻️ Reactivation, attempt { $n } of { $total }, until { $until }
    <b>{ $client }</b>
attempt-touch = First contact: { $date }
attempt-wrote = 🟢 The client writes and waits for an answer: { $text }
attempt-task = 📞 Open the task
attempt-yes = ✅ Came back
attempt-no = 📵 Did not work out
attempt-over = 📵 Noted: it did not work out. The client is in the pool again.
attempt-spent = 📵 Noted: it did not work out. No attempts left, the head decides.
exhausted = ☠️ <b>{ $client }</b>: no attempts left ({ $total }). Lost for good?
lost-confirm = ☠️ Confirm
another-round = ♻️ Another round
another-round-toast = ♻️ The attempts start anew
keep = ✋ Keep
keep-toast-pool = ✋ The client stays in the pool
keep-toast-lost = ✋ The client stays lost
keep-toast-active = ✋ The client stays with the owner
lost-ask = ☠️ <b>{ $client }</b>: lost for good? Open deals and tasks close, and the client is never offered again.
lost-why = ✏️ Confirm with a reason
lost-why-ask = ☠️ <b>{ $client }</b>: why lost? Send one message: the reason stays in the history. /cancel to change nothing.
lost-done = ☠️ <b>{ $client }</b>: lost for good. The decision is noted.
restore = 🌱 Restore
restore-ask = 🌱 Where does the client <b>{ $client }</b> go?
restore-pool = 📥 To the pool
restored-pool = 🌱 <b>{ $client }</b> is in the pool again and can be handed out.
restored-to = 🌱 <b>{ $client }</b> → { $name }. The next task is still to be planned.
pooled-own = 📥 To the pool: <b>{ $client }</b> — { $reason }.
pooled-head = 📥 To the pool: <b>{ $client }</b> — { $reason }. Former owner: { $name }.
name-client = Say which client: a number, a phone, @handle or part of a name. For example: /{ $command } Daisy

refusal-release-by-head-only = Only the head may let clients go.
refusal-own-already = { $name } is already the owner.
refusal-nobody-to-give = There is nobody to give clients to. Invite managers with /invite.
refusal-attempt-ended = This attempt has already ended. Here is how things stand.
refusal-client-lost = This client is already lost for good.
refusal-client-not-lost = This client is not lost. Here is how things stand.
refusal-hand-out = Say how many clients to hand out: 1 to { $most }. For example: /pool_assign 15, or /pool_assign 5 Sidorov
refusal-hand-out-changed = The pool has changed while you were looking. Here is the hand-out now.
refusal-let-go-recently = { $name } let this client go recently.
refusal-take-too-early = This client came to the pool recently. It can be taken { $at }.
refusal-take-let-go = You let this client go recently. You can take it again { $days } { $days ->
    [one] day
   *[other] days
} after that, earlier only through the head.
refusal-taken-already = This client has already been taken from the pool; the owner is { $name }.
refusal-take-enough = Enough for today: you can take { $count } a day from the pool yourself.
refusal-attempts-spent = No attempts left: { $count }. Decide first whether the client is lost.
refusal-attempts-left = There are attempts left. Here is how things stand.
refusal-portfolio-full = { $name } already has { $most } clients or more: no new ones are handed out.
pool-which = 🔎 Which clients of the pool?
pool-filters = 🔎 Filter
pool-whole = 📥 The whole pool
pool-anybodys = 👥 Anyone's
pool-chosen = 🔎 { $what }
pool-none-fits = No client fits this filter.
pool-only-all = All
pool-only-ready = Can be handed out today
pool-only-untried = No attempt yet
pool-only-tried = Tried before
pool-only-spent = Out of attempts
pool-only-old = Longer than 90 days
pool-only-no_plan = Long without a task
pool-only-released = Let go by the owner
pool-only-decided = Decided by a head
pool-only-failed = After a reactivation
lost-list = ☠️ Lost
lost-none = ☠️ Nobody is lost for good.
lost-title = ☠️ <b>Lost for good</b> · { $count }
lost-line = ☠️ <b>{ $client }</b>
lost-by = decided by { $name }
lost-reason-said = reason: { $why }
hand-out-without = { $name } — 0: { $why }
hand-out-without-more = And more without clients: { $count }
unfit-blocked = the bot is blocked
unfit-away = on vacation
unfit-spared = hand-outs are paused
unfit-gaps = too many own clients without a task
unfit-full = portfolio ceiling
unfit-busy = enough reactivations in progress
unfit-loaded = no free capacity for two weeks
unfit-barred = recently let these clients go
unfit-enough = there were not enough clients this time
skip-nobody = Nobody to give to: { $count }
refusal-hand-outs-paused = { $name }: hand-outs are paused. Resume them on the person's card, in /users.
refusal-take-by-assigning = Heads and admins assign clients: the button in /pool, or /pool_assign.
refusal-take-off = Clients from the pool are handed out by a head: the company's rules do not let managers take them.
refusal-take-several = Several clients in the pool fit. Type more of the name or the client's number, or choose in /pool.
