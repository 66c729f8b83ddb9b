# Кнопки и слова, общие для всех экранов.

menu-today = 📋 Мои дела
menu-new = ➕ Новое
menu-find = 🔍 Найти
menu-more = ☰ Ещё
page-before = ◀️
page-after = ▶️
page-number = { $page } / { $pages }
confirm-no = ✋ Не надо
back = ◀️ Назад

reason-no_task = нет дела
reason-no_date = дело без даты
reason-overdue = дело просрочено
reason-beyond_horizon = дело слишком далеко
reason-task_on_contact = дело стоит на клиенте, а не на сделке
