# The reminder of a task with a time, the evening check.

reminder-soon = 🔔 <b>In { $minutes } min</b>
reminder-now = 🔔 <b>It is time</b>
reminder-open = 📄 Open the task

evening-title = 🌙 <b>{ $count } left</b> · { $day }
evening-work = Go through them
evening-tomorrow = ➡️ To tomorrow
postpone-ask = ➡️ Move { $count } { $count ->
    [one] task
   *[other] tasks
} to { $date }?
postpone-load = That day has { $load } of { $capacity } tasks; it will have { $total }.
postpone-now = That day now has { $total } of { $capacity } tasks.
postpone-over = ❗️ That is more than a day can hold.
left-spread = 📆 Spread over several days
left-preview = 📆 <b>Spread over several days:</b> { $count } { $count ->
    [one] task
   *[other] tasks
}
    Each goes to the nearest working day with room, the largest amounts first. Inbound and tasks with a time stay. Every move is counted.
left-staying = ❗️ Staying on today: { $count }. There is no room for the rest within the horizon.
left-none = 👍 There is nothing to spread: only inbound and tasks with a time are left, or nothing at all.
left-no-room = There is no day with room within the horizon. Handle today's tasks, or first even out the days ahead: “📆 Load”.
postpone-nothing = There is nothing to move to the next working day ({ $date }).
postpone-done = ➡️ { $count ->
    [one] { $count } task is
   *[other] { $count } tasks are
} moved to { $date }. Every move is counted.
postpone-yes = ➡️ Move
postpone-stay-title = What stays:
postpone-stay = { $mark } <b>{ $client }</b> — { $why }
stays-inbound = inbound, the client waits for an answer
stays-timed = set for a time, move it on its card
stays-attempt = a reactivation, its deadline does not move
stays-horizon = that is too far ahead for this client

refusal-day-over = This button is from another day. Here is today's list.

nudge-late = 🔔 <b>Reminder.</b> { $count ->
    [one] An inbound has waited too long for an answer:
   *[other] Inbounds that have waited too long for an answer: { $count }
}
escalation-late = ⚠️ <b>Escalation:</b> { $count ->
    [one] an inbound was not handled by the end of the working day.
   *[other] { $count } inbounds were not handled by the end of the working day.
} The rule: inbound is handled the same day.
late-told = { "   " }{ $owner }, waiting for { $waited }
