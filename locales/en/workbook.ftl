# Words of the report workbook (Excel)

# saving files
save-not-written = The file could not be written ({ $reason })
    .hint = See whether the folder exists, may be written to, and has room.
save-not-replaced = The earlier file could not be replaced ({ $reason })
    .hint = Close the file if it is open in Excel, then export again.
workbook-unwritable = The workbook could not be made ({ $reason })
    .hint = Run `yutori check` on the same book and look at what it says.

# names of sheets
workbook-sheet-overview = Overview
workbook-sheet-tasks = Working time
workbook-sheet-hours = By hour
workbook-sheet-people = Staff
workbook-sheet-effect = Effect
workbook-sheet-details = Details
workbook-sheet-entries = Every entry
workbook-sheet-method = Method

# words of every sheet
workbook-title = Working time survey: report
workbook-office-unnamed = (office without a name)
workbook-office-number = Office number { $number }
workbook-made = Made { $date }
workbook-wave = Wave
workbook-from = From
workbook-to = To
workbook-people = People
workbook-sheets = Sheets
workbook-days = Days
workbook-date = Date
workbook-task = Task
workbook-category = Category
workbook-code = No.
workbook-minutes = Minutes
workbook-share = Share
workbook-share-of = { $wave }, share
workbook-filled = Filled
workbook-filled-minutes = Filled (min)
workbook-unfilled = Unfilled
workbook-unfilled-minutes = Unfilled (min)
workbook-filled-share = Filled %
workbook-total = Total
workbook-total-filled = Total (filled)
workbook-total-shown = Total of the rows shown
workbook-difference = Difference
workbook-difference-of = { $to } − { $from }
workbook-per-person-day = Person-day
workbook-scaled = Per { $minutes } min
workbook-unit-people = { " " }people
workbook-unit-sheets = { " " }sheets
workbook-unit-days = { " " }days
workbook-few-people = Careful: a wave here has fewer than { $people } people. It may be known whose time this is; check before you hand it on.

# overview
workbook-overview-title = Working time survey: results
workbook-overview-waves = The survey
workbook-overview-findings = What was found
workbook-overview-per-person-day = Time per person and day (minutes)
workbook-grade-of = Grade { $grade }
workbook-overview-others = The other indicators are on the sheet "{ $sheet }".
workbook-nothing-yet = There are no time sheets yet.
workbook-sentence-category = { $wave }: the longest category is { $name } with { $percent } of the filled time.
workbook-sentence-task = The longest task is { $name } with { $percent }.
workbook-sentence-filled = { $percent } of the shifts is filled in ({ $unfilled } minutes are not).

# working time
workbook-tasks-title = Time by task
workbook-tasks-whole = Whole day
workbook-tasks-day = Day (outside { $night })
workbook-tasks-night = Night ({ $night })
workbook-period-people = People in this period
workbook-tasks-note = "Person-day" is measured: all minutes divided by the number of sheets. Shares are shares of the filled time.
workbook-tasks-note-scaled = "Per 480 min" and "Per 600 min" are scaled: each person's filled time is taken as 480 (day) or 600 minutes (night), then averaged.

# by hour
workbook-hours-title = Work by clock hour
workbook-hour = Hour
workbook-hour-of = { $hour }:00
workbook-on-duty = On duty (people)
workbook-hours-band = { $wave } (minutes, sum of { $days } days)
workbook-hours-chart = { $wave }: work by clock hour (sum of { $days } days)
workbook-hours-note = "On duty" is the number of sheets (one per person and day) with at least one minute in that hour, divided by the survey days.

# staff
workbook-people-title = Time of staff
workbook-group = Group
workbook-by-person = By person (in order of code)
workbook-by-role = By role
workbook-by-unit = By unit or floor
workbook-by-weekday = By weekday
workbook-hidden-note = Groups of fewer than { $people } people, and groups that would give them away by subtraction, are shown as "—" so that nobody can be told.
workbook-groups-note = Sheets without a role or unit are not in the figures by role or by unit.
workbook-people-note = Figures by person are included only when the export by person is chosen.

# effect
workbook-effect-title = Effect of the improvement
workbook-effect-of = { $from } → { $to }
workbook-nothing-to-compare = There is nothing to compare yet. Results appear here once there are sheets after the improvement.
workbook-effect-note = Means and differences are those of the people in both waves (of all people when different people are compared). For shares, differences, intervals and HL are percentage points. Figures per 480 and 600 minutes are minutes.
workbook-indicator = Indicator
workbook-indicator-of = { $name } ({ $unit })
workbook-verdict = Verdict
workbook-grade = Grade
workbook-sentence = Result
workbook-why = Reason
workbook-chart-minutes = Means before and after (minutes per person and day)
workbook-chart-shares = Means before and after (share of the filled time)
workbook-figures = Figures before and after
workbook-more-figures = More statistics
workbook-scaled-figures = Scaled figures, and the waves compared as different people
workbook-family = Family
workbook-family-efficiency = Efficiency
workbook-family-quality = Quality of care
workbook-direction = Good way
workbook-direction-down = Down
workbook-direction-up = Up
workbook-n = People
workbook-n-of =
    People
    { $wave }
workbook-n-paired = People in both
workbook-mean-of =
    Mean
    { $wave }
workbook-median-of =
    Median
    { $wave }
workbook-sd-of =
    SD
    { $wave }
workbook-interval-low = Interval low
workbook-interval-high = Interval high
workbook-interval-kind = Kind of interval
workbook-interval-t = t 95%
workbook-interval-welch = Welch 95%
workbook-change = Change
workbook-p = p
workbook-p-holm = p (Holm)
workbook-p-signed-rank = p (ranks)
workbook-p-method = How p was made
workbook-p-exact = exact
workbook-p-drawn = { $draws } draws (seed { $seed })
workbook-test = Compared as
workbook-test-sign-flip = same people
workbook-test-permutation = different people
workbook-hodges-lehmann = Middle of differences (HL)
workbook-level = Level reached
workbook-hedges-g = Effect size g
workbook-hedges-g-av = Effect size g (average SD)
workbook-cliffs-delta = Cliff's δ
workbook-good-share = People who changed the good way
workbook-period-of =
    { $period }
    { $wave }
workbook-day-scaled = Day, 480 min
workbook-night-scaled = Night, 600 min
workbook-unpaired-difference = As different people: difference
workbook-unpaired-p = As different people: p
workbook-unpaired-shift = As different people: HL
workbook-unpaired-test = Compared as

# details
workbook-details-title = Minutes by day and task
workbook-details-note = The date is the day on which the shift starts. What a night shift does after midnight counts there too.
workbook-details-hidden = Days of fewer than { $people } people, and days that would give them away by subtraction, are shown as "—". So are the totals of that wave: they would be totals of some days only.
workbook-details-entries = Single entries are included only when the export by person is chosen.
workbook-entries-title = Every entry
workbook-staff = Staff code
workbook-role = Role
workbook-unit = Unit
workbook-start = Start

# method
workbook-method-title = How it was counted, how to read it
workbook-method-source = About this report
workbook-method-made = Made
workbook-method-program = Program
workbook-method-list = Task list
workbook-method-list-of = { $title } ({ $id })
workbook-method-list-source = Source of the task list
workbook-method-slot = Length of a slot
workbook-method-slot-of = { $minutes } minutes. A slot with several tasks is divided by whole minutes.
workbook-method-night = Border of day and night
workbook-method-night-of = Night is { $night } by the clock. This is a setting of the office, not an official rule. Time is split by the clock, not by the name of the shift.
workbook-method-people = How staff are shown
workbook-method-with-staff = The export by person was chosen. People are codes only and nobody is ranked. Handle with care.
workbook-method-without-staff = No figures by person are included. Roles, units, weekdays and days of fewer than { $people } people have no figures, nor have those that would give them away by subtraction. Figures of day and night, of clock hours and of the whole are given even for few people, because the official form asks for them. Where 1 or 2 people work at night, these may be known to be theirs: check before you hand the report on.
workbook-method-counting = How time is counted
workbook-method-minutes = Minutes with a task on the sheets, summed as whole minutes.
workbook-method-unfilled = Minutes of the shift without a task. They are counted apart and never as "other". On a sheet without hours, the rest of each touched slot counts.
workbook-method-share = Minutes of the task ÷ all filled minutes. Unfilled minutes are not in it.
workbook-method-per-person-day = All minutes ÷ number of sheets. A sheet is one person's one shift.
workbook-method-scaled = Scaled figures
workbook-method-scaled-how = To compare shifts of different length: for each person, minutes of the task ÷ the person's filled minutes × { $day } (day) or { $night } (night), then the mean of the people with filled minutes in that period.
workbook-method-hour = Minutes of the slots within each hour of the clock. The morning of a night shift counts in the morning.
workbook-method-on-duty = Number of sheets (one per person and day) with at least one minute in the hour, filled or unfilled, divided by the number of survey days.
workbook-method-date = The day on which the shift starts. A shift past midnight counts on its first day.
workbook-method-rounding = Rounding
workbook-method-rounding-how = Nothing is rounded while computing; only what is shown is rounded, half away from zero. Cells hold the unrounded values, except differences (with + or −), which are rounded.
workbook-method-dash = Meaning of "—"
workbook-method-dash-how = There is no value, or it cannot be given. It does not mean 0.
workbook-method-effect = How waves are compared
workbook-method-person = Unit of comparison
workbook-method-person-how = First the mean over a person's sheets of a wave, then people are compared. Means and differences are those of the people in both waves (of all people when different people are compared).
workbook-method-paired = Same people
workbook-method-paired-how = The differences of people who are in both waves, by the exact two-sided sign-flip test: all cases up to 20 people, drawn cases above.
workbook-method-unpaired = Different people
workbook-method-unpaired-how = When fewer than half of the people are in both waves: two-sided permutation test of the difference of means.
workbook-method-p = How likely chance alone would give such a difference or a larger one if nothing had changed. Below 0.05 chance is hard to believe.
workbook-method-holm = Several indicators of one family make chance differences more likely; this is p adjusted by Holm's method.
workbook-method-interval = Interval of the difference
workbook-method-interval-how = 95 % confidence interval of the mean difference: t for the same people, Welch for different people. If it includes 0 the direction is not clear.
workbook-method-hodges-lehmann = Hodges–Lehmann estimate of the middle of the differences, with its exact interval and the level that it really reaches.
workbook-method-size = Size of the effect
workbook-method-size-how = g is the standardised difference with Hedges' correction; δ is Cliff's delta (−1 to +1). Beside them, the share of people who changed the good way.
workbook-method-few = Few people
workbook-method-few-how = With 5 or fewer of the same people p can never be below 0.05, so the verdict is "not decidable".
workbook-method-verdicts = What verdicts mean
workbook-method-improved = p is below 0.05 and the change is in the good direction.
workbook-method-worse = p is below 0.05 and the change is in the bad direction.
workbook-method-not-shown = Chance may well give such a difference. It does not mean "no difference" or "not worse".
workbook-method-not-decidable = Too few people, no sheets, less than 80 % filled, or the like.
workbook-method-grades = Table of grades
workbook-method-grade-a = 8 or more of the same people, p below 0.05 (exact up to 20 people; from 21 on, 200,000 draws with a fixed seed), interval beyond 0, at least 95 % filled in both waves.
workbook-method-grade-b = p below 0.05, but 6 or 7 of the same people, or different people, or 80 to 95 % filled, or an interval that includes 0.
workbook-method-grade-c = A direction only.
workbook-method-grade-d = Not decidable.
workbook-method-check = Check of sheets and book
workbook-method-book = Book
workbook-method-book-whole = Nothing wrong was found.
workbook-method-book-damaged = Something is wrong. Run `yutori check` to see what.
workbook-method-sheets-of = { $sheets } sheets, { $sound } of them without remark. Mean score { $score } of 100 (our own scale).
workbook-method-sheets-with = { $sheets } sheets
workbook-problem-unfilled = Unfilled minutes
workbook-problem-missing-span = Hours of the shift missing
workbook-problem-outside-span = Entries outside the shift
workbook-problem-break = Break too short
workbook-problem-heaping = One task only in every slot
workbook-problem-overlap = Overlap with another sheet
workbook-problem-copied = Almost the same as another day
