# The company's own calendar: days off, working and short days.

command-calendar = 🗓 Working calendar
calendar-legend = Holidays and transferred days: { $country }. Days off in brackets, ✏️ changed by you, after the dot the hour at which a short day ends. Tap a day to change it.
calendar-provisional = ⚠️ The transferred days of { $year } are not decreed yet: days may move.
calendar-own = <b>Changed by you:</b>
calendar-own-day = { $date } — { $what }
calendar-day = 🗓 <b>{ $date }</b> — { $what }
calendar-works = working day
calendar-off = day off
calendar-by-country = In the country's calendar: { $what }.
calendar-value-off = 🏖 Day off
calendar-value-work = 🏢 Working day
calendar-value-short = ⏱ Short day until { $time }
calendar-value-country = 🌍 As in the country's calendar
calendar-change = 🗓 <b>{ $date }</b>: { $what }
calendar-tasks-stay = Tasks on this day: { $count }. They stay on their date.
calendar-moves-on = Reminders of clients without a task, the digest and the working hours wait for a working day: { $date }. Deadlines of inbound that has come do not change.
calendar-counts-again = The day becomes a working one: the digest comes, working hours count. Deadlines of inbound that has come do not change.
calendar-hours-change = The working hours of this day change. Deadlines of inbound that has come do not change.
calendar-yes = ✅ Change the day
day-changed = Changed
refusal-day-past = Past days do not change.
refusal-day-far = The calendar is not changed that far ahead. The last day is { $last }.
refusal-day-unreadable = I do not understand what the day should be: { $text }.
refusal-day-short = A short day ends after { $starts } and before { $ends }.
refusal-day-same = The day is so already.
refusal-day-moved = Somebody else has changed the day. Open /calendar to see how it is.
