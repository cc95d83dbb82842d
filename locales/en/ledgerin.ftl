# Reading tables of documents
ledgerin-no-headings = there are no headings of a table of documents
    .hint = Write headings such as "document", "month" (or "date" for daily counts), "pieces" and "sheets of originals". yutori blank documents makes the sheet.
ledgerin-nothing = not one piece or sheet is filled in
    .hint = Fill in the counts before importing.
ledgerin-of-month = "{ $field }" does not belong into a table of days
    .hint = Write it into the table of months.
ledgerin-twice = two different counts of { $name }, { $when } ({ $place })
    .hint = Leave only the right one.
ledgerin-kind-twice = group, storage or facts of { $name } are written in two ways ({ $place })
    .hint = Make them the same, or leave one blank.
ledgerin-open-days-twice = { $month } has two numbers of open days ({ $here }; { $place }: { $there })
    .hint = A month has one number of open days.
ledgerin-month-and-days = { $name }, { $month } has a count of the whole month and of single days, and they differ
    .hint = Where days were counted, leave the counts of the month blank.
ledgerin-note-new = { $count } new kinds of document added to the ledger: { $names }
ledgerin-note-kind = group, storage or facts of { $name } changed to what the file says
ledgerin-note-replaced = { $count } months of the ledger replaced by the counts of the file (yutori undo takes it back)
ledgerin-note-similar = the new document { $name } is named nearly like { $other } of the ledger. If they are the same, give them one name and import again.
ledgerin-said-documents = { $documents } of documents
ledgerin-said-end = { $documents } counts of documents imported.

# The sheet to fill in
ledgerin-page-months = Documents by month
ledgerin-page-days = Counted days
ledgerin-page-choices = Names of documents
ledgerin-sheet-title = Sheet for documents (by month)
ledgerin-sheet-how = One line for one document and one month. Leave blank what you do not know; write 0 where there was none. Lines that you do not use may stay blank (they are not read). New documents go into the free lines below. Do not change the headings.
ledgerin-sheet-how-time = Pieces: made in the month. Sheets of originals: paper only (0 for data). Copies and printouts: copied or printed sheets. Minutes per piece: to write one (1.5 is fine). Re-entries: how often one piece repeats what stands elsewhere.
ledgerin-days-title = Sheet for a counting week (by day)
ledgerin-days-how = One line for each document and counted day; write 0 where none was made. Open days: days of the month on which the office is open (one line of a month is enough).
ledgerin-days-rule = The month is worked out as sum of the counted days × open days ÷ counted days (a half rounded up). What is blank on any counted day stays unknown for the month.
ledgerin-sheet-bad = This cannot stand in "{ $field }".
