# Клиенты, найденные в любом чате по имени бота.

inline-uncovered = ⚪️ без дела
inline-pool = 📥 в отстойнике
inline-lost = ☠️ потерян
inline-number = № { $number }
inline-nobody = Никого не нашлось. Искать в чате с ботом
inline-nothing-today = На сегодня дел нет. Найти клиента
