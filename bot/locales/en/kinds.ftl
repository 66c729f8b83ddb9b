# Kinds of tasks: the small buttons above the dates and the outcomes on a task's card.

kind-icon-call = 📞
kind-icon-meeting = 🤝
kind-icon-letter = ✉️
kind-icon-offer = 📄
kind-chosen = ✓ { $icon }

do-call-talked = ✅ Talked
do-call-no_answer = 📵 No answer
do-call-wrote = 💬 Wrote
do-meeting-met = 🤝 Met
do-meeting-not_held = 🚫 Did not happen
do-letter-sent = ✉️ Sent
do-letter-answered = 💬 Answered
do-offer-sent = 📄 Sent
do-offer-accepted = 👍 Accepted
do-offer-declined = 👎 Declined

outcome-met = met
outcome-not_held = the meeting did not happen
outcome-sent = sent
outcome-answered = got an answer
outcome-accepted = the offer was accepted
outcome-declined = the offer was declined

workload = { $count } { $count ->
    [one] task
   *[other] tasks
} · { $time }
workload-none = free
