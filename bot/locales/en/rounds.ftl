# Work mode: card after card, the score of the day.

do-skip = ⏭ Skip
do-stop = ⏹ Stop
skip-last = This is the last one: nothing else is due now.
round-on = ➡️ Next
score-clean = 🎉 <b>Everything for today is done.</b>
score-stopped = ⏹ <b>Stopped.</b> The rule of the day: handle every inbound and everything due today. “▶️ Start the day” continues from here.
score-waiting = ⏳ <b>All done for now.</b> Only those who did not answer are left: the next attempt is { $client }, { $at }.
score-timed = ⏳ <b>All done for now.</b> The rest have a time: next is { $client }, { $at }. The card comes up in “▶️ Start the day” 15 minutes before.
score-day = Done { $done } · moved { $moved }{ $tried ->
    [0] {""}
   *[other] { " " }· no answer { $tried }
}
score-left = left { $left }
score-gaps = Every client needs a next task, and { $count ->
    [one] { $count } has none
   *[other] { $count } have none
}. Plan the next contact.

day-inbound = 🟢 Inbound
day-today = 🟡 Today
day-empty-part = All done here. The rest is in “📋 My tasks”.

refusal-task-gone = This is no longer among your tasks for today. Here is how things stand.
