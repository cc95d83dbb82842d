# Care-plan data linkage: ways of sending, the saving, slips that went as data
linkage-before = before
linkage-after = after

# Sayings
linkage-rule = Saved a year = 12 × (month before − month after) − licence. Minutes are pieces × minutes per piece by step, labour is minutes × wage ÷ 60, expenses are pieces × yen per piece; each is rounded once. Below 0 it costs more.
linkage-said-nothing = Nothing was entered yet. Begin with the pieces and minutes of a month before the linkage.
linkage-said-only-before = Before ({ $month }), { $pieces } pieces took { $minutes } min. Enter the month after to see the saving.
linkage-said-only-after = After ({ $month }), { $pieces } pieces take { $minutes } min. Enter the month before to see the saving.
linkage-said-minutes-less = Sharing takes { $amount } min a month less ({ $year } min a year).
linkage-said-minutes-more = Sharing takes { $amount } min a month more ({ $year } min a year).
linkage-said-minutes-same = Sharing takes as long as before.
linkage-said-yen-less = With labour, { $amount } yen a year are saved after the licence.
linkage-said-yen-more = With labour, it costs { $amount } yen a year more, licence included.
linkage-said-yen-same = With labour, it costs the same.
linkage-said-expenses-less = Without labour, { $amount } yen a year are saved.
linkage-said-expenses-more = Without labour, it costs { $amount } yen a year more.
linkage-said-expenses-same = Without labour, it costs the same.
linkage-note-no-wage = No wage is entered, so there is no sum with labour.
linkage-note-no-licence = The licence is not known, so there is no sum for a year. Enter the office's own.
linkage-note-pieces = The pieces differ (before { $before }, after { $after }); the difference is in the saving too.
linkage-note-no-minutes = Some ways have no minutes by step ({ $ways }); they count as 0 min.
linkage-note-year = A year is { $months } times the month; no year was measured.

# Entering
linkage-no-month = The side "{ $side }" has no month yet.
    .hint = Enter the month first, e.g. 2025-10.
linkage-bad-month = That is no month.
    .hint = Write it like 2025-10.
linkage-bad-count = That is no whole number from 0 to { $most }.
    .hint = Write it without decimals, like 1,500.
linkage-bad-figure = That is no number from 0 to { $most }.
    .hint = Write it like 2.5, with up to three decimals.
linkage-bad-step = A step needs a name of at most { $most } letters.
    .hint = Write an id such as print, or a few words.

# Import
linkage-in-name-form = The name is not that of a standard file of the linkage.
    .hint = Import the file under the name that the care software gave it (e.g. UPPLAN_month_sender_receiver_time.CSV).
linkage-in-name-month = The month in the file name is wrong.
    .hint = Export the file from the care software again.
linkage-in-name-office = An office number in the file name has not 10 digits.
    .hint = Export the file from the care software again.
linkage-in-name-made = The time in the file name is wrong.
    .hint = Export the file from the care software again.
linkage-in-same-office = Sender and receiver are the same office.
    .hint = Check the receiver in the care software.
linkage-in-not-ours = The office of this book ({ $number }) is neither sender nor receiver.
    .hint = Check whether a file of another office got in.
linkage-in-made-later = The time in the file name lies in the future.
    .hint = Check the date of the computer and the file name.
linkage-in-far-plan = The month of the service ({ $month }) is more than { $months } months after the file was made.
    .hint = Check month and time in the file name.
linkage-in-early-result = The month of the results ({ $month }) is after the month in which the file was made.
    .hint = Check month and time in the file name.
linkage-in-empty = The file has no lines.
    .hint = Export the file from the care software again.
linkage-in-bytes = There are bytes that are no letters of MS932 (Shift_JIS).
    .hint = Export the file from the care software again.
linkage-in-fields = The line has { $fields } fields instead of { $expected }.
    .hint = Do not save such a file in a spreadsheet; export it from the care software again.
linkage-in-insurer = Field { $field } (insurer) is wrong.
    .hint = Export the file from the care software again.
linkage-in-insured = Field { $field } (insured number) has not 10 digits.
    .hint = Check whether leading zeros are lost, and export the file again.
linkage-in-month-field = Field { $field } (month) is no month of 6 digits.
    .hint = Export the file from the care software again.
linkage-in-office-field = Field { $field } (office number) has not 10 digits.
    .hint = Check whether leading zeros are lost, and export the file again.
linkage-in-month = The month of the line ({ $month }) is not that of the file name ({ $expected }).
    .hint = Check whether the file was renamed.
linkage-in-two-months = The month of the line ({ $month }) is not that of the lines before ({ $expected }).
    .hint = Export each month on its own.
linkage-in-other-offices = Neither the planning office nor the provider is named in the file name.
    .hint = Check whether the file was renamed.
linkage-in-note-other = Another file of the linkage (care plan, cost table, further details); no slips are counted in it.
linkage-in-note-no-number = The book has no office number, so nobody checked that the file is of this office.
linkage-in-note-month = The file name has no month; that of the lines ({ $month }) is counted.
linkage-in-note-joined = There was a file of { $month } with the same partner before. { $new } new users make { $users }.
linkage-in-said-slips = { $slips } slips
linkage-in-said-end = { $slips } slips that went as data were counted (no names and insured numbers enter the book).

# Slips as data
linkage-slips-none = No slips that went as data were counted yet. Import a folder of standard CSV files with yutori import.
linkage-slips-said = In { $month }, { $slips } slips went as data ({ $users } users). Months counted: { $months }.
linkage-slips-rule = A slip is one user in a month, planned or done, from one office to another. Only imported files are counted.
linkage-slips-inferred = The book has no office number; { $number }, which is in every file, is taken for this office.
linkage-slips-no-number = The number of this office is not known, so sent and received are not told apart. yutori new --number puts it into a book.
linkage-slips-others = Some files are neither from nor to this office ({ $number }); their offices are not among the partners.

# Text
linkage-text-reference-yen = For reference: { $text } ({ $source })
linkage-text-references = For reference (参考): published figures, no results of this office
linkage-text-month = { $side } { $month }
linkage-text-licence = Licence
linkage-text-wage = Wage per hour
linkage-text-own = the office's own
linkage-text-of-ledger = wage of the ledger
linkage-licence-from = from { $from }: { $yen }
linkage-column-way = Way
linkage-column-side = Side
linkage-column-step = Step
linkage-column-pieces = Pieces
linkage-column-each = Min each
linkage-column-minutes = Min
linkage-column-yen-each = Yen each
linkage-column-expenses = Expenses
linkage-column-month = Month
linkage-column-slips = Slips
linkage-column-planned = Planned
linkage-column-done = Done
linkage-column-sent = Sent
linkage-column-received = Received
linkage-column-partners = Partners
linkage-column-users = Users
linkage-column-change = Saved
linkage-column-year = Year
linkage-total = Total
linkage-with-labour = With labour
linkage-without-labour = Without labour (expenses)
linkage-row-minutes = Time (min)
linkage-row-labour = Labour (yen)
linkage-row-expenses = Expenses (yen)
linkage-row-cost = Total (yen)

# Commands
linkage-cli = Time and money that the care-plan data linkage saves, and slips that went as data
linkage-cli-show = Shows time and money saved, and slips that went as data
linkage-cli-set = Enters months, ways, pieces, minutes by step, expenses, wage and licence
linkage-cli-side = before or after
linkage-cli-month = Month of that side, e.g. 2025-10
linkage-cli-way = Way of sending (fax, post, hand, mail, chat, system)
linkage-cli-pieces = Pieces a month sent that way
linkage-cli-minutes = Step and minutes for one piece, e.g. envelope=2.5; may be repeated; "step=" removes it
linkage-cli-yen = Yen for one piece besides work
linkage-cli-wage = Yen for an hour of work; none: that of the ledger
linkage-cli-licence = Yen for a year's licence; none: the published price
linkage-cli-remove = Removes that way, or the whole side without a way
linkage-usage-side = There is no side { $side }.
    .hint = It is before or after.
linkage-usage-way = There is no way of sending { $way }.
    .hint = The ways are { $ways }.
linkage-usage-minutes = "{ $written }" is no step with minutes.
    .hint = Write it like --minutes envelope=2.5
linkage-usage-need-side = Month, pieces, minutes and yen belong to a side.
    .hint = Write it like yutori documents linkage set before --month 2025-10
linkage-usage-need-way = Pieces, minutes and yen belong to a way of sending.
    .hint = Write it like --way post
linkage-usage-nothing = There is nothing to enter.
    .hint = Write one of --month, --way, --wage, --licence.

# Chart
chart-linkage = Care-plan data linkage
linkage-chart-figure = { $minutes } min ({ $pieces } pieces)
linkage-chart-planned = plans sent as data
linkage-chart-done = results sent as data

# Workbook
linkage-sheet = Data linkage
linkage-sheet-title = Time and money that the care-plan data linkage saves
linkage-sheet-wage = Wage per hour (yen)
linkage-sheet-licence = Licence (yen a year)
linkage-sheet-saved-month = Saved a month
linkage-sheet-saved-year = Saved a year
linkage-sheet-chart = Minutes by way, before and after
linkage-sheet-by-step = What it is computed from (change pieces, minutes or yen, and the figures above change)
linkage-sheet-slips = Slips that went as data

# Screen
linkage-do-edit = Enter figures
linkage-view = Linkage
linkage-view-how = Enter changes (steps appear with pieces)
linkage-view-saved = Saved (below 0 it costs more)
linkage-view-slips = Slips as data { $month }: { $slips } (sent { $sent }, received { $received }, partners { $partners }, users { $users })
linkage-row-none = This row is only to be read.
linkage-row-costs = Wage, licence
linkage-row-pieces = { $way }: pieces
linkage-row-step = { $step } (min each)
linkage-row-yen = yen each
linkage-ask-months = Months to compare
linkage-ask-months-says = One month before and one after, or as planned. Emptied, the ways of that month go too.
linkage-ask-costs-says = Emptied, the wage of the ledger and the published licence hold.
linkage-ask-pieces-says = Pieces sent in the month. Emptied, the way goes.
linkage-ask-step = { $way }, { $step } (min each)
linkage-ask-step-says = Minutes for one piece, e.g. 2.5. Emptied, the step goes.
linkage-ask-yen = { $way }: yen each
linkage-ask-yen-says = Stamps, paper, line: what one piece costs besides work.
linkage-ask-wage = Wage (yen per hour)
linkage-ask-licence = Licence (yen a year)
