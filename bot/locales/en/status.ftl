# How the bot itself does: what waits in line and whom no message reaches.

command-status = 🩺 Bot status
status-title = 🩺 <b>Bot status</b>
status-updates-soon = ✅ Everything that comes in is handled at once.
status-updates-waiting = ⏳ Waiting to be handled: { $count }, the oldest for { $longest }.
status-updates-late = ⚠️ Waiting to be handled: { $count }, the oldest for { $longest }.
status-messages-soon = ✅ Messages go out in time.
status-messages-waiting = ⏳ Waiting to be sent: { $count }, the oldest for { $longest }.
status-messages-late = ⚠️ Waiting to be sent: { $count }, the oldest for { $longest }.
status-worked = 🗓 Daily jobs: the last one { $when }.
status-never = 🗓 No daily job has run yet.
status-parked = ⚠️ Put aside after errors: { $count }. You get a message with the number of each error: look for it in the server's log.
status-unreachable = ⚠️ Messages do not reach { $count } { $count ->
    [one] person
   *[other] people
}. The list of people shows who: they have to open the bot again.
status-stuck = Nothing should wait that long: tell whoever runs the server.
status-again = 🔄 Refresh
