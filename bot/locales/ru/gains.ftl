# «Что даёт метод»: сделки и возвращённые клиенты с тем, что было до них.

gains = 🏆 Что даёт метод
gains-title = 🏆 <b>Что даёт метод</b> · { $days }
gains-title-own = 🏆 <b>Что даёт метод: мои клиенты</b> · { $days }
gains-empty = За эти дни пока ничего. Сюда попадают продажи и возвращённые клиенты, если за 30 дней до этого было напоминание, эскалация или реанимация.
gains-total = Всего: <b>{ $brought }</b>
gains-won = { $count } { $count ->
    [one] продажа
    [few] продажи
   *[other] продаж
}
gains-sum = { " " }на { $sum }
gains-returned = { $count } { $count ->
    [one] возвращённый клиент
    [few] возвращённых клиента
   *[other] возвращённых клиентов
}
gains-what = Каждая продажа считается один раз — по последнему, что было за 30 дней до неё.
gains-month = Этот месяц
gains-last_month = Прошлый месяц
gains-quarter = Этот квартал
gains-last_quarter = Прошлый квартал
gain-won = 🏆 <b>{ $client }</b>{ $title }{ $money }{ $whose }: { $cause } { $caused } → дело { $step } → продажа { $on }
gain-returned = ♻️ <b>{ $client }</b>{ $title }{ $money }{ $whose }: { $cause } { $caused } → дело { $step } → возвращение { $on }
gain-deal = { " " }· { $title }
gain-money = { " " }· { $sum }
gain-whose = { " " }· { $name }
gain-by-nudge = напоминание
gain-by-escalation = эскалация
gain-by-reactivation = реанимация
morning-gains = 🏆 Метод за неделю: { $brought }
