# Deals: the list, the card, stages, where a task stands, the file for a calendar.

deals-title = 💼 <b>Deals</b> · { $count }
deals-at-stage = 🪜 { $stage }
deals-uncovered = ⚪️ Without a task
deals-stale = 🕸 Stuck: { $days } { $days ->
    [one] day
   *[other] days
} without progress
deals-won = 🏆 Won in 30 days
deals-lost = ❌ Lost in 30 days
deals-empty = There are no open deals. A deal starts when a client wants to buy: “💼 Wants to buy” on a card, or “➕ Deal” here.
deals-none-here = Nothing here. The other deals: “💼 All open”.
deals-all = 💼 All open
deals-to-uncovered = ⚪️ Without a task
deals-to-stale = 🕸 Stuck
deals-to-won = 🏆 Won
deals-to-lost = ❌ Lost
deals-by-stage = 🪜 By stage
deals-new = ➕ Deal
deals-which-stage = 🪜 Deals at which stage?
deals-no-stages = No open deal has a stage yet. Choose one on the deal's card: “🪜 Stage”.
deal-client-ask = 💼 Whose deal is it? Send the client's name, phone or number in one message. /cancel to stop.

deal-card = 💼 <b>{ $title }</b>
deal-client = 👤 { $client }
deal-stage = 🪜 { $stage }
deal-sum = 💰 { $sum }
deal-next = Next task: { $date }
deal-no-task = ⚠️ The deal has no task in the near future.
deal-status-won = 🏆 The deal is won.
deal-status-lost = ❌ The deal is closed. Why: { $reason }.
deal-name = ✏️ Name
deal-set-sum = 💰 Amount
deal-set-stage = 🪜 Stage
deal-name-ask = ✏️ What should the deal be called? Send one message. /cancel to keep it as it is.
deal-sum-ask = 💰 What is the amount? For example: 250,000, 1.2m or $3k. /cancel to keep it as it is.
deal-which-stage = 🪜 <b>{ $title }</b>: what stage is the deal at?

put-to-deal = ➡️ To the deal
put-to-client = ➡️ To the client
put-done-deal = The task is on the deal now
put-done-client = The task is on the client now
put-which = ➡️ <b>{ $client }</b>: which deal does the task belong to?

to-calendar = 📅 Add to calendar
calendar-event = { $what }: { $client }
calendar-sent = 📅 <b>{ $client }</b>: open the file and the task is in your calendar. If you move the task, get the file again.

stages-title = 🪜 <b>Stages of deals</b>
    They are chosen on a deal's card.
stage-card = 🪜 <b>{ $stage }</b>
    Open deals at this stage: { $count }
stage-add = ➕ Add
stage-rename = ✏️ Rename
stage-up = ⬆️ Up
stage-down = ⬇️ Down
stage-remove = 🗑 Remove
stage-remove-yes = 🗑 Yes, remove
stage-remove-sure = Remove the stage “{ $stage }” from the list? The deals at it ({ $count }) keep its name.
stage-name-ask = 🪜 What should the stage be called? Send one message. /cancel to stop.
command-stages = 🪜 Stages of deals

refusal-sum = “{ $text }” is not an amount. Send a number, for example: 250,000, 1.2m or $3k.
refusal-deal-title = The name is empty. Write at least one word.
refusal-stage-name = The name is empty. Write at least one word.
refusal-stage-known = There is already a stage “{ $name }”.
refusal-stage-gone = This stage is no longer there. Open the list again.
refusal-stage-last = This is the last stage. Add another one, then remove this one.
refusal-stages-many = There are already { $most } stages, and no more fit on the screen.
refusal-task-untimed = The task has no time: only a task with a time goes to a calendar.
