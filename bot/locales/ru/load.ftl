# «Нагрузка»: дни вперёд, картинка и числа, разгрузка.

load = 📆 Нагрузка
load-title = 📆 <b>Нагрузка</b>
load-title-of = 📆 <b>Нагрузка</b> · { $name }
load-today = Сегодня ({ $date }): { $count } из { $capacity }{ $time } · 🔴 просрочено { $overdue } · 🟢 входящие { $inbound }
load-tomorrow = Завтра ({ $date }): { $count } из { $capacity }{ $time }
load-tomorrow-off = Завтра ({ $date }): выходной
load-later = Через 10 дней ({ $date }): { $count } из { $capacity }{ $time }
load-later-off = Через 10 дней ({ $date }): выходной
load-time = , ≈ { $time }
load-busiest = Самый полный день: { $date } — { $count }
load-overfull = ❗️ Больше нормы: { $days }{ $rest }
load-empty = На две недели вперёд исходящих дел нет.
load-gaps = ⚪️ Без дела: { $count }
load-team = 📆 <b>Нагрузка</b> · норма { $capacity } в день
load-team-line = <b>{ $name }</b>: сегодня { $today }, за 7 дней { $week }{ $overdue ->
    [0] { "" }
   *[other] , 🔴 просрочено { $overdue }
}
load-of = 📆 { $name }
load-people = ◀️ Все
setup-short = 🚀 Расставить

unload = ⚖️ Разгрузить
unload-preview = ⚖️ <b>Разгрузить:</b> { $count } { $count ->
    [one] дело
    [few] дела
   *[many] дел
} с дней, где больше { $capacity }
    Переедут исходящие без времени, самые мелкие, на ближайший день с местом. Каждый перенос считается.
unload-go = ✅ Перенести { $count }
unload-done = ✅ <b>Перенесено: { $count }.</b>
unload-none = 👍 Разгружать нечего: ни на одном дне не больше { $capacity } исходящих.
unload-no-room = Перенести некуда: в пределах горизонта нет дня, где меньше { $capacity } дел, или у дел назначено время.
unload-still-full = ❗️ Останется больше нормы: { $days }{ $rest }. Перенести лишнее некуда: до горизонта нет места.

chart-title = Нагрузка
chart-own = мои дела
chart-norm = норма { $count }
chart-planned = исходящие
chart-beyond = сверх нормы
chart-overdue = просрочено
chart-inbound = входящие
chart-off = выходной

command-plan = 📆 Нагрузка
refusal-unload-changed = Пока вы смотрели, дела изменились. Вот как всё сейчас.
