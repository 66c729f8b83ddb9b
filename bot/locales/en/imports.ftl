# Clients from a file, through the chat.

command-import = 📥 Import clients from a file
import-ask = 📥 <b>Import from a file.</b> Send the file here, as a file.
    Exports of Bitrix24 and amoCRM, Google contacts (csv), vCards (.vcf) and any csv or xlsx table with titled columns will do. Up to 20 MB.
    I show what I have understood first; nothing is imported until you say so.
import-open = 📄 { $name }
import-photo = This is a picture, and I cannot read a table from it. Send the file itself: attach → File.
import-reading = 📥 Reading the file…
import-checking = 🔎 Checking what would come of it. Nothing is imported yet…
import-auditing = 🔎 Counting who has no task… Nothing is imported until you decide.
import-undoing = ↩️ Undoing the import…
import-dropped = All right, nothing is imported from this file.
import-refused = 📄 <b>{ $name }</b>
    { $why } Nothing was imported.
import-title = 📄 <b>{ $name }</b>
import-what = { $profile } · { $rows } { $rows ->
    [one] row
   *[other] rows
}
import-again = ⚠️ You have imported this file before: { $moment }. You can do it again: no client will be added twice.
import-sample = Check that the text looks right:
import-sample-line = <i>{ $line }</i>
import-columns-title = Columns:
import-column-line = · { $title } → { $field }
import-columns-rest = … and { $count } more
import-skipped = Columns left out: { $titles }.
import-sheets = Sheets:
import-sheet-taken = · { $name }: { $rows } { $rows ->
    [one] row
   *[other] rows
}
import-sheet-below = · { $name }: { $rows } { $rows ->
    [one] row
   *[other] rows
}, in the list of errors from line { $first } on
import-sheet-left = · ⚠️ { $name }: { $rows } { $rows ->
    [one] row
   *[other] rows
}, left out: its columns differ
import-shared-phone = ⚠️ One phone, { $people } people: { $value }. I do not merge them because of it.
import-shared-email = ⚠️ One e-mail, { $people } people: { $value }. I do not merge them because of it.
import-all-mine = All clients in the file will be yours.
import-people = Owners:
import-person-line = · { $name } → { $person }
import-unknown = I do not know who this is: “{ $name }”. I will ask.
import-unmapped = I found no name, no phone and no e-mail. Tell me under “Columns” which column is which.
import-columns = 🧩 Columns
import-on = ▶️ Continue
import-kind-file = As in the file
import-kind-customer = Customers
import-kind-supplier = Suppliers
import-columns-which = 🧩 <b>{ $name }</b>: what is in which column? Tap one that I got wrong.
import-columns-done = ✅ The columns are right
import-column-what = Column <b>{ $title }</b>, for example “{ $example }”. Now it is { $field }. What is it?
import-who = Who gets the clients of “{ $name }”? { $left ->
    [one] { "" }
   *[other] There are { $left } such names left.
}
import-mine = Mine
import-rest-mine = All { $count } are mine
import-checked = 🔎 <b>{ $name }</b>: this is what will come of it. Nothing has been changed yet.
import-figures = new <b>{ $imported }</b> · to be filled in <b>{ $filled }</b> · duplicates <b>{ $same }</b> · errors <b>{ $rejected }</b>
import-policy-skip = Clients already here ({ $count }) stay as they are.
import-policy-fill = Clients already here ({ $count }): I add what is missing ({ $filled }) and overwrite nothing.
import-policy-replace = Clients already here ({ $count }): name, company and note are taken from the file.
import-policy-create = Clients already here ({ $count }): I add duplicates. This is rarely what you want.
import-errors-later = The list of errors will come as a file after the import.
import-duplicates-skip = Skip
import-duplicates-fill = Fill in what is missing
import-duplicates-replace = Replace
import-duplicates-create = Create
import-go = ✅ Import
import-progress = ⏳ Import: { $at } of { $total }. You can keep working.
import-done = ✅ <b>{ $name }</b>: the import is done.
import-stopped = ⚠️ <b>{ $name }</b>: the import was interrupted.
import-stopped-at = It got to row { $at } of { $total }. Send the file again: what is imported will not be added twice.
import-result = Rows { $rows }: new <b>{ $imported }</b> · filled in <b>{ $filled }</b> · duplicates <b>{ $same }</b> · errors <b>{ $rejected }</b>
import-plans = Along with them: deals { $deals }, tasks { $tasks }.
import-undo = ↩️ Undo the import
import-undo-sure = ↩️ Undo the import <b>{ $name }</b>? New clients are removed, those filled in go back to what they were. Clients already worked with stay.
import-undo-yes = ↩️ Yes, undo
import-undone = ↩️ <b>{ $name }</b>: the import is undone.
import-removed = Removed: { $removed }.
import-kept = Stayed, already worked with: { $kept }.
import-restored = Back to what they were: { $restored }.
import-errors-name = details
import-errors-line = Line
import-errors-what = What is wrong
import-errors-why = Why
import-row-error = The row was not imported
import-row-merged = Row added to a client
import-merged-with = { $name }
import-cell-error = The cell was not understood, the rest was imported

import-profile-bitrix_contacts = Bitrix24 contacts
import-profile-bitrix_companies = Bitrix24 companies
import-profile-bitrix_deals = Bitrix24 deals
import-profile-bitrix_leads = Bitrix24 leads
import-profile-amo_contacts = amoCRM contacts
import-profile-amo_deals = amoCRM deals
import-profile-google = Google contacts
import-profile-vcard = vCards
import-profile-own_export = Our own export
import-profile-table = A table

import-field-source_id = number in the old system
import-field-name = the whole name
import-field-contact = contact person
import-field-given = given name
import-field-middle = middle name
import-field-family = family name
import-field-company = company
import-field-position = position
import-field-phone = phone
import-field-email = e-mail
import-field-telegram = Telegram
import-field-note = into the note
import-field-responsible = owner
import-field-kind = customer or supplier
import-field-record = person or company
import-field-class = class of the client
import-field-people = people inside
import-field-created = when added
import-field-task = next task
import-field-deal_id = number of the deal
import-field-deal_title = title of the deal
import-field-deal_stage = stage of the deal
import-field-deal_amount = amount of the deal
import-field-deal_currency = currency of the deal
import-field-deal_closed = deal closed
import-field-deal_closed_on = closing date of the deal
import-field-skip = leave out

base-progress = 🗂 Base still to plan: { $left } of { $total }
base-progress-of = 🗂 { $name }, base still to plan: { $left } of { $total }

refusal-import = You have no such import.
refusal-import-late = An import can be undone within a day. That day is over.
refusal-file-gone = Telegram no longer gives this file. Send it again.
refusal-file-failed = That did not work: the fault is ours. It is logged, and the admin will see it.
