# “What the method brought”: deals and returned clients with what came before them.

gains = 🏆 What the method brought
gains-title = 🏆 <b>What the method brought</b> · { $days }
gains-title-own = 🏆 <b>What the method brought: my clients</b> · { $days }
gains-empty = Nothing for this period yet. This shows deals won and clients won back with a reminder, an escalation or a reactivation in the 30 days before.
gains-total = In all: <b>{ $brought }</b>
gains-won = { $count } { $count ->
    [one] deal won
   *[other] deals won
}
gains-sum = { " " }for { $sum }
gains-returned = { $count } { $count ->
    [one] client won back
   *[other] clients won back
}
gains-what = Each deal counts once, by the last of these events in the 30 days before it.
gains-month = This month
gains-last_month = Last month
gains-quarter = This quarter
gains-last_quarter = Last quarter
gain-won = 🏆 <b>{ $client }</b>{ $title }{ $money }{ $whose }: { $cause } { $caused } → task { $step } → deal { $on }
gain-returned = ♻️ <b>{ $client }</b>{ $title }{ $money }{ $whose }: { $cause } { $caused } → task { $step } → return { $on }
gain-deal = { " " }· { $title }
gain-money = { " " }· { $sum }
gain-whose = { " " }· { $name }
gain-by-nudge = reminder
gain-by-escalation = escalation
gain-by-reactivation = reactivation
morning-gains = 🏆 The method brought this week: { $brought }
