# Deals: the list, the card, stages, where a task stands, the file for a calendar.

deals-title = 💼 <b>Deals</b> · { $count }
deals-at-stage = 🪜 { $stage }
deals-uncovered = ⚪️ Without a task
deals-stale = 🕸 Stuck: { $days } { $days ->
    [one] day
   *[other] days
} without a move
deals-won = 🏆 Won in 30 days
deals-lost = ❌ Lost in 30 days
deals-empty = There are no open deals. One is made when a client wants to buy: “💼 Wants to buy” on a card, or “➕ Deal” here.
deals-none-here = Nothing here. The other deals: “💼 All open”.
deals-all = 💼 All open
deals-to-uncovered = ⚪️ Without a task
deals-to-stale = 🕸 Stuck
deals-to-won = 🏆 Won
deals-to-lost = ❌ Lost
deals-by-stage = 🪜 By stage
deals-new = ➕ Deal
deals-which-stage = 🪜 Deals at which stage?
deals-no-stages = No open deal has a stage yet. It is chosen on the deal's card: “🪜 Stage”.
deal-client-ask = 💼 Whose deal is it? Send the client's name, phone or number in one message. /cancel to leave it.

deal-card = 💼 <b>{ $title }</b>
deal-client = 👤 { $client }
deal-stage = 🪜 { $stage }
deal-sum = 💰 { $sum }
deal-next = Next task: { $date }
deal-no-task = ⚠️ The deal has no task for the near future.
deal-status-won = 🏆 The deal is won.
deal-status-lost = ❌ The deal is closed. Why: { $reason }.
deal-name = ✏️ Name
deal-set-sum = 💰 Sum
deal-set-stage = 🪜 Stage
deal-name-ask = ✏️ What shall the deal be called? Send one message. /cancel to leave it.
deal-sum-ask = 💰 What is the sum? For example: 250 000, 1.2 m or $3k. /cancel to leave it.
deal-which-stage = 🪜 <b>{ $title }</b>: at which stage is the deal?

put-to-deal = ➡️ To the deal
put-to-client = ➡️ To the client
put-done-deal = The task is on the deal now
put-done-client = The task is on the client now
put-which = ➡️ <b>{ $client }</b>: which deal does the task belong to?

to-calendar = 📅 To the calendar
calendar-event = { $what }: { $client }
calendar-sent = 📅 <b>{ $client }</b>: open the file and the task is in your calendar. If you move the task, send yourself the file again.

stages-title = 🪜 <b>Stages of deals</b>
    They are chosen on a deal's card.
stage-card = 🪜 <b>{ $stage }</b>
    Open deals at this stage: { $count }
stage-add = ➕ Add
stage-rename = ✏️ Rename
stage-up = ⬆️ Up
stage-down = ⬇️ Down
stage-remove = 🗑 Take off
stage-remove-yes = 🗑 Yes, take off
stage-remove-sure = Take the stage “{ $stage }” off the list? The deals at it ({ $count }) keep its name.
stage-name-ask = 🪜 What shall the stage be called? Send one message. /cancel to leave it.
command-stages = 🪜 Stages of deals

refusal-sum = “{ $text }” is no sum. Send a number, for example: 250 000, 1.2 m or $3k.
refusal-deal-title = The name is empty. Write at least one word.
refusal-stage-name = The name is empty. Write at least one word.
refusal-stage-known = The stage “{ $name }” is there already.
refusal-stage-gone = There is no such stage any more. Open the list again.
refusal-stage-last = This is the last stage. Add another one, then take this one off.
refusal-stages-many = There are { $most } stages already, no more fit on the screen.
refusal-task-untimed = The task has no time: only a task with an hour goes to a calendar.
