# The command line: files.

cli-no-file = The file { $path } can not be read.
cli-no-owner = There is no active person with the Telegram id { $id }.
cli-file-empty = The file is empty.
cli-file-large = The file is larger than 20 MB. Split it.
cli-file-encoding = The file can not be read: its encoding is not clear. Save it as UTF-8.
cli-file-unknown = It is not clear what this file is. CSV and xlsx tables and vCards can be read.
cli-file-broken = The file is damaged (line { $line }).
cli-file-bomb = The file unpacks to too much. Nothing was imported.
cli-file-columns = Neither name nor phone nor e-mail was found: give the columns titles like “Name”, “Phone”, “E-mail”.
cli-file-rows = The file has more than { $most } rows. Split it.
cli-file-wide = The file has more than { $most } columns.
cli-row-empty = Row { $line }: empty.
cli-row-nameless = Row { $line }: it is not clear who that is.
cli-row-held = Row { $line }: the contact is there already, not with this person.
cli-imported = Imported { $imported } of { $rows }, completed { $merged }, rejected { $rejected }.
cli-import-dry = Dry run: { $imported } of { $rows } would be imported, { $merged } completed, { $rejected } rejected. Nothing was changed.
cli-exported = { $name }: { $count }
cli-no-folder = { $path } can not be written ({ $error }).
cli-export-no-database = The database is not ready: run the bot or migrate first.
