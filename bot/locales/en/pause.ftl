# Pause and lock: until when, why, the head's decision, the lists.

do-pause = ⏸ Pause
do-lock = 🔒 Lock
next-pause = ⏸ Pause until…
next-paused = ⏸ On pause until { $date }.
reprieve-until-pause = ⏸ Pause until when? Client: <b>{ $client }</b>.
reprieve-until-lock = 🔒 Lock until when? Client: <b>{ $client }</b>. The next task is still asked for, only the pool waits.
reprieve-longest = At most { $days } { $days ->
    [one] day
   *[other] days
}.
reprieve-head-decides = The head decides. Until then the client counts as having no task.
reprieve-ahead-week = A week · { $date }
reprieve-ahead-fortnight = 2 weeks · { $date }
reprieve-ahead-month = A month · { $date }
reprieve-ahead-quarter = 3 months · { $date }
reprieve-ahead-half = Half a year · { $date }
reprieve-month = { $month }
reprieve-why-ask-pause = ⏸ Pause, back on { $until }. Why? Choose, or write it in your own words.
reprieve-why-ask-lock = 🔒 Lock until { $until }. Why? Choose, or write it in your own words.
reprieve-why-later = Asks to be called later
reprieve-why-season = Out of season
reprieve-why-budget = Waiting for a budget
reprieve-why-away = Away or ill
reprieve-why-key = Key client
reprieve-why-talks = Negotiations under way
reprieve-why-agreed = We have an agreement
reprieve-why-other = Other
reprieve-sent = ⏸ The head has been asked. Client: <b>{ $client }</b>. Pause, back on { $until } ({ $why }). Until there is an answer the client counts as having no task.
reprieve-set-pause = ⏸ On pause: <b>{ $client }</b>. Back on { $until } ({ $why }). On that day you will get a task and a message. If the client writes earlier, the pause ends.
reprieve-set-lock = 🔒 Locked: <b>{ $client }</b>. Until { $until } ({ $why }). Until then the client does not go to the pool automatically.
reprieve-cancelled = Tasks before that date cancelled: { $count }.
reprieve-asked = ⏸ { $name } asks for a pause. Client: <b>{ $client }</b>. Back on { $until }. Why: { $why }.
reprieve-yes = ✅ Give the pause
reprieve-no = ✋ No pause
reprieve-take-back = ↩️ Withdraw the request
reprieve-refused = ✋ No pause: <b>{ $client }</b>. The owner will be told.
reprieve-settled-running = ⏸ The pause is given: <b>{ $client }</b>. Back on { $until } ({ $why }). Decided by { $name }.
reprieve-settled-refused = ✋ No pause: <b>{ $client }</b>. Decided by { $name }.
reprieve-settled-over = ⏸ This pause is over: <b>{ $client }</b>.
told-reprieve-pause = ⏸ { $name } gives a pause: <b>{ $client }</b>. Back on { $until } ({ $why }). Until then the client does not count as without a task.
told-reprieve-lock = 🔒 { $name } locks a client for you: <b>{ $client }</b>. Until { $until } ({ $why }). The next task is still needed.
told-reprieve-refused = ✋ { $name } says no to the pause: <b>{ $client }</b>. Set the next contact.
told-reprieve-over-date = ▶️ The pause is over: <b>{ $client }</b>. There is a task for today.
told-reprieve-over-hand = ▶️ The pause is lifted: <b>{ $client }</b>. The next task is needed.
told-reprieve-over-inbound = ▶️ The pause ended early: <b>{ $client }</b>. There is an inbound.
gap-whose-client = owner: { $owner }
gap-locked = 🔒 locked until { $until }
reprieves-pause = ⏸ <b>On pause</b> · { $count }
reprieves-lock = 🔒 <b>Locked</b> · { $count }
reprieves-pause-empty = ⏸ No client is on pause. You can pause one on its card.
reprieves-lock-empty = 🔒 No client is locked. A head can lock one on its card: “🔒 Lock”.
reprieve-line = <b>{ $client }</b> — until { $until }, { $why } ({ $name })
reprieve-line-asked = 🙏 <b>{ $client }</b> — { $name } asks for a pause until { $until } ({ $why })
reprieve-off-pause = ▶️ Lift the pause
reprieve-off-lock = 🔓 Unlock
to-reprieves-pause = ⏸ On pause
to-reprieves-lock = 🔒 Locked
reprieve-now-asked = ⏸ A pause is asked for, back on { $until } ({ $why }). The head decides.
reprieve-now-pause = ⏸ On pause until { $until } ({ $why }). Decided by { $name }.
reprieve-now-lock = 🔒 Locked until { $until } ({ $why }). Decided by { $name }.
reprieve-lifted = Lifted
reprieve-said-pause = a pause until { $until } ({ $why })
reprieve-said-lock = locked until { $until } ({ $why })
reprieve-name-pause = pause
reprieve-name-lock = lock
event-reprieve_asked = ⏸ asked for: { $detail }
event-reprieve_given = ⏸ { $detail }
event-reprieve_refused = ✋ not given: { $detail }
event-reprieve_ended = ▶️ over: { $detail }
decided-reprieve_given = paused or locked
decided-reprieve_refused = no pause
refusal-reprieve-past = This date is today or in the past. Choose a later one.
refusal-reprieve-too-far = At most { $days } { $days ->
    [one] day
   *[other] days
}, the last date is { $last }.
refusal-reprieve-past-due = The date of the request has come: { $until }. The client needs a task, not a pause.
refusal-reprieve-runs = This has already been decided. Here is how things stand.
refusal-reprieve-over = It is already over. Here is how things stand.
refusal-reprieve-decided = The request has already been decided. Here is how things stand.
refusal-pause-inbound = The client is waiting for an answer. Handle the inbound first, then pause.
refusal-lock-by-head-only = Only a head can unlock the client.
