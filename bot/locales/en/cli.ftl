# The command line: files.

cli-no-file = The file { $path } cannot be read.
cli-no-owner = There is no active person with the Telegram id { $id }.
cli-row = Row { $line }: { $problem }
cli-imported = Imported { $imported } of { $rows }, completed { $merged }, rejected { $rejected }.
cli-import-dry = Dry run: { $imported } of { $rows } would be imported, { $merged } completed, { $rejected } rejected. Nothing was changed.
cli-exported = { $name }: { $count }
cli-no-folder = { $path } cannot be written ({ $error }).
cli-export-no-database = The database is not ready: run the bot or migrate first.
