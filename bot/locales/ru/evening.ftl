# Напоминание о деле со временем, вечерняя проверка.

reminder-soon = 🔔 <b>Через { $minutes } мин</b>
reminder-now = 🔔 <b>Пора</b>
reminder-open = 📄 Открыть дело
