# Files with clients: why one cannot be read, and what is wrong with a row or a cell.

refusal-file-empty = The file is empty.
refusal-file-large = The file is larger than 20 MB. Split it.
refusal-file-encoding = The file cannot be read: its letters are not clear. Save it as xlsx and send it again.
refusal-file-garbled = The letters of the file are lost: it was saved wrongly (with signs like “Р�” or “???” for letters). Export it again, preferably as xlsx.
refusal-file-unknown = It is not clear what this file is. CSV and xlsx tables and vCards can be read.
refusal-file-broken = The file is damaged and cannot be read. Export it again.
refusal-file-broken-at = The file is damaged: what begins on line { $line } does not end. Export it again.
refusal-file-bomb = The file unpacks to too much. Nothing was imported.
refusal-file-slow = The file takes too long to read. Split it.
refusal-file-columns = Neither name nor phone nor e-mail was found: give the columns titles like “Name”, “Phone”, “E-mail”.
refusal-file-rows = The file has more than { $most } rows. Split it.
refusal-file-wide = The file has more than { $most } columns.
refusal-file-old = This is a table of an old kind. Open it and save it as xlsx or csv.
refusal-file-locked = The file has a password. Remove it and send the file again.
refusal-file-format = Files of the kind { $name } cannot be read. Save the table as xlsx or csv.
refusal-file-telegram = This is an export from Telegram. Forward the contacts to the bot or send them as vCards.

row-empty = empty.
row-nameless = it is not clear who that is.
row-held = a colleague's client has this phone or address already.
row-lost = the client with this phone or address is lost for good; a head can restore it.
row-phone = a spreadsheet has rounded the phone, its digits are lost. Make the column a text and export it again.

cell-date = { $title }: there is no such date ({ $value }).
cell-amount = { $title }: not a sum ({ $value }).
cell-currency = { $title }: an unknown currency ({ $value }).
cell-email = { $title }: not an e-mail ({ $value }), moved to the note.
cell-long = { $title }: too long, cut ({ $value }…).
