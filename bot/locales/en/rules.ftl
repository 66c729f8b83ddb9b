# The rules of the company: numbers, what they mean, changes and what they do.

command-rules = ⚙️ Rules
rules-title = ⚙️ <b>Rules</b>
    The numbers by which the bot works. Before a change you see what it does to today's base.
rules-settling = ⏳ The change is being applied to all clients: { $share } done. All other work goes on meanwhile.
rules-group = { $group }{ $changed ->
    [0] {""}
   *[other] {" "}· changed: { $changed }
}
rules-page = ⚙️ <b>{ $group }</b>
    Tap a rule: what it means, who changed it and when. ✏️ is changed by the company.
rule-group-plan = 🎯 Horizons
rule-group-gaps = ⚠️ No task
rule-group-inbound = 🟢 Inbound
rule-group-tasks = 📋 Tasks and load
rule-group-pool = 📥 Pool and portfolio
rule-group-reactivation = ♻️ Reactivation
rule-group-day = 🕘 Working day
rule-group-report = 📊 Report
rule-line = { $changed ->
    [yes] ✏️ {""}
   *[no] {""}
}{ $name }: { $value }
rule-card = ⚙️ <b>{ $name }</b>: { $value }
rule-default = By default: { $value }.
rule-settling = ⏳ The change is still being applied to all clients; /rules shows the progress.
rule-history = Changes: { $count }
rule-history-line = { $when }, { $who }: { $before } → { $after }
rule-changed-outside = Changed outside the bot: there is no record of who did it or when.
rule-changed = ✅ Changed
rule-undo = ↩️ Back to { $value }
rule-type-button = ✏️ Another value
rule-type = <b>{ $name }</b>: { $value } now.
    Type the new value. { $bounds }
rule-bounds-time = A time like 09:30.
rule-bounds-span = Hours and minutes like 1:30. Between { $low } and { $high }.
rule-bounds-weekday = A number from 0 to 6: Monday is 0.
rule-bounds-number = A number from { $low } to { $high }.
rule-bounds-optional = A number from { $low } to { $high }, or “-” for not set.
rule-none = not set
rule-on = on
rule-off = off
rule-weekday = { $weekday ->
    [0] Monday
    [1] Tuesday
    [2] Wednesday
    [3] Thursday
    [4] Friday
    [5] Saturday
   *[other] Sunday
}
rule-unit-days = { $count } { $count ->
    [one] day
   *[other] days
}
rule-unit-workdays = { $count } { $count ->
    [one] working day
   *[other] working days
}
rule-unit-times = { $count } { $count ->
    [one] time
   *[other] times
}
rule-unit-tasks = { $count } { $count ->
    [one] task
   *[other] tasks
}
rule-unit-clients = { $count } { $count ->
    [one] client
   *[other] clients
}
rule-unit-people = { $count } { $count ->
    [one] person
   *[other] people
}
rule-unit-letters = { $count } { $count ->
    [one] character
   *[other] characters
}
rule-weighing = ⏳ Working out what it does: { $share }
rule-change = ⚙️ <b>{ $name }</b>: { $before } → <b>{ $after }</b>
rule-effect-title = For today's base:
rule-effect-more = • { $count } more { $count ->
    [one] client
   *[other] clients
} without a task: { $before } before, { $after } after
rule-effect-fewer = • { $count } fewer { $count ->
    [one] client
   *[other] clients
} without a task: { $before } before, { $after } after
rule-effect-reminders = • { $count } { $count ->
    [one] reminder goes
   *[other] reminders go
} out today ({ $before } without the change)
rule-effect-escalated = • the head hears about { $count } clients and deals without a task today ({ $before } without the change)
rule-effect-pooled = • { $count } { $count ->
    [one] client goes
   *[other] clients go
} to the pool today ({ $before } without the change)
rule-effect-none = Nothing changes for today's base: the same clients are without a task, the same reminders go out today.
rule-effect-elsewhere = This rule does not affect who is without a task now or today's reminders. It applies from the next tap on.
rule-sure = Change it?
rule-yes = ✅ Change
rule-strain-clients = ⚠️ { $capacity } tasks a day, a portfolio of { $clients }, a horizon of { $horizon } days: { $short } contacts short per horizon ({ $week } a week).
rule-ways = Ways out: { $ways }.
rule-or = {" "}or{" "}
rule-way-capacity = { $count } tasks a day
rule-way-horizon = a horizon of { $count } days
rule-way-clients = a ceiling of { $count }
rule-strain-countdown = ⚠️ The countdown ({ $countdown }) is longer than the time until the pool ({ $after }): the date is seen at once.
rule-strain-verdict = ⚠️ The verdict is due before the first contact: the contact within { $touch } working days, the verdict within { $verdict } calendar days.
refusal-rule-same = It is already set that way. Choose another value.
refusal-rule-moved = This rule has changed meanwhile. Open it again: /rules.

rule-name-deal_horizon_days = Deal horizon
rule-about-deal_horizon_days = How many days ahead an open deal's next task may be. A later task does not count.
rule-name-client_horizon_days = Client horizon
rule-about-client_horizon_days = How many days ahead the next task of a client without an open deal may be.
rule-name-class_a_horizon_days = Horizon: class A
rule-about-class_a_horizon_days = A separate horizon for clients of class A. Not set: the client horizon.
rule-name-class_b_horizon_days = Horizon: class B
rule-about-class_b_horizon_days = A separate horizon for clients of class B. Not set: the client horizon.
rule-name-class_c_horizon_days = Horizon: class C
rule-about-class_c_horizon_days = A separate horizon for clients of class C. Not set: the client horizon.
rule-name-supplier_horizon_days = Horizon: suppliers
rule-about-supplier_horizon_days = A separate horizon for suppliers. The class comes first; not set: the client horizon.
rule-name-overdue_grace_days = Grace for overdue tasks
rule-about-overdue_grace_days = For how many working days an overdue task still counts as a plan.
rule-name-pause_max_days = Longest pause
rule-about-pause_max_days = The most days a client may be put on pause for.
rule-name-nudge_after = Reminder after
rule-about-nudge_after = How much working time without a task passes before the manager is reminded.
rule-name-escalate_after = To the head after
rule-about-escalate_after = How much working time without a task passes before the head hears about the client.
rule-name-message_every = One message per
rule-about-message_every = Reminders to one manager and messages to one head are combined within this time.
rule-name-pool_automatic = To the pool automatically
rule-about-pool_automatic = A client without a task goes to the pool automatically. Off: the head decides.
rule-name-pool_after_days = To the pool after
rule-about-pool_after_days = How many working days after the manager was asked a client without a task goes to the pool.
rule-name-countdown_days = Countdown
rule-about-countdown_days = How many working days before the pool the manager sees the date.
rule-name-import_quiet_days = Quiet after an import
rule-about-import_quiet_days = For how many working days imported clients without a task are not reminded about one by one.
rule-name-inbound_deadline = Inbound deadline
rule-about-inbound_deadline = How much working time there is to answer an inbound before the reminder. Applies to new ones.
rule-name-offer_to = Unassigned inbound
rule-about-offer_to = Who is offered an inbound without an owner first. If not taken, it goes to the next in turn, then the head decides.
rule-choice-present = everyone at work
rule-choice-turn = in turn
rule-choice-duty = the manager on duty
rule-choice-head = straight to the head
rule-name-offer_wait = An offer waits for
rule-about-offer_wait = How much working time an inbound without an owner waits for someone to take it.
rule-name-offer_refusals = Refusals before the head
rule-about-offer_refusals = After how many refusals or unanswered offers an inbound without an owner goes to the head.
rule-name-group_window = Messages in a row
rule-about-group_window = Messages from one sender within this time are one inbound.
rule-name-business_excerpt = Text from Telegram chats
rule-about-business_excerpt = How many characters of a message are kept when a client writes in a connected personal chat: 0 for none, 200 for the beginning, 4096 for all.
rule-name-attempts_known = Attempts, known client
rule-about-attempts_known = How many calls without an answer before trying another channel with a known client.
rule-name-attempts_new = Attempts, new client
rule-about-attempts_new = How many calls without an answer before trying another channel with a new client.
rule-name-capacity = Tasks a day
rule-about-capacity = How many outbound tasks one manager can do a day.
rule-name-call_lasts = A call takes
rule-about-call_lasts = How much working time a call takes: the load is counted by it.
rule-name-meeting_lasts = A meeting takes
rule-about-meeting_lasts = How much working time a meeting takes: the load is counted by it.
rule-name-letter_lasts = An e-mail takes
rule-about-letter_lasts = How much working time an e-mail takes: the load is counted by it.
rule-name-offer_lasts = An offer takes
rule-about-offer_lasts = How much working time an offer takes: the load is counted by it.
rule-name-deal_stale_days = A deal is stuck after
rule-about-deal_stale_days = After how many days without contact a deal counts as stuck.
rule-name-moved_often = Moved often
rule-about-moved_often = From how many moves on a task counts as moved often.
rule-name-undo_window = Undo within
rule-about-undo_window = For how long an action can be undone.
rule-name-remind_before = Remind before
rule-about-remind_before = How long before a task with a time the reminder comes, for people who have not set their own.
rule-name-remind_at_time = At the time as well
rule-about-remind_at_time = A second reminder, at the time itself, for people who have not set their own.
rule-name-release_allowed = Let go without the head
rule-about-release_allowed = A manager lets a client go to the pool without the head, with a reason.
rule-name-release_per_day = Let go a day
rule-about-release_per_day = How many clients a day a manager may let go without the head.
rule-name-portfolio_ceiling = Portfolio ceiling
rule-about-portfolio_ceiling = How many active clients a manager may have: above that, no more are handed out. Suppliers do not count.
rule-name-self_take_allowed = Take without the head
rule-about-self_take_allowed = A manager may take a client from the pool without the head.
rule-name-self_take_per_day = Taken a day
rule-about-self_take_per_day = How many clients a day a manager may take from the pool without the head.
rule-name-self_take_after = Taken no earlier than
rule-about-self_take_after = How long a client stays in the pool before a manager may take it without the head.
rule-name-not_back_days = Not back for
rule-about-not_back_days = For how many days a client is not handed out to the people who let it go.
rule-name-reactivation_weekly = Weekly hand-out
rule-about-reactivation_weekly = Once a week clients from the pool are handed out automatically. Off: only the head hands out.
rule-name-reactivation_weekday = Hand-out day
rule-about-reactivation_weekday = The day of the week on which clients are handed out from the pool. If it is a day off, the first working day after it.
rule-name-reactivation_per_manager = Handed out per manager
rule-about-reactivation_per_manager = How many clients one manager gets at a time.
rule-name-reactivation_attempts = Reactivation attempts
rule-about-reactivation_attempts = After how many attempts the head is asked whether the client is lost for good.
rule-name-cooldown_days = Rest after an attempt
rule-about-cooldown_days = For how many days after a failed attempt a client is not handed out automatically.
rule-name-first_touch_days = First contact within
rule-about-first_touch_days = How many working days the manager has to contact a client from the pool.
rule-name-verdict_days = Verdict within
rule-about-verdict_days = How many days there are until the verdict: won back or not.
rule-name-day_starts = The day starts
rule-about-day_starts = The start of the company's working day. Working time is counted by it.
rule-name-day_ends = The day ends
rule-about-day_ends = The end of the company's working day. Working time is counted by it.
rule-name-digest_at = Morning digest
rule-about-digest_at = When the digest comes to new people. Everyone can set their own time in /me.
rule-name-report_at = Report to the head
rule-about-report_at = When the head gets the report.
rule-name-evening_at = Evening check
rule-about-evening_at = When the evening check comes to new people. Everyone can set their own time in /me.
rule-name-coverage_norm = Coverage norm
rule-about-coverage_norm = The share of clients and deals with a task that is the norm.
rule-name-clean_day_norm = Clean day norm
rule-about-clean_day_norm = The share of days ending with nothing left that is the norm.

duty-button = ☎️ On duty: { $name }
duty-nobody = nobody
duty-title = ☎️ <b>The manager on duty</b>

    Now: { $name }. This person is offered unassigned inbound first, if the rule says so.
duty-off = 🚫 Nobody on duty
duty-set = Done
rule-name-hand_out_gaps = No hand-outs above
rule-about-hand_out_gaps = Anyone with more clients without a task than this is handed out none. 0: it does not matter.
