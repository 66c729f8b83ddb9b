# "Team": five numbers, the lists behind them, the morning report.

report = 📊 Team
report-own = 📊 My numbers
report-title = 📊 <b>Team</b> · { $days }
report-of-team = 📊 <b>{ $team }</b> · { $days }
report-legend = Coverage · clean day · overdue · reaction · moves
report-line = <b>{ $name }</b>: { $values }
report-total = All
report-table-who = Who
heat-empty = Nothing to count yet: no working day with clients has ended.
report-empty = Nothing to count yet: nobody has clients.
report-today = Today
report-week = 7 days
report-month = 30 days
report-person = 📊 <b>{ $name }</b> · { $days }
report-person-own = 📊 <b>My numbers</b> · { $days }
report-number = { $light } <b>{ $name }:</b> { $value }{ $detail }{ $before }
report-before-better = { " " }· ▲ was { $value }
report-before-worse = { " " }· ▼ was { $value }
report-before-same = { " " }· was { $value }
report-about = ℹ️
report-days = { $since } – { $until }
report-list = 👀 List

number-coverage = Coverage
number-clean = Clean day
number-overdue = Overdue
number-reaction = Reaction
number-moves = Moves

detail-coverage = { " " }(norm { $norm }), without a task { $left } of { $whole }
detail-clean = { " " }(norm { $norm })
detail-overdue = , the oldest — { $date }
detail-reaction = { " " }(median, inbound { $count }){ $waiting ->
    [0] { "" }
   *[other] , waiting { $waiting }
}
detail-moves = { " " }({ $moved } of { $whole })

list-own = <b>{ $number }</b> · { $count }
list-of = <b>{ $number }</b> · { $name } · { $count }
list-coverage-empty = 👍 Every client and every deal has a task.
list-clean-empty = 👍 No day ended with anything left.
list-overdue-empty = 👍 Nothing is overdue.
list-reaction-empty = No inbound was answered in these days.
list-moves-empty = Nothing was moved in these days.
list-deal = { " " }(deal)
list-uncovered = ⚪️ <b>{ $client }</b>{ $deal } — { $reason }, { $ago }
list-overdue = 🔴 <b>{ $client }</b> — due { $date }
list-day = 📅 { $date }: left { $left }, done { $done }
list-reaction = 🟢 <b>{ $client }</b> — answered after { $time }; came { $moment }
list-move = ⏰ <b>{ $client }</b>: from { $before } to { $after } ({ $moment })
list-waiting = ⏳ Still waiting for a first answer: { $count }
list-often = Moved { $least } times or more:
list-often-line = 🔁 <b>{ $client }</b> — { $count }

lesson-title = ℹ️ <b>{ $number }</b>
lesson-coverage-what = <b>What it is.</b> The share of clients and open deals with a task within the horizon. A deal counts by itself, a client while it has no open deal. The norm is { $norm }.
lesson-coverage-why = <b>Why it matters.</b> Nobody remembers a client without a task: they leave, and nobody notices.
lesson-coverage-ask = <b>What to ask.</b> “Who on this list are you working with, and who do you keep just in case? When is the next contact with the first three?”
lesson-clean-what = <b>What it is.</b> The share of working days that ended with no inbound and no due task left. The norm is { $norm }.
lesson-clean-why = <b>Why it matters.</b> What is left rolls over to tomorrow and grows: after a week nobody gets through the list any more.
lesson-clean-ask = <b>What to ask.</b> “What kept you from closing the day? More tasks than the norm, or was the day spent on something else?”
lesson-overdue-what = <b>What it is.</b> How many outbound tasks due before today are open now. Yellow: the oldest is still within the grace; red: older.
lesson-overdue-why = <b>Why it matters.</b> An overdue task is a promise to a client that was not kept. In time it stops being a plan.
lesson-overdue-ask = <b>What to ask.</b> “What about the oldest task: call today, move it with a reason, or let the client go?”
lesson-reaction-what = <b>What it is.</b> The median of working minutes from an inbound to its first answer: an outcome or an attempt. It counts on the day of the answer, for whoever answered. The deadline is { $norm }, good is twice as fast.
lesson-reaction-why = <b>Why it matters.</b> Whoever writes is ready to talk now. A day later it is a cold call.
lesson-reaction-ask = <b>What to ask.</b> “Why did the first one on the list wait so long? What were you doing then?”
lesson-moves-what = <b>What it is.</b> The share of moves among everything done or moved. Up to 20% is good, above 40% is bad.
lesson-moves-why = <b>Why it matters.</b> A move looks like work, but the client has heard nothing. A task moved three times is usually not needed, or unpleasant.
lesson-moves-ask = <b>What to ask.</b> “What is wrong with the tasks moved three times: are they still needed? What is stopping you?”

morning-day = 📊 <b>Report</b> · { $days }
morning-week = 📊 <b>Weekly report</b> · { $days }
morning-rest = … and { $count } more
remark-praise = 👏 To praise: <b>{ $name }</b> — { $facts }.
remark-ask = ❓ To ask: <b>{ $name }</b> — { $facts }. { $ask }
remark-was = , was { $value }
remark-of = { $part } of { $whole }
remark-coverage = coverage { $value }
remark-clean = clean days { $value }
remark-overdue = overdue tasks { $value }
remark-reaction = first answer after { $value }
remark-moves = moves { $value }
remark-ask-coverage = Who on the list is it time to work with, and who to let go?
remark-ask-clean = What keeps the day from ending clean?
remark-ask-overdue = What about the oldest task?
remark-ask-reaction = Why is the inbound waiting?
remark-ask-moves = What is wrong with the tasks that keep being moved?

command-team = 📊 Team

heat = 🗓 Days of the team
heat-title = How the days ended
heat-days = 🗓 <b>How the days ended</b> · { $days }
heat-line = <b>{ $name }</b>: { $clean }/{ $known } { $marks }
heat-clean = clean
heat-few = up to 3 left
heat-many = more
heat-none = unknown

# The report as a file.

report-file = 📤 Excel
report-file-begun = 📤 The report is being prepared and will arrive here. You can keep working.
report-everybody = Team
report-file-ready = 📊 <b>{ $title }</b> · { $days }
    { $people } { $people ->
        [one] person
       *[other] people
    }: their numbers and the norms on the first sheet, then what is behind each number. Dates and times are in that person's time zone.
report-file-cut = { $text }
    ⚠️ Too many lines, not all are there: { $names }. Choose a team or a shorter time.
sheet-everybody = Team
sheet-norm = Norm
sheet-column-manager = Person
sheet-column-team = Team
sheet-column-coverage = Coverage
sheet-column-uncovered = Without a task
sheet-column-kept = Clients and deals
sheet-column-clean = Clean day
sheet-column-clean-days = Clean days
sheet-column-days = Working days
sheet-column-overdue = Overdue tasks
sheet-column-oldest = The oldest
sheet-column-reaction = Reaction, minutes
sheet-column-answers = Inbound answered
sheet-column-waiting = Waiting
sheet-column-moves = Moves
sheet-column-moved = Moved
sheet-column-done-or-moved = Done and moved
sheet-column-client = Client
sheet-column-deal = Deal
sheet-column-why = Why
sheet-column-since = Without a task since
sheet-column-day = Day
sheet-column-left = Left
sheet-column-done = Done
sheet-column-task = Task
sheet-column-due = Due
sheet-column-times-moved = Moves
sheet-column-arrived = Arrived
sheet-column-minutes = Answered after, minutes
sheet-column-at = Moved on
sheet-column-from = From
sheet-column-to = To
