# Даты, время и суммы: одинаково на всех экранах.

date-weekday = { $weekday ->
    [0] пн
    [1] вт
    [2] ср
    [3] чт
    [4] пт
    [5] сб
   *[6] вс
}
date-short = { $weekday } { NUMBER($day, minimumIntegerDigits: 2) }.{ NUMBER($month, minimumIntegerDigits: 2) }
date-full = { $weekday } { NUMBER($day, minimumIntegerDigits: 2) }.{ NUMBER($month, minimumIntegerDigits: 2) }.{ $year }
date-yesterday = вчера
date-today = сегодня
date-tomorrow = завтра
date-near = { $near }, { $date }
date-moment = { $day } в { $time }

duration-both = { $hours } ч { $minutes } мин
duration-hours = { $hours } ч
duration-minutes = { $minutes } мин
duration-days = { $count } { $count ->
    [one] день
    [few] дня
   *[many] дней
}
duration-workdays = { $count ->
    [one] { $count } рабочий день
    [few] { $count } рабочих дня
   *[many] { $count } рабочих дней
}
duration-working = { $time } рабочего времени

money = { $amount } { $currency }
money-code = { $amount } { $currency }
ago-now = только что
ago-minutes = { $count } { $count ->
    [one] минуту
    [few] минуты
   *[many] минут
} назад
ago-hours = { $count } { $count ->
    [one] час
    [few] часа
   *[many] часов
} назад
ago-days = { $count } { $count ->
    [one] день
    [few] дня
   *[many] дней
} назад
