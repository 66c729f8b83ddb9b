# Export.

export-ask = 📤 Export: your clients, deals and tasks; for a head the whole team's, for an admin the whole company's. The file can be imported again.
export-xlsx = 📊 Excel
export-csv = 📄 CSV
export-begun = 📤 The file is being made and will come here. You can go on working.
export-ready = 📤 Done: { $count } { $count ->
    [one] client
   *[other] clients
}.
command-export = 📤 Export to Excel and CSV
