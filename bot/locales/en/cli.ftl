# The command line: files.

cli-no-file = The file { $path } cannot be read.
cli-no-owner = There is no active person with the Telegram id { $id }.
cli-row = Row { $line }: { $problem }
cli-imported = Imported { $imported } of { $rows }, completed { $merged }, rejected { $rejected }.
cli-import-dry = Dry run: { $imported } of { $rows } would be imported, { $merged } completed, { $rejected } rejected. Nothing was changed.
cli-exported = { $name }: { $count }
cli-no-folder = { $path } cannot be written ({ $error }).
cli-export-no-database = The database is not ready: run the bot or migrate first.
cli-backup-made = The copy is there and checked: { $path }, { $size } KB.
cli-restored = The database is restored from { $path }.
cli-restored-kept = What was there is kept: { $path }.
cli-copy-file-there = The file { $path } is there already: choose another name.
cli-copy-no-file = There is no file { $path }.
cli-copy-no-database = There is no database yet, so nothing to copy.
cli-copy-no-copy = { $path } is no whole copy of the bot database. Nothing has changed.
cli-copy-newer = The copy was made by a newer release of the bot (schema { $version }). Nothing has changed.
cli-copy-in-use = Somebody is working with the database: stop the bot first. Nothing has changed.
cli-copy-failed = It does not work: { $path } ({ $error }).
cli-copy-no-program = The program { $program } is not on this machine: it comes with the database server.
cli-copy-program-failed = { $program }: { $error }
cli-audit-not-made = Cannot write { $path }.
