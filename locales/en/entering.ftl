# Entering figures
values-cli = Enters, lists and writes out figures
entering-no-number = "{ $written }" is no number.
    .hint = { entering-advice-digits }
entering-too-large = The number is too large.
    .hint = { entering-advice-smaller }
entering-not-whole = Decimals cannot be entered here.
    .hint = { entering-advice-whole }
entering-too-fine = No more than { $decimals } decimals can be entered.
    .hint = { entering-advice-round }
entering-out-of-range = It is not between { $least } and { $most }.
    .hint = { entering-advice-range }
entering-count-not-whole = The count is not whole.
    .hint = { entering-advice-whole }
entering-negative = Numbers below 0 cannot be entered.
    .hint = { entering-advice-negative }
entering-more-than-all = { $value } of { $of } is more than there are.
    .hint = { entering-advice-swapped }
entering-no-base = The base is missing.
    .hint = { entering-advice-both }
entering-no-count = The count is missing; only the base is there.
    .hint = { entering-advice-none }
entering-empty-base = The base is 0.
    .hint = { entering-advice-nobody-looked }
entering-base-not-asked = Figures of this indicator have no base.
    .hint = { entering-advice-no-base }
entering-block-place = row { $row }, column { $column }
entering-beyond-rows = The table has no rows below this one.
    .hint = Add rows, or paste further up.
entering-beyond-columns = The table has no columns to the right.
    .hint = Add columns, or paste further left.
entering-no-such-row = There is no row "{ $name }".
    .hint = Copy without lines of headings or totals.
entering-period-backwards = The last day ({ $to }) is before the first ({ $from }).
    .hint = Change the two dates round.
entering-period-overlaps = It overlaps the days of { $wave } ({ $from } to { $to }).
    .hint = A day belongs to one survey only. Choose other days, or set those of { $wave } first.
entering-advice-digits = Type digits only. Leave it empty where you do not know.
entering-advice-smaller = Type a number of at most a thousand million.
entering-advice-whole = Type a whole number.
entering-advice-round = Round the figure.
entering-advice-range = Look whether a digit or the unit is wrong.
entering-advice-negative = Counts are 0 or more. Leave it empty where you do not know.
entering-advice-swapped = Look whether the two numbers changed places.
entering-advice-both = Type both numbers.
entering-advice-none = Type 0 where there was none. Leave both empty where you do not know.
entering-advice-nobody-looked = Leave both empty where nobody looked.
entering-advice-no-base = Leave the base empty.
entering-month = { $year }-{ $month }
entering-day = { $day }
entering-bad-wave = "{ $written }" is no survey. This indicator is entered survey by survey.
    .hint = Write before, after1, 取組前 or 取組後①.
entering-bad-month = "{ $written }" is no month. This indicator is entered month by month.
    .hint = Write it with its year: 2025-10, 2025年10月, 令和7年10月.
entering-bad-day = "{ $written }" is no day. This indicator is entered day by day.
    .hint = Write 2025-10-06, 2025/10/6 or 令和7年10月6日.
entering-no-wave = It is not known of which survey (before, after1 …) this is.
    .hint = Write it into a column "when", or say --wave.
entering-no-time = It is not known when this is of.
    .hint = Write the month or day into a column "when".
entering-no-headings = There are no headings of figures.
    .hint = Give headings "when", "who" and the names of indicators, or "indicator", "when", "who", "value". `yutori blank figures` makes a sheet.
entering-no-figures = There is no figure in it.
    .hint = Write numbers below the indicators, then import again.
entering-unknown-heading = Nobody knows what the heading "{ $heading }" means.
    .hint = Make it the name of an indicator (see yutori indicators), or take the column out.
entering-unknown-indicator = There is no indicator "{ $written }".
    .hint = Write the name or the id of an indicator; yutori indicators lists them.
entering-not-entered = "{ $name }" is not typed in: it comes from the time sheets or a formula.
    .hint = Take the column (or line) out.
entering-not-of-people = This indicator is of the whole office ("{ $written }" stands there).
    .hint = Leave "who" empty.
entering-no-staff = The staff code is missing.
    .hint = Write the staff code into the column "who".
entering-no-resident = The code of the resident is missing.
    .hint = Write the resident's code into the column "who"; never a name.
entering-code-too-long = The code "{ $written }" is too long (32 letters at most).
    .hint = Use a shorter code.
entering-of-indicator = { $name }: { $fault }
    .hint = { $advice }
entering-twice = The same person and time has two figures ({ $figure }, and { $other } at { $place }).
    .hint = Keep the right one only.
entering-differs = The book has another figure (file { $figure }, book { $book }).
    .hint = Import with --replace to take the file's figures, or change them on the screen "Enter".
entering-note-known = { $count ->
        [one] One figure is the same as in the book.
       *[other] { $count } figures are the same as in the book.
    }
entering-note-replaced = { $count ->
        [one] One figure of the book was changed.
       *[other] { $count } figures of the book were changed.
    }
entering-cli-replace = changes figures that the book has otherwise to those of the file
entering-said-figures = { $figures ->
        [one] One figure
       *[other] { $figures } figures
    }
entering-said-end = { $figures ->
        [one] One figure was imported.
       *[other] { $figures } figures were imported.
    }

# Sheets and exports
entering-column-indicator = indicator
entering-column-name = indicator name
entering-column-time = when
entering-column-subject = who
entering-column-value = value
entering-column-base = of
entering-column-unit = unit
entering-page-staff-day = Staff by day
entering-page-staff-month = Staff by month
entering-page-staff = Staff
entering-page-resident = Residents
entering-page-office = Office
entering-page-office-day = Office by day
entering-page-office-month = Office by month
entering-heading-count = count
entering-heading-wave = when
entering-heading-month = month
entering-heading-day = date
entering-heading-staff = staff code
entering-heading-resident = resident code
entering-sheet-title = Sheet of figures: { $per }
entering-sheet-how = Leave empty what you do not know. Write 0 where there was none. Leave the line of headings as it is.
entering-sheet-how-people = Leave empty what you do not know. Write codes, never names. Leave the line of headings as it is.
entering-sheet-bad = This cannot be a figure of the indicator.
entering-guide-page = How to measure
entering-guide-title = How the indicators are measured
entering-guide-indicator = Indicator (unit)
entering-guide-range = What is entered
entering-guide-how = How to measure it
entering-range = { $least } to { $most }{ $decimals ->
        [0] , whole
        [1] , up to one decimal
       *[other] , up to { $decimals } decimals
    }
entering-range-any = { $decimals ->
        [0] whole numbers
        [1] up to one decimal
       *[other] up to { $decimals } decimals
    }
entering-range-base = a count and its base ({ $base })

# yutori values
entering-cli-list = lists the figures that were entered, by indicator and time
entering-cli-indicators = id or name of an indicator (any number of times)
entering-cli-with-staff = tells staff and residents apart (by code)
entering-cli-id = id or name of the indicator
entering-cli-at = when: before, after1, 2025-10, 2025-10-06
entering-cli-staff = staff code
entering-cli-resident = resident code
entering-cli-set = enters a figure, or changes it
entering-cli-value = the figure; with a base also 7/20
entering-cli-of = the base: of how many
entering-cli-remove = takes a figure out (which is not the same as 0)
entering-cli-export = writes figures as CSV or Excel that can be imported again
entering-cli-out = the file to write (.csv or .xlsx)
entering-cli-periods = says which days belong to which survey
entering-cli-periods-list = lists the days of the surveys
entering-cli-periods-set = sets the first and the last day of a survey
entering-cli-periods-clear = takes the days of a survey from its sheets again
entering-cli-wave = the survey
entering-cli-from = the first day
entering-cli-to = the last day
entering-cli-blank = makes a sheet (Excel) to fill in figures
entering-cli-blank-wave = the survey; without it the first that has no figures yet
entering-cli-blank-months = the months; without it the twelve up to this one
entering-cli-blank-out = the file to make
entering-cli-needs-staff = This indicator is of single members of staff; say whose with --staff.
    .hint = For example --staff S01
entering-cli-needs-resident = This indicator is of single residents; say whose with --resident.
    .hint = For example --resident R01
entering-cli-no-value = There is no figure.
    .hint = `yutori values remove` takes a figure out.
entering-cli-bad-months = "{ $written }" are no months.
    .hint = Write 2025-04..2026-03 (ten years at most).
entering-nothing-there = This figure was not entered.
    .hint = Look with `yutori values list --indicator ID`.
entering-export-needs-with-staff = These figures are of single people.
    .hint = Say --with-staff to write them.
entering-export-nothing = There are no figures to write.
    .hint = `yutori values list` tells what was entered.
entering-export-ending = The name of the file must end in .csv or .xlsx.
    .hint = For example --out figures.csv
entering-export-done = Written to { $path } ({ $indicators } indicators, { $figures } figures).
entering-export-left-out = { $count ->
        [one] One indicator of single people was left out; --with-staff writes it too.
       *[other] { $count } indicators of single people were left out; --with-staff writes them too.
    }
entering-blank-nothing = It is not said of which indicators the sheet is to be.
    .hint = Say --indicator, or choose indicators to follow (yutori indicators).
entering-list-indicator = indicator
entering-list-id = id
entering-list-time = when
entering-list-count = figures
entering-list-value = mean or value
entering-list-missing = missing
entering-list-none = No figures have been entered yet.
entering-list-hidden-value = (under 3 people)
entering-list-hidden = Means of fewer than 3 people are not shown.
entering-list-others = { $count ->
        [one] One more indicator can be entered (yutori indicators).
       *[other] { $count } more indicators can be entered (yutori indicators).
    }
entering-list-people = { $name } ({ $time }): { $people }
entering-kept-same = { $name } ({ $time }{ $whom }): the same as in the book.
entering-kept-new = { $name } ({ $time }{ $whom }): { $after } entered.
entering-kept-changed = { $name } ({ $time }{ $whom }): { $before } changed to { $after }.
entering-kept-removed = { $name } ({ $time }{ $whom }): { $before } taken out.
entering-new-person = The book has not seen this code before. Look whether it is typed right.
entering-looks-like-name = "{ $code }" looks like a name. Enter staff and residents by code.
entering-periods-none = No survey has any days yet.
entering-period-wave = survey
entering-period-from = first day
entering-period-to = last day
entering-period-source = where from
entering-period-set = set
entering-period-of-sheets = from the sheets

# Enter, of the effects
entering-do-open = enter figures
entering-do-periods = days of the surveys
entering-do-save = save
entering-do-row = add a row
entering-do-time = add a survey, month or day
entering-do-discard = close without saving
entering-none-chosen = There is no indicator to enter.
entering-view-nothing = No figures have been entered yet. Choose an indicator and press Enter.
entering-view-says = { $figures } figures of { $indicators } indicators are entered. { $missing ->
        [0] Nothing is missing.
       *[other] { $missing } are missing (unknown, not 0).
    }
entering-view-per = what one figure is of
entering-view-followed = [followed]
entering-view-about = { $name } ({ $unit }): { $range }. { $how }
entering-view-time-office = { $time } { $value }
entering-view-time-part = { $time } { $value } ({ $count }/{ $of })
entering-view-time = { $time } { $value } (n={ $n }{ $missing ->
        [0] )
       *[other] , { $missing } missing)
    }
entering-view-periods = Days of surveys
entering-view-other-ways = To collect figures in Excel make a sheet with `yutori blank figures` and import it (i).
entering-period-line = { $wave } { $from } to { $to } (from the sheets)
entering-period-line-set = { $wave } { $from } to { $to } (set)
entering-period-and = { $all }, { $next }
entering-periods-says = Says of which survey figures of months and days are. Now: { $known }
entering-ask-wave = Survey
    .hint = Choose the survey of which you set the days.
entering-ask-from = First day
    .hint = For example 2025-07-01. Leave both empty to take the days from the sheets.
entering-ask-to = Last day
    .hint = For example 2025-09-30. Of monthly figures only months that lie wholly within the days count.
entering-one-day = Type one day only.
    .hint = For example 2025-07-01
entering-nothing-new = Nothing has changed.
entering-saved = Saved. { $missing ->
        [0] Nothing is missing.
       *[other] { $missing } are missing.
    }
entering-not-saved = Not saved: { $count } fields have to be mended first.
entering-pasted = { $rows ->
        [0] { $count } cells were pasted.
       *[other] { $rows } rows were added and { $count } cells pasted.
    } F2 saves them.
entering-wave-added = A column for { $wave } was added.
entering-field = { $code } { $time }
entering-field-none = beyond the table
entering-in-field = { $field }: { $fault }
    .hint = { $advice }
entering-office = Office
entering-grid-title = { $name } ({ $unit }) { $per }; { $range }
entering-grid-empty = Nobody is here yet. Add a code with F3.
entering-grid-end =  (there are no rows below; F3 adds one)
entering-grid-missing = missing: { $missing }
entering-grid-faults = to mend: { $count }
entering-grid-unsaved = not saved yet (F2 saves)
entering-grid-how = Type a number, Enter goes down, Tab to the right. Leave empty what you do not know (not 0); Delete clears. A block of Excel can be pasted, with its column of codes or months.
entering-leave-title = Some figures are not saved
entering-leave-says = F2 saves and closes. F8 closes without saving. Esc goes back.
entering-add-staff = Code of the member of staff to add
    .hint = Never a name. For example S13; several at once as S13~S20 or S13 S15.
entering-add-resident = Code of the resident to add
    .hint = Never a name. For example R01; several at once as R01~R20 or R01 R05. Keep the list of who is who elsewhere.
entering-add-name = "{ $code }" looks like a name. Make it a code.
    .hint = Press Enter again to add it as it is.
entering-no-range = "{ $written }" is no range of codes.
    .hint = For example R01~R20: the same letters, the smaller number first.
entering-too-many-people = At most { $most } people are added at once.
    .hint = Add them in parts.
entering-add-month = Month to add
    .hint = For example 2024-04. The months in between are added too.
entering-add-day = Day to add
    .hint = For example 10/6, 10/6~10/10 or 2025-10-06
entering-too-many-times = { $limit } at once are the most.
    .hint = Type a nearer month.
entering-faults-title = The block has faults, so nothing of it was taken
entering-faults-says = Rows and columns are counted within the block. Mend it in Excel and paste it again.
