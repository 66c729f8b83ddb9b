# "Plan everything": the walk one by one, and the plan by days.

setup = 🚀 Plan everything
setup-start = ▶️ Plan them
walk-title = 🚀 <b>Plan everything</b> · { $left } of { $total } left
walk-client = ⚪️ <b>{ $client }</b>
walk-why = Why it is here: { $reason } ({ $since })
walk-last = Last: { $touch }
walk-never = No contact yet.
walk-release = Not active → 📥
walk-skip = ⏭ Skip
walk-skip-last = This is the last one: nobody else is without a task now.
walk-stop = ⏹ Stop
walk-on = ▶️ Continue
walk-one-by-one = ▶️ One by one
walk-planned = ✅ { $client }: { $date }
walk-released = 📥 { $client } is in the pool
walk-asked = 📨 { $client }: the head has been asked
walk-release-sure = 📥 <b>{ $client }</b> goes to the pool, and { $count } open { $count ->
    [one] deal is
   *[other] deals are
} closed as lost. Let go?
walk-release-yes = 📥 Yes, let go
walk-stopped = ⏹ Stopped. { $left ->
    [one] { $left } of { $total } has no task
   *[other] { $left } of { $total } have no task
}. What you skipped comes back at the end of the walk.
walk-nobody = You have no clients yet. Add the first one with “➕ New”: one line with name and phone.
walk-empty = 👍 <b>Everything is planned.</b> Every client and every deal has a next task: { $total } of { $total }.

put-on-deal = ➡️ Move to the deal
put-this-on-deal = ➡️ Move to the deal: { $client }
put-on-deal-done = ✅ { $client }: the task is on the deal now
put-on-deal-far = The task is on the deal now, but it is too far away for a deal. Choose a nearer date.

spread = Spread automatically
spread-preview = 🚀 <b>Spread automatically:</b> { $count } { $count ->
    [one] task
   *[other] tasks
}
    Deals first, then large amounts and the class of the client. Evenly over the working days, nobody beyond the horizon. Tasks that are overdue or have no date move, the others get a new task.
spread-go = ✅ Spread { $count }
spread-progress = ⏳ Spreading: { $at } of { $total }…
spread-done = ✅ <b>Planned: { $count }.</b> The last task is on { $last }.
spread-before = ✅ Spread out already: { $count }.
spread-over = ⚠️ The norm is { $capacity } a day, and there is no room for everyone: { $count } beyond it, { $most } of { $capacity } on the fullest day. Nobody went beyond the horizon{ $left ->
    [0] , nobody was left without a task
   *[other] { "" }
}.
spread-none = 👍 Nothing to spread: every client and every deal has a next task.
spread-nowhere = There is no working day before the end of the horizon: nowhere to put the tasks.
spread-overfull = ⚠️ { $count } { $count ->
    [one] client does
   *[other] clients do
} not fit into the norm ({ $capacity } a day): { $names }{ $rest }. They get their task all the same, and days get fuller than the norm.
spread-unplaced = 🔒 No working day within the horizon for: { $names }{ $rest }. Decide about each yourself.
and-more = { " " }and { $count } more
plan-day = { $date } — { $before } → { $after } of { $capacity }{ $full ->
    [yes] { " " }❗️
   *[no] { "" }
}
plan-days-rest = … and { $days } more { $days ->
    [one] day
   *[other] days
}, until { $last }

command-setup = 🚀 Plan everything
refusal-spread-changed = Something has changed while you were looking. Here is how things stand.
refusal-no-task-on-contact = There is no longer a task on the client. Here is how things stand.
