# The audit of a base in a file: nothing is imported.

audit-title = 🔎 <b>Audit · { $name }</b>
audit-open = 🔎 Audit: who has no task
audit-more = 👥 By people and deals
audit-on = ▶️ On to the import
audit-book = audit
audit-count = Clients: { $clients }, open deals: { $deals }.
audit-nothing = The file has no client at all: there is nothing to count.
audit-no-tasks = The file has no tasks: coverage cannot be told by it. Export the base with the next task of each client, and the audit says who has none.
audit-rules = The rule: an open deal has a task within { $deal } { $deal ->
    [one] day
   *[other] days
}, a client without a deal within { $client } { $client ->
    [one] day
   *[other] days
}; more than { $grace } working { $grace ->
    [one] day
   *[other] days
} overdue is no task any more.
audit-deals = Open deals ({ $count }): { $parts }
audit-alone = Clients without an open deal ({ $count }): { $parts }
audit-covered = a task in time { $count } ({ $share })
audit-reason = { $reason } { $n }
audit-unknown = the file does not say
audit-nobody = nobody responsible
audit-open-sums = In open deals: { $sums }
audit-at-risk = At risk, no task in time: { $sums }
audit-planned-by = By the norm, { $capacity } a working day and person, everybody has a task by { $date }.
audit-planned-by-if = If nobody has a task, then by the norm, { $capacity } a working day and person, everybody has one by { $date }.
audit-people = By responsible person:
audit-person = · { $name }: clients { $clients }, no task in time { $uncovered }{ $sums ->
    [no] { "" }
   *[other] , at risk { $sums }
}{ $by ->
    [no] { "" }
   *[other] , by the norm { $by }
}
audit-person-unknown = · { $name }: clients { $clients }, open deals { $deals }{ $sums ->
    [no] { "" }
   *[other] , in them { $sums }
}
audit-dearest = The dearest without a task in time:
audit-first = Without a task in time, the first of the file:
audit-dearest-unknown = The dearest of whose tasks the file says nothing:
audit-dear = { $place }. { $what }
audit-missing-tasks = The file has no tasks: coverage cannot be told by it.
audit-missing-deals = The file has no deals: all clients count as clients without an open deal.
audit-missing-sums = The file has no sums of deals.
audit-missing-responsible = The file has no responsible people.
audit-missing-closed = The file does not say which deals are closed: all count as open.
audit-tasks-lost = ⚠️ Rows whose task has no date that can be read: { $count }. They count as without a task.
audit-sums-assumed = Sums without a currency: { $count }, they count as { $currency }.
audit-sheets = ⚠️ Sheets with other columns were not counted: { $names }.
audit-columns = Columns that were not understood and change nothing here: { $titles }.
audit-rejected = Rows that were not counted: { $count }.
audit-cells = Cells that cannot be read: { $count }.

audit-sheet-total = Total
audit-sheet-people = Responsible people
audit-sheet-dearest = The dearest
audit-sheet-file = About the file
audit-title-what = What
audit-title-deals = Open deals
audit-title-alone = Clients without a deal
audit-title-responsible = Responsible
audit-title-clients = Clients
audit-title-uncovered = No task in time
audit-title-currency = Currency
audit-title-open = In open deals
audit-title-risk = At risk
audit-title-planned-by = By the norm
audit-title-client = Client
audit-title-deal = Deal
audit-title-amount = Sum
audit-title-why = Why
audit-title-line = Line of the file
audit-row-covered = a task in time
audit-chart = Who has no task in time
