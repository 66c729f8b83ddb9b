# The journal: who decided what and when, and what was before.

command-audit = 🧾 Journal
journal-title = 🧾 <b>Journal</b> · { $count } { $count ->
    [one] entry
   *[other] entries
}
journal-whole = Who decided what and when. Entries can be neither changed nor deleted.
journal-team = What you and your people decided, and what was decided about them. Entries can be neither changed nor deleted.
journal-narrowed = Shown: { $what }
journal-empty = Nothing yet. This fills up by itself: clients handed over, roles, rules and the calendar changed, access closed, the base exported or imported.
journal-none = No such entries.
journal-line = <b>{ $when }</b> · { $who }
    { $what }
journal-undone = ↩️ Undone. { $what }
journal-bot = the bot
journal-command = command line
journal-nothing = —
journal-client = “{ $name }”
journal-client-gone = client no. { $number }, the card is gone
journal-client-more = { $client } and { $count } more { $count ->
    [one] client
   *[other] clients
}
journal-because = { " " }({ $why })
journal-owner = 🔀 { $client }: { $before } → { $after }{ $subject }
journal-lost = ☠️ { $client }: { $before } → { $after }
journal-restored = 🔁 { $client }: { $before } → { $after }{ $subject }
journal-merged = 🧩 { $client }: card { $subject } was merged into it
journal-erased = 🗑 Deleted: { $client }
journal-place = 👤 { $person }: { $before } → { $after }
journal-invited = 🔑 Invitation: { $after }
journal-joined = 👋 New here: { $person } — { $after }
journal-access = 🚪 { $person }: { $before } → { $after }
journal-team-made = 👥 New team: { $subject }
journal-duty = 📟 On duty: { $before } → { $after }
journal-spared = 🎯 Hand-outs, { $person }: { $before } → { $after }
journal-spared-until = paused until { $until }
journal-extensions = ☎️ Extensions and addresses, { $person }: { $before } → { $after }
journal-pause = ⏸ Pause until { $subject }, { $client }: { $before } → { $after }
journal-lock = 🔒 Lock until { $subject }, { $client }: { $before } → { $after }
journal-day-given = 🕐 A day given, until { $subject }: { $client }
journal-rule = ⚙️ { $subject }: { $before } → { $after }
journal-day = 🗓 { $subject }: { $before } → { $after }
journal-stage = 🪜 Stage of deals: { $before } → { $after }
journal-address = 🔌 { $subject }: a new address
journal-import = 📥 File imported: { $subject }
journal-import_undone = ↩️ Import undone: { $subject }
journal-export = 📤 Exported: { $subject }
journal-export-xlsx = clients, deals and tasks, a workbook
journal-export-csv = clients, deals and tasks, CSV files
journal-export-journal = the journal
journal-export-report = the report
journal-export-whole = the whole base
journal-value-pool = the pool
journal-value-lost = lost for good
journal-value-nobody = nobody
journal-value-open = has access
journal-value-closed = access closed
journal-value-takes = takes part
journal-value-spared = paused
journal-value-asked = asked for
journal-value-given = given
journal-value-refused = refused
journal-value-ended = ended
journal-value-made = there
journal-value-none = none
journal-group-all = 🧾 All
journal-group-clients = 👥 Clients
journal-group-pauses = ⏸ Pauses
journal-group-people = 👤 People
journal-group-rules = ⚙️ Rules
journal-group-files = 📁 Files
journal-person = 👤 One person
journal-everybody = 👥 Everyone
journal-day-button = 📅 One day
journal-all-days = 📅 All days
journal-take = 📤 As a workbook
journal-ask-person = Whose entries? Both what they did and what was decided about them.
journal-ask-day = Which day?
journal-ready = 🧾 Journal: { $count } { $count ->
    [one] entry
   *[other] entries
}. Times are yours.
journal-ready-cut = 🧾 Journal: the last { $count } { $count ->
    [one] entry
   *[other] entries
}. Earlier ones by day or by person. Times are yours.
journal-not-made = ⚠️ The workbook could not be made. Try again, or choose less: one day or one person.
journal-file = journal
journal-yes = yes
journal-column-when = When
journal-column-who = Who
journal-column-what = What
journal-column-client = Client, number
journal-column-undone = Undone
