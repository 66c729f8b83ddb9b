# “Questions”: signs of work for show. A question for the head, not a verdict.

signs = 🔍 Questions
signs-team = 🔍 <b>Questions to ask</b> · { $days }
signs-person = 🔍 <b>Questions to ask</b> · { $name } · { $days }
signs-own = 🔍 <b>Questions for me</b> · { $days }
signs-hint = A reason to ask, not a verdict: each figure may have a simple explanation.
signs-hint-own = Your head may ask about this and sees the same. If there is a simple explanation, give it first.
signs-team-none = 👍 Nothing to ask: nothing looks unusual, or there is too little work yet to tell.
signs-none = 👍 Nothing to ask: nothing looks unusual, or there is too little work yet to tell.
signs-none-own = 👍 No questions.
signs-line = <b>{ $name }</b>: { $what }
signs-aside = ✅ Discussed:
sign-aside-line = { $sign } — { $name }, { $on }; hidden until { $until }
sign-title = 🔍 <b>{ $sign }</b> · { $name }
sign-title-own = 🔍 <b>{ $sign }</b>
sign-gone = 👍 This question is gone: there were few such cases in the last four weeks.
sign-aside = ✅ Discussed: hide for a month
sign-aside-toast = Hidden for a month
sign-back = ↩️ Bring back: { $sign }
sign-back-toast = The question is back on the list

sign-fast-name = Outcomes in seconds
sign-fast = <b>{ $part } of { $whole }</b> { $whole ->
    [one] outcome
   *[other] outcomes
} within { $seconds } seconds of the client before.
sign-fast-ask = ❓ “Do you call first and log it all at once? How did these calls end?”
sign-fast-case = ⏱ <b>{ $client }</b> — after { $count } s, { $moment }
sign-same_comments-name = The same comment
sign-same_comments = <b>{ $part } of { $whole }</b> { $whole ->
    [one] comment
   *[other] comments
} with one and the same text.
sign-same_comments-ask = ❓ “What did each of these clients really say? What will remind you of the call in a month?”
sign-same_comments-case = 💬 <b>{ $client }</b> — “{ $text }”, { $moment }
sign-no_comments-name = Calls without a note
sign-no_comments = <b>{ $part } of { $whole }</b> { $whole ->
    [one] talk
   *[other] talks
} left no note that day: no comment, no named task, no new stage of a deal.
sign-no_comments-ask = ❓ “What was agreed with these clients? Where do you write it down?”
sign-no_comments-case = 💬 <b>{ $client }</b> — { $moment }
sign-one_day-name = Moves in bulk
sign-one_day = <b>{ $part } of { $whole }</b> { $whole ->
    [one] move
   *[other] moves
} in a pile: { $pile } tasks or more went to one date within a day.
sign-one_day-ask = ❓ “Why this day? Will you manage everything that was moved to it?”
sign-one_day-case = ⏰ <b>{ $client }</b> — to { $date }, { $moment }
sign-horizon-name = Plans on the last day
sign-horizon = <b>{ $part } of { $whole }</b> { $whole ->
    [one] date
   *[other] dates
} on the last day that may be chosen.
sign-horizon-ask = ❓ “Was this date agreed with these clients, or set just to have a task?”
sign-horizon-case = 📅 <b>{ $client }</b> — to { $date }, chosen { $moment }
sign-unreached-name = Never reached
sign-unreached = <b>{ $part } of { $whole }</b> { $whole ->
    [one] client
   *[other] clients
} who did not answer: many tries and not one talk.
sign-unreached-ask = ❓ “Is the number right? Have you written, called at another hour, found someone else there?”
sign-unreached-case = 📵 <b>{ $client }</b> — { $count } attempts, the last { $moment }

morning-signs = 🔍 Questions to ask: { $names }
morning-more = { " " }and { $count } more
