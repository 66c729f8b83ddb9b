# The audit of a base in a file: nothing is imported.

audit-title = 🔎 <b>Audit · { $name }</b>
audit-open = 🔎 Audit: who has no task
audit-more = 👥 By people and deals
audit-on = ▶️ Continue to the import
audit-book = audit
audit-count = Clients: { $clients }, open deals: { $deals }.
audit-nothing = There are no clients in the file, so there is nothing to count.
audit-no-tasks = The file has no tasks, so it says nothing about coverage. Export the base with each client's next task, and the audit will show who has none.
audit-rules = The rule: an open deal has a task within { $deal } { $deal ->
    [one] day
   *[other] days
}, a client without a deal within { $client } { $client ->
    [one] day
   *[other] days
}; more than { $grace } working { $grace ->
    [one] day
   *[other] days
} overdue no longer counts as a task.
audit-deals = Open deals ({ $count }): { $parts }
audit-alone = Clients without an open deal ({ $count }): { $parts }
audit-covered = a task in time { $count } ({ $share })
audit-reason = { $reason } { $n }
audit-unknown = the file does not say
audit-nobody = no one responsible
audit-open-sums = In open deals: { $sums }
audit-at-risk = At risk, no task in time: { $sums }
audit-planned-by = At { $capacity } tasks a working day per person, everyone has a task by { $date }.
audit-planned-by-if = If no one has a task, then at { $capacity } a working day per person everyone has one by { $date }.
audit-people = By responsible person:
audit-person = · { $name }: clients { $clients }, no task in time { $uncovered }{ $sums ->
    [no] { "" }
   *[other] , at risk { $sums }
}{ $by ->
    [no] { "" }
   *[other] , at the norm by { $by }
}
audit-person-unknown = · { $name }: clients { $clients }, open deals { $deals }{ $sums ->
    [no] { "" }
   *[other] , in them { $sums }
}
audit-dearest = The largest deals without a task in time:
audit-first = Without a task in time, the first in the file:
audit-dearest-unknown = The largest deals whose tasks the file does not mention:
audit-dear = { $place }. { $what }
audit-missing-tasks = The file has no tasks, so it says nothing about coverage.
audit-missing-deals = The file has no deals: every client counts as having no open deal.
audit-missing-sums = The file has no deal amounts.
audit-missing-responsible = The file does not say who is responsible.
audit-missing-closed = The file does not say which deals are closed: all count as open.
audit-tasks-lost = ⚠️ Rows whose task has an unreadable date: { $count }. They count as having no task.
audit-sums-assumed = Amounts without a currency: { $count }, counted as { $currency }.
audit-sheets = ⚠️ Sheets with other columns were not counted: { $names }.
audit-columns = Columns that were not recognised and change nothing here: { $titles }.
audit-rejected = Rows that were not counted: { $count }.
audit-cells = Cells that could not be read: { $count }.

audit-sheet-total = Total
audit-sheet-people = Responsible people
audit-sheet-dearest = Largest deals
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
audit-title-amount = Amount
audit-title-why = Why
audit-title-line = Line in the file
audit-row-covered = a task in time
audit-chart = Who has no task in time
