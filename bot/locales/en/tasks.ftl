# My tasks, the card of a task, the next step.

day-title = 📋 <b>My tasks</b> · { $day }
day-counters = 🟢 Inbound { $inbound } · 🔴 Overdue { $overdue } · 🟡 Today { $planned } · ⚪️ No task { $gaps }
day-table-today = For today
day-table-count = How many
day-table-inbound = 🟢 Inbound
day-table-overdue = 🔴 Overdue
day-table-planned = 🟡 Today
day-table-gaps = ⚪️ No task
day-table-ahead = 📆 Ahead
day-table-tasks = Tasks
day-table-time = Time
day-empty = Everything for today is done. Every client of yours has a next task 👍
day-empty-leads = You have no clients of your own, so there is nothing for today. The team's clients without a task are under “⚠️ Team without a task”.
day-empty-gaps = Nothing is due today, but some clients have no task. Plan their next contact.
asked-title = ❓ <b>Waiting for your answer: { $count }</b>
asked-title-some = ❓ <b>Waiting for your answer: { $count }</b>, the first { $shown }
asked-left = ❓ Waiting for your answer: { $count }. They are in “📋 My tasks”.
asked-line = ❓ <b>{ $sender }</b>, { $moment }
asked-line-text = ❓ <b>{ $sender }</b>, { $moment }: “{ $text }”
asked-brought = { "   " }brought by { $name }
day-line = { $mark } <b>{ $client }</b> — { $what }{ $deal }, { $when }
day-line-today = { $mark } <b>{ $client }</b> — { $what }{ $deal }
day-line-more = { "   " }{ $task }
client-task-line = { $mark } { $what }{ $deal }, { $when }
day-start = ▶️ Start the day
day-gaps = ⚠️ No task ({ $count })
on-deal = { " " }on the deal
on-this-deal = { " " }on the deal “{ $title }”
when-inbound = inbound
when-arrived = came { $moment }
when-late = came { $moment }, waiting too long
when-no-date = no date
when-overdue = overdue since { $date }

kind-call = call
kind-meeting = meeting
kind-letter = e-mail
kind-offer = offer
inbound-short-call = inbound call
inbound-short-meeting = visit
inbound-short-letter = message
inbound-short-offer = request
inbound-call = Inbound call
inbound-meeting = Visit
inbound-letter = Inbound message
inbound-offer = Inbound request

digest-title = ☀️ <b>Good morning, { $name }!</b> { $day }
digest-days-off = Over the days off: { $count } { $count ->
    [one] inbound
   *[other] inbounds
}
digest-rest = … and { $count } more { $count ->
    [one] task
   *[other] tasks
}
digest-over = ❗️ Above the norm ({ $capacity } a day): { $days }
digest-over-day = { $day } — { $count }
digest-gaps = ⚪️ Without a task: plan the next contact.
morning-missed = ☀️ The morning digest did not reach you. Today: { $counters }
digest-to-decide = 🙏 Waiting for your decision for over a day: { $count }
digest-pauses = ⏸ Pauses asked for ({ $count })
digest-team-asked = ❓ “Who is it?” unanswered for over a working day: { $people }
digest-ahead = 📆 Ahead:
digest-ahead-day = { $day } — { $load }

task-title = { $mark } <b>{ $client }</b>
task-company = 🏢 { $company }
task-text = 💬 “{ $text }”
task-attempt = ♻️ Reactivation, attempt { $n } of { $total }, until { $until }
task-owner = Owner: { $name }
clocks = 🕘 Times are shown in your time zone. Other zones: { $people }.
clock-ahead = { $name } (+{ $time })
clock-behind = { $name } (−{ $time })
task-done = The task is done: { $outcome }.
task-cancelled = The task was cancelled: it is no longer needed.
task-inbound = { $kind }, { $moment }. Inbound comes first.
task-why = { $what }: { $where }, due { $due }
task-overdue = overdue by { $days } { $days ->
    [one] day
   *[other] days
}
task-moves = moved { $count ->
    [1] once
   *[other] { $count } times
}
task-tries = no answer { $n } of { $total }
task-last = <i>Latest:</i>
why-on-deal = a task on the deal
why-on-client = a task on the client
contact-phone = 📞 { $number }
contact-no-phone = <code>{ $number }</code> — not a valid number
contact-email = ✉️ { $email }
contact-handle = 💬 <a href="https://t.me/{ $handle }">@{ $handle }</a>
contact-telegram = 💬 <a href="tg://user?id={ $id }">Write in Telegram</a>
copy-phone = 📋 { $number }
deal-line = 💼 { $title }{ $more }
gap-now = ⚠️ Plan the next contact. Now: { $reason }.
gap-next-nudge = Without a task a reminder comes { $moment }.
gap-next-escalate = Without a task the head is told { $moment }.
gap-next-pool = Without a task the client goes to the pool { $moment }.

outcome-talked = talked
outcome-wrote = wrote
outcome-no_answer = no answer
outcome-handled = handled
outcome-planned = planned
outcome-wants_to_buy = wants to buy
outcome-won = won
outcome-refused = lost
outcome-returned = the client came back
outcome-failed = did not work out

do-won = 🏆 Won
do-refused = ❌ Lost
do-move = ⏰ Move
do-comment = 📝 Comment
do-handled = ✅ Handled
do-buy = 💼 Wants to buy
do-plan = 📅 Plan
to-client = 👤 Card
to-history = 🕘 History
to-pool = 📥 To the pool

comment-ask = 📝 <b>{ $client }</b>: what would you like to note? Write or say it in one message. /cancel to stop.
comment-saved = 📝 Noted.
task-reword = ✏️ Text of the task
task-reword-ask = ✏️ <b>{ $client }</b>: what needs to be done? Write it in one message. /cancel to stop.
task-reword-now = Now: { $text }
task-reword-drop = Remove the text
refusal-task-text = Write in words what needs to be done. /cancel to stop.

next-done = ✅ <b>{ $client }</b>: { $outcome }.
next-client = 👤 <b>{ $client }</b>
next-deal = 💼 Deal: <b>{ $title }</b>
next-covered = Already planned: { $date }.
next-leave = ➡️ Leave it as it is
next-question = When is the next contact?
next-which-deal = The client has several deals. Which one needs a task?
next-deal-choice = { $open ->
    [yes] ⚪️ { $title }
   *[no] { $title }
}
next-date = 📅 Date
next-create-deal = 💼 Create a deal
preset-tomorrow = Tomorrow
preset-three_days = In 3 days
preset-week = In a week
preset-two_weeks = In 2 weeks
preset-free = { $what } · { $date } · { $load }/{ $capacity }
preset-full = { $what } · { $date } · { $load }/{ $capacity } ❗️
preset-locked = 🔒 { $what } · { $date }
next-locked = 🔒 Nothing is planned beyond { $days } { $days ->
    [one] day
   *[other] days
}: the client would cool down.
locked-why = Nothing is planned beyond { $days } { $days ->
    [one] day
   *[other] days
}: the client would cool down. Choose a nearer date.

buy-title = 💼 <b>{ $client }</b> wants to buy
buy-question = I create a deal with its own task, and the other tasks on the client are cancelled. When is the next step?
move-title = ⏰ Move the task: <b>{ $client }</b>. When to?
move-count = Moved { $count ->
    [1] once
   *[other] { $count } times
} already.
again-title = 📵 <b>{ $client }</b>: attempt { $n } of { $total }. When should you try again?
again-spent = 📵 <b>{ $client }</b>: no attempts left ({ $total }). Change the channel or let the client go.
again-hour = In an hour
again-three_hours = In 3 hours
again-start = When the day starts
again-morning = Tomorrow morning
again-morning-later = In the morning
again-afternoon = Tomorrow afternoon
again-afternoon-later = In the afternoon
again-option = { $what } · { $moment }
again-channel = Change the channel

month-title = 📅 <b>{ $month } { $year }</b>
month-legend = Days off are in brackets, the number after the dot is the tasks of the day. 🔒 is beyond { $days } days, too far to plan.
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
day-off = { $date } is a day off. Take a working day instead?
day-off-sure = { $date } anyway
day-off-instead = { $date }

planned = ✅ <b>{ $client }</b>: next contact { $where } — { $when } · { $what }.
planned-moved = ⏰ <b>{ $client }</b>: the task is moved to { $when }.
planned-again = 📵 <b>{ $client }</b>: next attempt { $when }.
planned-bought = 💼 <b>{ $client }</b>: the deal is created, the task is { $where } — { $when }.
planned-answer = ✅ <b>{ $client }</b>: the inbound is handled, next contact { $where } — { $when } · { $what }.
planned-deal = on the deal
planned-client = on the client
planned-unreminded = 🔕 No reminder will come: it is outside working time, in quiet hours or on vacation.
planned-cancelled = 🔕 Task on the client cancelled: { $what }, { $date }.
planned-left = Left for today: { $count }.
planned-clean = Everything for today is done 👍
next-task = ➡️ Next: { $client }

deal-closed-won = 🏆 Congratulations on the sale: <b>{ $client }</b>!
deal-closed-lost = ❌ The deal is closed: <b>{ $client }</b>. Why: { $reason }.
deal-why-lost = <b>{ $title }</b>: why was the deal lost?
loss-expensive = Too expensive
loss-no_need = No need
loss-competitor = Chose others
loss-unreachable = Unreachable
loss-timing = Timing
loss-other = Something else
loss-pool = the client went to the pool

refusal-task-closed = This task is already closed. Here is how things stand.
refusal-deal-closed = This deal is already closed. Here is how things stand.
refusal-client-has-no-owner = The client has no owner: there is nobody to plan a task for.
refusal-choose-deal = The client has several deals: choose the one the task belongs to.
refusal-date-past = This date has passed. Choose today or later.
refusal-date-far = This is more than two years away. Check the date.
refusal-beyond-horizon = Nothing is planned beyond { $days } { $days ->
    [one] day
   *[other] days
}: the last date is { $last }.
refusal-comment = The comment is empty. Type at least one word.
refusal-deal-just-opened = This deal has just been created. For another one, give it a name of its own. Here is how things stand.

spare-ask = The client got in touch first. Is the planned task “{ $what }” on { $date } still needed?
spare-ask-undated = The client got in touch first. Is the planned task “{ $what }” without a date still needed?
spare-drop = Remove
spare-keep = Keep
spare-gone = 🗑 The task is removed.
spare-kept = The task stays in the plan.
