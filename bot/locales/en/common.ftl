# Buttons and words that all screens share.

menu-today = 📋 My tasks
menu-new = ➕ New
menu-find = 🔍 Find
menu-more = ☰ More
page-before = ◀️
page-after = ▶️
page-number = { $page } / { $pages }
confirm-no = ✋ No
back = ◀️ Back
back-found = ← Results
back-deals = ← Deals
back-gaps = ← No task
back-decision = ← Decision

reason-no_task = no task
reason-no_date = task without a date
reason-overdue = task overdue
reason-beyond_horizon = task too far away
reason-task_on_contact = the task is on the client, not on the deal
