# Виды дел: значки над датами и исходы на карточке дела.

kind-icon-call = 📞
kind-icon-meeting = 🤝
kind-icon-letter = ✉️
kind-icon-offer = 📄
kind-chosen = ✓ { $icon }

do-call-talked = ✅ Поговорили
do-call-no_answer = 📵 Недозвон
do-call-wrote = 💬 Написал
do-meeting-met = 🤝 Встретились
do-meeting-not_held = 🚫 Не состоялась
do-letter-sent = ✉️ Отправлено
do-letter-answered = 💬 Ответили
do-offer-sent = 📄 Отправлено
do-offer-accepted = 👍 Принято
do-offer-declined = 👎 Отклонено

outcome-met = встретились
outcome-not_held = встреча не состоялась
outcome-sent = отправлено
outcome-answered = ответ получен
outcome-accepted = предложение принято
outcome-declined = предложение отклонено

workload = { $count } { $count ->
    [one] дело
    [few] дела
   *[many] дел
} · { $time }
workload-none = свободно
