# Work mode: card after card, the score of the day.

do-skip = ⏭ Skip
do-stop = ⏹ Stop
skip-last = This is the last one: nothing else is due now.
round-on = ➡️ Next
score-clean = 🎉 <b>Everything for today is done.</b>
score-stopped = ⏹ <b>Stopped.</b> The rule of the day: handle every inbound and all that is due today. “▶️ Start the day” goes on from here.
score-waiting = ⏳ <b>All for now.</b> Only those who did not answer are left: the next try is { $client }, { $at }.
score-timed = ⏳ <b>All for now.</b> The rest has a time: next comes { $client }, { $at }. Its card is in “▶️ Start the day” 15 minutes before.
score-day = Done { $done } · moved { $moved }{ $tried ->
    [0] {""}
   *[other] { " " }· no answer { $tried }
}
score-left = left { $left }
score-gaps = Every client needs a next task, and { $count ->
    [one] { $count } has none now
   *[other] { $count } have none now
}. Plan the next contact.

day-inbound = 🟢 Inbound
day-today = 🟡 Today
day-empty-part = All done here. The rest is in “📋 My tasks”.

refusal-task-gone = This one is no longer among your tasks for today. Here is how things stand.
