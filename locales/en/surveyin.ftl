# Reading answers to the challenge sheet and notices
surveyin-column-staff = Staff ID
surveyin-column-role = Role
surveyin-column-unit = Unit or floor
surveyin-column-position = Floor or management
surveyin-column-date = Date
surveyin-column-round = Survey
surveyin-column-ignored = Not used

# Headings
surveyin-no-headings = There are no headings of a table of answers.
    .hint = Write the statements or their codes (1a) as headings on the first line.
surveyin-no-statements = There is no column for a statement.
    .hint = Make the statements or their codes (1a) the headings.
surveyin-unknown-heading = It is not known what the heading "{ $heading }" means.
    .hint = Make it a statement or its code (1a), or say what it means (on the command line --column "heading=1a", and --column "heading=-" for a column that is not used). The book remembers it.
surveyin-other-words = The heading "{ $heading }" begins with { $code } but has other words than the questionnaire.
    .hint = Use the words of the questionnaire, or say what it means (on the command line --column "heading=1a", and --column "heading=-" for a column that is not used).
surveyin-heading-contradicts = The heading "{ $heading }" has the code { $code } and the words of { $other }.
    .hint = Correct the code or the words, or say what it means (on the command line --column "heading=1a").
surveyin-no-such-statement = The heading "{ $heading }" is said to be { $code }, but the questionnaire "{ $questionnaire }" has no { $code }.
    .hint = Say anew what it means (on the command line yutori issues columns set "heading" 1a).
surveyin-blank-heading = Something stands in a column without a heading.
    .hint = Write a heading or delete the column.

# Questionnaires
surveyin-which-questionnaire = It is not known which questionnaire these are answers to ({ $ids }).
    .hint = Make the statements the headings, or choose the questionnaire (on the command line --questionnaire challenge-facility).
surveyin-no-such-questionnaire = There is no questionnaire "{ $id }" (there are { $ids }).
    .hint = Check the name of the questionnaire.
surveyin-two-questionnaires = There is a line of another questionnaire, "{ $written }", in the same table.
    .hint = Make a table for each questionnaire.
surveyin-questionnaire-unknown = The questionnaire "{ $id }" is neither in this book nor among those at hand.
    .hint = Put a questionnaire of your own into the folder indicators/surveys beside the book.
surveyin-other-version = The questionnaire "{ $id }" is of another version (the sheet { $written }, the book { $version }).
    .hint = Statements may have changed. Make a sheet of today's version (yutori blank survey) and copy the answers.
surveyin-no-mark = The name of the questionnaire (first line) is gone.
    .hint = Write the first line back as it was handed out, or make a new sheet and copy the answers.
surveyin-row-moved = The code of statement { $code } should stand here. The row was moved, or the code was changed.
    .hint = Put the rows back in the order in which they were handed out, none added and none deleted.
surveyin-row-renamed = The words of statement { $code } are not "{ $text }".
    .hint = Write the statement back as it was handed out. With other words the answer would be to another statement.

# Answers
surveyin-no-round = It is not known of which survey these answers are (before, after1 …).
    .hint = Write it on the sheet or into a column, or name the survey (on the command line --wave before). A folder called "before" or "after1" tells it too.
surveyin-rounds-contradict = The survey here is { $written }, but the file is being read as { $wave }.
    .hint = Read files that name their survey without naming one (on the command line without --wave).
surveyin-bad-answer = The answer "{ $written }" cannot be read.
    .hint = Write a number from 0 to 3 or a word of the questionnaire (Applies well, I do not know …). An empty cell is no answer.
surveyin-answer-above-three = The answer "{ $written }" is not from 0 to 3.
    .hint = Write a number from 0 to 3 or a word of the questionnaire. Answers from 1 to 4 become 0 to 3 when 1 is taken away.
surveyin-answer-twice = There are two answers of the same person to statement { $code }.
    .hint = Find out which is right and delete the other.
surveyin-unknown-statement = The questionnaire has no statement "{ $written }".
    .hint = Write the code (1a) or the words of the statement.
surveyin-no-respondent = It is not known whose answer this is.
    .hint = Write a number into the column of respondents. No names are needed.
surveyin-person-differs = Two things are said about the same person.
    .hint = Find out which is right and make them agree.
surveyin-bad-position = "{ $written }" is neither floor nor management.
    .hint = Write "{ $floor }" or "{ $management }".
surveyin-no-answers = There is not a single answer.
    .hint = Check that this is not the file before it was filled in.
surveyin-sheet-empty = Not a single answer was given.
    .hint = Take an empty sheet out of the folder that is read.
surveyin-code-twice = { $wave } has two answers of staff ID "{ $staff }" ({ $here } and { $other }).
    .hint = The same person answered twice, or a code was mistyped. Take one out or correct the code.
surveyin-at-cell = { $file }, { $cell }
surveyin-at-line = { $file }, line { $line }
surveyin-no-plan = This is no timetable (it holds answers to the challenge sheet or notices).
    .hint = Read it with "yutori import".

# Notices
surveyin-no-notice-headings = There are no headings of a table of notices.
    .hint = Write headings such as "When", "Where", "What troubles you", "Kind of trouble" on the first line.
surveyin-no-notices = Not a single notice was written down.
    .hint = Check that this is not the file before it was filled in.
surveyin-notice-without-words = It is not said what was noticed.
    .hint = Say it in the column "What troubles you?", or delete the line.
surveyin-bad-kind = "{ $written }" is no kind of trouble.
    .hint = Write a number from 1 to 5, or one of: looking for things, preparing, tidying, walking / flow, division and imbalance of work / records and documents / messages and handover / shared goals and improvement.
surveyin-bad-degree = { $column } "{ $written }" cannot be read.
    .hint = Write a number from 1 (little) to 5 (much).
surveyin-notice-often = How often
surveyin-notice-heavy = How heavy

# What is noted
surveyin-note-personal = Columns with names or addresses are not read and not kept ({ $columns }).
surveyin-note-silent-lines = { $count } lines without any answer are passed over.
surveyin-note-missing = { $count } answers are missing. They stay missing.
surveyin-note-not-asked = The table does not have all statements (without { $codes }).
surveyin-note-same-answers = The book has answers that are the same throughout. Check that the same sheet is not read twice.
surveyin-note-known-answers = { $count } answers came before and are not counted twice.
surveyin-note-known-notices = { $count } notices came before and are not counted twice.
surveyin-note-no-day-part = For { $count } notices "when" tells no part of the day.

# What became of files
surveyin-said-one = Answers of { $responses } people ({ $rows } statements)
surveyin-said-notices = { $notices } notices
surveyin-said-end = Answers of { $responses } people and { $notices } notices were taken in.
surveyin-results-written = Answers of { $responses } people and { $notices } notices were taken in.
surveyin-results-file = { $count } people
surveyin-results-file-notices = { $count } notices

# What headings mean
surveyin-do-map = Say what headings mean
surveyin-do-save = Remember and try again
surveyin-in-results = { $count } headings are not known. With F4 you can say which statement or field each is.
surveyin-in-results-questionnaire = It is not known which questionnaire these are answers to. Choose it with F4.
surveyin-map-title = Headings of a table of answers
surveyin-map-says = Choose the code of a statement (1a) or a field for each heading. It is remembered for the next time.
surveyin-map-questionnaire = Questionnaire
surveyin-map-not-yet = Not said yet
surveyin-map-none-chosen = Nothing has been chosen yet.
surveyin-map-none = There are no unknown headings.

# Commands
surveyin-cli-column = What a heading of an answer table means (a code such as 1a, role, unit, position, staff, date, round, - for a column that is not used); may stand several times
surveyin-cli-questionnaire = The questionnaire of a table with only codes as headings (challenge-facility ...)
surveyin-cli-blank = Makes an empty sheet for notices
surveyin-cli-blank-out = The file to make (.xlsx)
surveyin-cli-columns = What headings of answer tables mean: list, set, remove
surveyin-cli-columns-list = Lists the headings that are remembered
surveyin-cli-columns-set = Remembers what a heading means
surveyin-cli-columns-remove = Forgets what a heading means
surveyin-cli-heading = The heading
surveyin-cli-meaning = Its meaning (a code such as 1a, role, unit, position, staff, date, round, - for a column that is not used)
surveyin-usage-column = "{ $written }" is not written as it should be.
    .hint = Join the heading and its meaning with =, as in --column "heading=1a".
surveyin-usage-meaning = "{ $written }" is no meaning of a heading.
    .hint = Write the code of a statement (1a), role, unit, position, staff, date, round, or - for a column that is not used.
surveyin-usage-heading = The heading is empty.
    .hint = Write the heading as it stands in the table.
surveyin-columns-none = No headings are remembered.
surveyin-columns-heading = Heading
surveyin-columns-meaning = Meaning
surveyin-columns-text = Statement or field
surveyin-columns-set = "{ $heading }" is remembered as { $meaning }.
surveyin-columns-removed = "{ $heading }" is forgotten.
surveyin-columns-unknown = "{ $heading }" is not remembered.
    .hint = See with yutori issues columns list which headings are remembered.
surveyin-columns-no-statement = No questionnaire has a statement "{ $code }".
    .hint = Check the code of the statement (such as 1a).

# The sheet for notices
surveyin-form-page = Notices
surveyin-form-title = Notices
surveyin-form-how = Write what troubles you or could be better, one thing on each line. Write no names of people.
surveyin-form-scale = How often: 1 rarely to 5 always    How heavy: 1 a little to 5 very
surveyin-form-kinds = Kind of trouble: { $kinds }
surveyin-form-office = Office: { $office }
surveyin-form-when = When?
surveyin-form-place = Where?
surveyin-form-what = What troubles you?
surveyin-form-kind = Kind of trouble
surveyin-form-role = Role
surveyin-form-often = How often
surveyin-form-heavy = How heavy
surveyin-form-bad-kind = Choose from the list.
surveyin-form-bad-degree = Write a number from 1 to 5.
