# The reminder of a task with a time, the evening check.

reminder-soon = 🔔 <b>In { $minutes } min</b>
reminder-now = 🔔 <b>It is time</b>
reminder-open = 📄 Open the task
