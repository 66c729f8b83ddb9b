# Files with clients: why one cannot be read, and what is wrong with a row or a cell.

refusal-file-empty = The file is empty.
refusal-file-no-rows = The file has column titles only: there is no client below them.
refusal-file-large = The file is larger than 20 MB. Split it.
refusal-file-encoding = The file cannot be read: its encoding is not clear. Save it as xlsx and send it again.
refusal-file-garbled = The text in the file is garbled: it was saved wrongly (with signs like “Р�” or “???” for letters). Export it again, preferably as xlsx.
refusal-file-unknown = It is not clear what this file is. I can read CSV and xlsx tables and vCards.
refusal-file-broken = The file is damaged and cannot be read. Export it again.
refusal-file-broken-at = The file is damaged: what starts on line { $line } never ends. Export it again.
refusal-file-bomb = The file is far too large when unpacked. Nothing was imported.
refusal-file-slow = The file takes too long to read. Split it.
refusal-file-columns = I found no name, phone or e-mail: give the columns titles like “Name”, “Phone”, “E-mail”.
refusal-file-rows = The file has more than { $most } rows. Split it.
refusal-file-wide = The file has more than { $most } columns.
refusal-file-old = This is an old spreadsheet format. Open it and save it as xlsx or csv.
refusal-file-locked = The file is protected by a password. Remove it and send the file again.
refusal-file-format = I cannot read { $name } files. Save the table as xlsx or csv.
refusal-file-telegram = This is an export from Telegram. Forward the contacts to the bot or send them as vCards.

fault-row = Row { $line }: { $problem }
fault-cell = Row { $line }, “{ $title }”: { $problem }
fault-column = “{ $title }”: { $problem }

row-empty = empty.
row-nameless = no name, phone or e-mail, so it is not clear who this is.
row-held = a colleague's client already has this phone or address.
row-lost = the client with this phone or address is lost for good; a head can restore it.
row-phone = a spreadsheet has rounded the phone, so its digits are lost. Format the column as text and export it again.

cell-date = there is no such date ({ $value }).
cell-amount = not an amount ({ $value }).
cell-currency = an unknown currency ({ $value }).
cell-email = not an e-mail ({ $value }), moved to the note.
cell-long = too long, cut ({ $value }).
cell-formula = a formula error ({ $value }), the cell was skipped.
