# A typed date; a time in the calendar; tasks that are moved again and again.

date-typing = Or type the date: “tomorrow at 3 pm”, “Fri”, “in a week”, “25 Nov 10:30”.
date-unsure = This may mean several things. Which one?
times-title = 🕘 <b>{ $date }</b>. At what time?
times-load = Tasks on that day: { $load } of { $capacity }.
times-taken = { $time } — { $client }
times-more = … and { $count } more
times-free = { $time }
times-busy = • { $time }
times-all-day = All day

often-title = 🔁 <b>{ $client }</b>: the task was moved { $count } { $count ->
    [one] time
   *[other] times
} already. Moving does not seem to help. What now?
often-now = 📞 Do it now
often-again = ⏰ Move once more
often-why = 🔁 It will move to { $when }. Why? The head will see the reason.
move-reason-client_asked = The client asked
move-reason-waiting = Waiting for an answer or paperwork
move-reason-no_time = No time
move-reason-other = Something else
moved-because = { $change } ({ $why })
moved-often-notice = 🔁 { $owner }: the task with <b>{ $client }</b> was moved again, { $count } times so far, to { $date }. Reason: { $why }.
notice-task = 📋 The task

channel-title = 📵 <b>{ $client }</b>: nobody answers. Try another way and note how it went.

refusal-date-unread = The date is not clear. Type for example “tomorrow at 3 pm”, “Fri”, “in a week”, “25 Nov 10:30”. /cancel to stop.
refusal-date-impossible = There is no such date: { $text }. Check the day and the month.
refusal-time-impossible = There is no such time: { $text }. Type for example 15:00.
refusal-date-contradicts = The day and the time do not fit together. Type the date again, for example “25 Nov 10:30”.
refusal-time-past = This time has passed. Choose a later one.
refusal-moved-often = The task was moved { $count } { $count ->
    [one] time
   *[other] times
} already: open “⏰ Move” and choose what to do with it.
refusal-attempt-noted = This attempt has already been noted.
refusal-tries-spent = No attempts are left. Change the channel or let the client go.
