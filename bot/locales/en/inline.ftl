# Clients found in any chat by the bot's name.

inline-uncovered = ⚪️ no task
inline-pool = 📥 in the pool
inline-lost = ☠️ lost
inline-number = No. { $number }
inline-nobody = Nobody found. Search in the chat with the bot
inline-nothing-today = Nothing for today. Find a client
