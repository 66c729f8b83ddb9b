# The company's own calendar: days off, working and short days.

command-calendar = 🗓 Working calendar
calendar-legend = Holidays and transferred days: { $country }. Days off are in brackets, ✏️ means you changed it, the number after the dot is the hour at which a short day ends. Tap a day to change it.
calendar-provisional = ⚠️ The transferred days of { $year } are not official yet: days may move.
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
calendar-tasks-stay = Tasks on this day: { $count }. They keep their date.
calendar-moves-on = Reminders about clients without a task, the digest and the working hours move to the next working day: { $date }. Deadlines of inbound already received do not change.
calendar-counts-again = It becomes a working day: the digest comes and working hours count. Deadlines of inbound already received do not change.
calendar-hours-change = The working hours of this day change. Deadlines of inbound already received do not change.
calendar-yes = ✅ Change the day
day-changed = Changed
refusal-day-past = Past days cannot be changed.
refusal-day-far = The calendar cannot be changed that far ahead. The last day is { $last }.
refusal-day-unreadable = I do not understand what kind of day this should be: { $text }.
refusal-day-short = A short day ends after { $starts } and before { $ends }.
refusal-day-same = The day is already set that way.
refusal-day-moved = Someone else has changed this day. Open /calendar to see it as it is now.
