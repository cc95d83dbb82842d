# Words of the screens
screens-title = yutori
screens-too-small = The window is too small. Please make it at least { $columns } columns wide and { $rows } rows high.
screens-tab-home = Home
screens-tab-time = Time
screens-tab-effect = Effect
screens-tab-output = Reports
screens-unfilled = Not filled
screens-difference = Change
# How dates are written (%Y year, %m month, %d day)
screens-date = %Y-%m-%d
screens-from-to = { $from } to { $to }

# What keys can do
screens-do-quit = Quit
screens-do-help = Help
screens-do-palette = All commands
screens-do-next-tab = Next page
screens-do-previous-tab = Page before
screens-do-up = Up
screens-do-down = Down
screens-do-page-up = Ten rows up
screens-do-page-down = Ten rows down
screens-do-first = First row
screens-do-last = Last row
screens-do-next-view = View
screens-do-previous-view = View before
screens-do-next-wave = Survey
screens-do-next-period = Day or night
screens-do-scaled = Scale
screens-do-accept = Choose
screens-do-back = Back
screens-do-open = Open a book
screens-do-new = Make a book
screens-do-demo = Try the sample office
screens-do-import = Import
screens-do-export = Report
screens-do-undo = Undo
screens-do-redo = Redo
screens-do-next-field = Next field
screens-do-previous-field = Field before
screens-do-next-choice = Choose next
screens-do-previous-choice = Choose before
screens-do-confirm = Write it
screens-do-stop = Stop
screens-do-cursor-left = One letter left
screens-do-cursor-right = One letter right
screens-do-cursor-home = To the beginning of the field
screens-do-cursor-end = To the end of the field
screens-do-erase-left = Erase the letter before
screens-do-erase-right = Erase the letter after
screens-do-erase-all = Empty the field
screens-keys-everywhere = Everywhere
screens-keys-tabs = Pages
screens-keys-rows = Choosing and moving
screens-keys-times = On the page "Time"
screens-keys-book = Work on the book
screens-keys-fields = Fields
screens-keys-questions = Questions and work
screens-help-says = All keys. Digits, signs and function keys also work while a Japanese input method is on.
screens-palette-says = Commands (type to narrow):
screens-palette-empty = No command has that name.
screens-input-method-is-on = Please switch the Japanese input method off first.

# Start page
screens-start-says = Measures where working time goes in care, and compares before and after a change. Choose with the arrow keys, then press Enter.
screens-start-recent = Books used lately
screens-start-other = What else you can do
screens-start-book = { $name } ({ $folder })
screens-start-new = Make a new book
screens-start-open = Open a book file
screens-start-demo = Try the sample office (invented data)

# Home
screens-wave-counts = { $staff ->
        [one] { $staff } person
       *[other] { $staff } people
    }, { $sheets ->
        [one] { $sheets } sheet
       *[other] { $sheets } sheets
    }, { $hours } hours filled
screens-no-sheets-yet = There are no sheets yet. Press F5 (or i) to import them.
screens-alarm-book = The book is damaged. Please run yutori check.
screens-alarm-unfilled = { $wave }: { $share } of the minutes are not filled; above 5% results are less sure.
screens-alarm-sheets = { $count ->
        [one] { $count } sheet has
       *[other] { $count } sheets have
    } fewer than { $points } points. See the sheets on page 3 Time.
screens-longest-category = { $wave }: { $staff ->
        [one] { $staff } person
       *[other] { $staff } people
    }, { $sheets ->
        [one] { $sheets } sheet
       *[other] { $sheets } sheets
    }. Most time goes to "{ $category }": { $share } of the filled minutes.

screens-others-in-effect = Page 4 Effect has all indicators.
screens-shares-note = Bars are shares of all minutes together; sentences tell means over people.
screens-last-change = Last change: { $what } (u takes it back)

# Time
screens-view-tasks = Tasks
    .hint = How many minutes each task takes
screens-view-hours = Hours
    .hint = How many people are there at what hour, doing what
screens-view-people = Staff
    .hint = Where the time goes, by person (codes)
screens-view-sheets = Sheets
    .hint = What is missing in the sheets and worth a look
screens-period-all = All
screens-period-day = Day
screens-period-night = Night
screens-raw = as it is (person-day)
screens-scaled-to = scaled to { $scale } min
screens-tasks-view-only = Day or night and scaling work in the view Tasks only (→ changes the view).
screens-no-minutes = Nothing is filled in for this survey.
screens-longest-task = { $wave } ({ $people ->
        [one] { $people } person
       *[other] { $people } people
    }, { $minutes } min filled, { $unfilled } not filled): the longest task is "{ $task }" with { $share }.
screens-column-task = Category, task
screens-column-minutes = Minutes
screens-column-share = Share
screens-column-each = Person-day
screens-column-scaled = Per { $scale } min
screens-busiest-hour = { $wave }: most people are on duty from { $hour } o'clock, { $people } on average. Most of that time goes to "{ $category }".
screens-hour = Hour
screens-people = On
screens-hour-detail = { $hour } o'clock, { $people } people
screens-hours-note = A column is as high as people are on duty on an average survey day. Night is { $night }.
screens-people-are-codes = Staff appear as codes only and are not ranked. The bar shows shares of the filled minutes.
screens-column-code = Staff
screens-column-sheets = Sheets
screens-column-day-minutes = Min/day
screens-column-categories = Where the time goes
screens-sheets-quality = { $wave }: { $sound } of { $sheets ->
        [one] { $sheets } sheet
       *[other] { $sheets } sheets
    } have nothing to look at. The lowest points come first; begin with those marked !.
screens-column-score = Points
screens-column-date = Date
screens-column-span = Shift
screens-column-filled = Filled
screens-column-problem = To look at
screens-sheet-is-sound = There is nothing to look at in this sheet.
screens-more-problems = There is more (Space for the next).

# Effect
screens-no-comparison-yet = A comparison needs values from before and after the change: sheets are imported with F5 (or i), other figures typed in under "Enter". Choose indicators and margins first, under "Choose" (→): then it can also be told whether quality became no worse.
screens-no-indicators = There are no indicators to compare.
screens-less-is-good = less is better
screens-more-is-good = more is better
screens-less = less
screens-more = more
screens-same = same
screens-people-in-both = People in both surveys n={ $paired } (before { $from }, after { $to })
screens-interval = { $level } interval of the change { $low } to { $high }
screens-good-share = changed for the better: { $share }
screens-why = Why: { $why }
screens-scaled-pair = Scaled to { $scale } min of a person ({ $period }): { $from } → { $to } (n { $n-from } and { $n-to })
screens-p-holm = adjusted for the number of indicators { $p } (Holm)
screens-each-person = Each person (o is one, a digit is how many)
screens-column-indicator = Indicator
screens-column-verdict = Verdict

# Reports
screens-output-says = Writes a report for Excel: overview, working time, hours, effect, details and method in one file.
screens-report-groups = Report without staff tables
screens-report-groups-note = For committees and outside. Figures of groups under three people are hidden.
screens-report-staff = Report with staff tables
screens-report-staff-note = Holds minutes by staff code. Please keep it inside the office.
screens-exported = Written: { $path }

# Forms
screens-open-says = Which book file?
screens-new-says = What shall the new book be called? No file is overwritten.
screens-import-says = Reads filled time sheets. If there is any fault, nothing is imported and you see where it is.
screens-export-says = Please check the name of the report.
screens-ask-book = Book file
    .hint = For example: sakura.yutori
screens-ask-office = Name of the office
    .hint = It stands on the reports. You may leave it empty.
screens-ask-sheets = File or folder with time sheets
    .hint = Of a folder all files are read. You can also drop a file on this window.
screens-ask-wave = Which survey
    .hint = Choose with the left and right keys.
screens-ask-year = Year of the survey
    .hint = For example 2025. The form has no year, so it is needed when the file name has none either. May stay empty.
screens-ask-report = Write to
    .hint = A name, with or without a folder.
screens-ask-staff = Staff tables
    .hint = Choose with the left and right keys.
screens-wave-of-folder = from the folder or file
screens-without-staff = leave out
screens-with-staff = put in (codes)
screens-path-is-empty = The name is empty.
screens-no-year = This is no year. Please write it like 2025.
screens-confirm-title = This will be written
screens-confirm-file = File: { $path }
screens-confirm-people = Staff tables: { $people }
screens-confirm-staff-warning = It holds figures by person. Please be sure who gets it.
screens-confirm-says = A file of the same name is replaced. Press F2 (or y) to write it, Esc to go back.

# Work
screens-doing-open = Opening the book.
screens-doing-create = Making the book.
screens-doing-demo = Preparing the sample office.
screens-doing-import = Reading time sheets.
screens-doing-export = Writing the report.
screens-doing-apply = Writing to the book
screens-doing-undo = Undoing.
screens-doing-redo = Redoing.
screens-progress = { $done } / { $total }
screens-can-stop = Press Esc to stop. Everything then stays as it was.
screens-stopping = Stopping.
screens-cancelled = Stopped.
    .hint = The book and the files are as they were.
screens-keys-for-commands = On these screens press Esc, then n (make), o (open), i (import) or u (undo).
screens-where = Where: { $place }
screens-nothing-to-undo = There is nothing to undo.
screens-nothing-to-redo = There is nothing to redo.
screens-undone = Undone: { $what } (Ctrl-R brings it back)
screens-redone = Done again: { $what }

# Results of an import
screens-import-written = { $sheets ->
        [one] { $sheets } sheet
       *[other] { $sheets } sheets
    } imported into the book. Press u (or Ctrl-Z) to undo it.
screens-import-refused = There are faults, so nothing was imported. Please correct them and import again.
screens-import-nothing = There was nothing new. The book is as it was.
screens-import-counts = imported { $imported }, already there { $unchanged }, with faults { $refused }, held back { $held }
screens-file-imported = imported
screens-file-unchanged = already there
screens-file-refused = with faults
screens-file-held-back = held back
screens-file-faults = { $count ->
        [one] { $count } fault
       *[other] { $count } faults
    }
screens-file-sheets = { $count ->
        [one] { $count } sheet
       *[other] { $count } sheets
    }
screens-file-note = Read as: { $note }
screens-file-hint = Try: { $hint }

# Ends
screens-terminal-unusable = The screens cannot be shown here ({ $reason }).
    .hint = Commands such as yutori summary work without them.
screens-input-lost = Keys can no longer be read ({ $reason }).
    .hint = The book is kept up to the last change. Please open it again.
