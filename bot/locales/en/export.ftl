# Export.

export-ask = 📤 Export: your clients, deals and tasks; the whole team's for a head, the whole company's for an admin. The file can be imported again.
export-xlsx = 📊 Excel
export-csv = 📄 CSV
export-begun = 📤 The file is being prepared and will arrive here. You can keep working.
export-ready = 📤 Done: { $count } { $count ->
    [one] client
   *[other] clients
}.
command-export = 📤 Export to Excel and CSV
