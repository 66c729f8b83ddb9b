# My settings: hours of messages, reminders, quiet hours.

me-evening = 🌆 Evening check: { $time } on working days
me-change-evening = 🌆 Evening check
me-evening-ask = When in the evening should I show what is left? Choose a time or type your own, for example 17:45.
me-change-reminder = 🔔 Reminders
me-reminder = 🔔 Reminder of a task with a time: { $minutes ->
    [0] { $second ->
        [yes] at the time itself
       *[no] none
    }
    [60] an hour before{ $second ->
        [yes] {" "}and at the time itself
       *[no] {""}
    }
   *[other] { $minutes } min before{ $second ->
        [yes] {" "}and at the time itself
       *[no] {""}
    }
}
me-remind-ask = How long before a task with a time should I remind you?
me-remind-minutes = { $minutes ->
    [60] An hour
   *[other] { $minutes } min
}
me-remind-off = No reminder
me-remind-at-time-on = ➕ And at the time itself
me-remind-at-time-off = ➖ No second one at the time
me-change-quiet = 🌙 Quiet hours
me-quiet = 🌙 Quiet hours: { $hours }
me-quiet-none = 🌙 Quiet hours: none
me-quiet-ask = When should I leave you alone? No digests or reminders then: they come right after. Choose, or type for example 22:00-8:00.
me-quiet-off = 🔔 No quiet hours
me-tables = 📊 Tables in digest and report: { $on ->
    [yes] on. Do you see a request to update the app instead? Update Telegram, or switch the tables off.
   *[no] off
}
me-tables-on = 📊 Tables: switch on
me-tables-off = 📊 Tables: switch off

refusal-quiet-unread = I did not understand. Type the start and the end with a hyphen: 22:00-8:00.
refusal-quiet-empty = The start and the end are the same. Type for example 22:00-8:00.
refusal-quiet-all-day = That would leave no minute of the working day. Choose shorter hours.

refusal-rule-unknown = There is no rule “{ $name }”. Check the name.
refusal-rule-unreadable = I did not understand “{ $text }” for the rule “{ $name }”. Type a number, a time like 09:00 or a duration like 1:30.
refusal-rule-bounds = The rule “{ $name }” must be from { $low } to { $high }. Choose a value within these bounds.
refusal-rule-order = The rule “{ $earlier }” has to be less than “{ $later }”. Change one of the two.
refusal-day-order = A day cannot end at { $ends } if it starts at { $starts }. Set the end after the start.
refusal-no-working-day = There is no working day near { $day }. Check the working days and the holidays.
refusal-country = There is no holiday calendar for the country “{ $country }”. Give its code of two letters, for example RU.
