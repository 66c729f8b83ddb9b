# Свой календарь компании: выходные, рабочие и короткие дни.

command-calendar = 🗓 Рабочий календарь
calendar-legend = Праздники и переносы: { $country }. В скобках выходные, ✏️ — изменено у вас, после точки — до какого часа короткий день. Нажмите день, чтобы изменить.
calendar-provisional = ⚠️ Переносы на { $year } год ещё не утверждены: дни могут сдвинуться.
calendar-own = <b>Изменено у вас:</b>
calendar-own-day = { $date } — { $what }
calendar-day = 🗓 <b>{ $date }</b> — { $what }
calendar-works = рабочий день
calendar-off = выходной
calendar-by-country = В календаре страны: { $what }.
calendar-value-off = 🏖 Выходной
calendar-value-work = 🏢 Рабочий день
calendar-value-short = ⏱ Короткий день до { $time }
calendar-value-country = 🌍 Как в календаре страны
calendar-change = 🗓 <b>{ $date }</b>: { $what }
calendar-tasks-stay = Дел на этот день: { $count }. Они остаются на своей дате.
calendar-moves-on = Напоминания о клиентах без дела, сводка и отсчёт рабочих часов ждут рабочего дня: { $date }. Сроки пришедших входящих не меняются.
calendar-counts-again = День станет рабочим: придёт сводка, пойдут рабочие часы. Сроки пришедших входящих не меняются.
calendar-hours-change = Изменится длина рабочего дня. Сроки пришедших входящих не меняются.
calendar-yes = ✅ Изменить день
day-changed = Изменено
refusal-day-past = Прошедшие дни не меняются.
refusal-day-far = Так далеко календарь не меняем. Последний день — { $last }.
refusal-day-unreadable = Не понял, каким должен быть день: { $text }.
refusal-day-short = Короткий день заканчивается после { $starts } и раньше { $ends }.
refusal-day-same = Этот день уже такой.
refusal-day-moved = День уже изменён кем-то ещё. Откройте /calendar и посмотрите, как сейчас.
