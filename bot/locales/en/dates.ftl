# Dates, times and sums: the same on every screen.

date-weekday = { $weekday ->
    [0] Mon
    [1] Tue
    [2] Wed
    [3] Thu
    [4] Fri
    [5] Sat
   *[6] Sun
}
date-short = { $weekday } { $day } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
date-full = { $weekday } { $day } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
} { $year }
date-yesterday = yesterday
date-today = today
date-tomorrow = tomorrow
date-near = { $near }, { $date }
date-moment = { $day } at { $time }

duration-both = { $hours } h { $minutes } min
duration-hours = { $hours } h
duration-minutes = { $minutes } min
duration-days = { $count } { $count ->
    [one] day
   *[other] days
}
duration-workdays = { $count ->
    [one] { $count } working day
   *[other] { $count } working days
}
duration-working = { $time } of working time

money = { $currency }{ $amount }
money-code = { $currency } { $amount }
ago-now = just now
ago-minutes = { $count } { $count ->
    [one] minute
   *[other] minutes
} ago
ago-hours = { $count } { $count ->
    [one] hour
   *[other] hours
} ago
ago-days = { $count } { $count ->
    [one] day
   *[other] days
} ago
