# Export.

export-ask = 📤 Export: your clients, deals and tasks; for a head, all that he answers for. The file can be imported again.
export-xlsx = 📊 Excel
export-csv = 📄 CSV
export-begun = 📤 The file is being made and comes here. You can go on working.
export-ready = 📤 Done: { $count } { $count ->
    [one] client
   *[other] clients
}.
command-export = 📤 Export to Excel and CSV
