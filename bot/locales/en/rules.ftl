refusal-rule-unknown = There is no such rule. Open the list of rules and choose from it.
refusal-rule-unreadable = I did not understand “{ $text }”. Write a number in digits, a time as 09:00, “yes” and “no” as 1 and 0.
refusal-rule-bounds = This may be from { $low } to { $high }. Nothing has changed.
refusal-rule-order = These two rules contradict each other: the first has to be less than the second. Nothing has changed.
refusal-day-order = The working day has to begin before it ends. Nothing has changed.
refusal-no-working-day = There is no working day near this date. Check the company's calendar or choose another date.
refusal-country = I do not know the holidays of this country. Give its two-letter code, for example RU.
