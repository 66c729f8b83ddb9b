# "Load": the days ahead, picture and numbers, moving tasks off full days.

load = 📆 Load
load-title = 📆 <b>Load</b>
load-title-of = 📆 <b>Load</b> · { $name }
load-today = Today ({ $date }): { $count } of { $capacity }{ $time } · 🔴 overdue { $overdue } · 🟢 inbound { $inbound }
load-tomorrow = Tomorrow ({ $date }): { $count } of { $capacity }{ $time }
load-tomorrow-off = Tomorrow ({ $date }): day off
load-later = In 10 days ({ $date }): { $count } of { $capacity }{ $time }
load-later-off = In 10 days ({ $date }): day off
load-time = , ≈ { $time }
load-busiest = Fullest day: { $date } — { $count }
load-overfull = ❗️ Above the norm: { $days }{ $rest }
load-empty = No outbound tasks in the next two weeks.
load-gaps = ⚪️ No task: { $count }
load-team = 📆 <b>Load</b> · the norm is { $capacity } a day
load-team-line = <b>{ $name }</b>: { $today } today, { $week } in 7 days{ $overdue ->
    [0] { "" }
   *[other] , 🔴 { $overdue } overdue
}
load-of = 📆 { $name }
load-people = ◀️ Everyone
setup-short = 🚀 Plan them

unload = ⚖️ Even out
unload-preview = ⚖️ <b>Even out:</b> { $count } { $count ->
    [one] task
   *[other] tasks
} off the days with more than { $capacity }
    Outbound tasks without a time move, the smallest first, to the nearest day with room. Every move is counted.
unload-go = ✅ Move { $count }
unload-done = ✅ <b>Moved: { $count }.</b>
unload-none = 👍 Nothing to even out: no day has more than { $capacity } outbound tasks.
unload-no-room = Nowhere to move them: within the horizon there is no day with fewer than { $capacity } tasks, or the tasks have a time.
unload-still-full = ❗️ Still above the norm: { $days }{ $rest }. There is no room for the rest within the horizon.

chart-title = Load
chart-own = my tasks
chart-norm = norm { $count }
chart-planned = outbound
chart-beyond = above the norm
chart-overdue = overdue
chart-inbound = inbound
chart-off = day off

command-plan = 📆 Load
refusal-unload-changed = The tasks have changed while you were looking. Here is how things stand.
