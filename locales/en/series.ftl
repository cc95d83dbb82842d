# Series
series-cli = Reads series of months or days by named rules
at-month = { $year }/{ $month }
at-day = { $year }/{ $month }/{ $day }
series-months =
    { $count ->
        [one] { $count } month
       *[other] { $count } months
    }
series-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
series-a-month = month
series-a-day = day
series-median = median
series-mean = mean
series-limit-high = upper limit
series-limit-low = lower limit
series-trial-high = upper trial limit
series-trial-low = lower trial limit
series-target = target
series-less = below
series-more = above
series-lower = below
series-higher = above
series-falls = falling
series-rises = rising
series-became-less = lower
series-became-more = higher
series-became-lower = lower
series-became-higher = higher
series-good = the good way
series-bad = the bad way
series-rules-anhoej = runs and crossings (Anhoej)
series-rules-ihi = runs and trends (IHI)
series-rules-mdc = limits (Making Data Count)
series-rules-mdc-excel = limits (Making Data Count, Excel)
series-rules-shewhart = limits (Shewhart)
series-rules-anhoej-says = Marks runs on one side of the median that are longer than chance, and a median that is crossed more seldom than chance.
series-rules-ihi-says = Marks six in a row on one side of the median, five in a row rising or falling, and too few or too many crossings.
series-rules-mdc-says = Marks seven in a row on one side of the mean, seven in a row rising or falling, points beyond a limit, and two of three near a limit. Very large moves are left out of the limits once.
series-rules-mdc-excel-says = Marks seven in a row on one side of the mean, six in a row rising or falling, points beyond a limit, and two of three near a limit.
series-rules-shewhart-says = Marks eight in a row on one side of the mean, six in a row rising or falling, points beyond a limit, two of three near a limit, and fifteen in a row close to the mean.
series-rules-usual = With { $n } values the rules are "{ $rules }". The number of values of the whole series decides; they are the same before and after a phase begins.
series-rules-asked = The rules are those that were chosen, "{ $rules }".
series-signal-shift = on one side
series-signal-trend = one way
series-signal-few-crossings = few crossings
series-signal-many-runs = many crossings
series-signal-outside = beyond a limit
series-signal-near-limit = near a limit
series-signal-close-to-centre = too close to the mean
series-says-shift = { $span } in a row { $way } the { $centre } since { $from }
series-says-shift-parted = { $count } values in a row { $way } the { $centre } from { $from } to { $to }
series-says-trend = { $way } from { $from } to { $to }
series-says-outside = { $points } { $way } the { $limit } ({ $value })
series-says-near-limit = { $points } near the { $limit } ({ $value }), two or more of three
series-says-few-crossings = crossings of the { $centre }: { $crossings } only (by chance { $needed } or more; a level that changed on the way does that)
series-says-few-runs = crossings of the { $centre }: { $crossings }, too few for chance (a level that changed on the way does that)
series-says-many-runs = crossings of the { $centre }: { $crossings }, too many for chance
series-says-close-to-centre = { $count } values from { $from } to { $to } are too close to the mean
series-and-more = { $points } and { $count } more
series-told-way = { $what } ({ $good })
series-changed = There is a change that chance hardly explains: { $what }.
series-odd = The values come in an odd order: { $what }. Make sure that the way of counting stayed the same and that nothing is mixed.
series-others =
    { $count ->
        [one] There is { $count } more mark.
       *[other] There are { $count } more marks.
    }
series-chance = The ups and downs are within chance.
series-chance-few = With { $n } values so far a small change cannot be found.
series-too-few = With { $n } values nobody can tell yet whether the ups and downs are chance.
series-earlier =
    { $count ->
        [one] The earlier phases have { $count } mark.
       *[other] The earlier phases have { $count } marks.
    }
series-levels = The { $centre } is { $before } before the last phase and { $after } in it.
series-no-cause = Why it changed cannot be read from this picture alone. Talk in the team about what happened at that time.
series-missing = Without a value: { $span }, left open; the rules run over the other values.
series-hidden = Kept back: { $span }, because fewer than { $least } stand behind the value.
series-phase-none = No value yet.
series-phase-runs = { $centre } { $value }. Longest run on one side { $longest } (up to { $allowed } by chance), crossings { $crossings } (by chance { $needed } or more).
series-phase-centre = { $centre } { $value }. Longest run on one side { $longest }, crossings { $crossings }.
series-phase-limits = { $centre } { $value }. Usual range (limits) { $low } to { $high }.
series-phase-limits-trial = { $centre } { $value }. Usual range (limits) { $low } to { $high }, on trial with fewer than { $least } values.
series-break = A straight line was laid through the values before { $from } ({ $before }) and one through those since ({ $after }). At the break the level became { $level } { $became } (error about ±{ $error }). { $sure } The move per { $step } changed by { $slope } (error about ±{ $slope-error }). Other things that happened at the time cannot be told apart from it.
series-break-sure = That is more than twice the error.
series-break-unsure = That is less than twice the error, so nobody can say that it changed.
series-break-no-phase = To compare the level before and after, a phase with a written cause is needed.
series-break-too-few = Values before the phase: { $before }; in it: { $after }. To compare the level, { $least } or more are needed on each side.
series-break-gaps = Values are missing around the phase ({ $first }, { $count } in all). With gaps no straight line is laid, and the level before and after is not compared.
series-fault-no-series = This indicator is not one of months or days.
    .hint = Phases go with indicators that count the whole office month by month or day by day.
series-fault-other-step = The begin of the phase does not go with this indicator.
    .hint = Write 2025-12 for an indicator of months, 2025-12-01 for one of days.
series-fault-no-value = This indicator has no value yet.
    .hint = Enter values first, then say where a phase begins.
series-fault-no-cause = The phase has no cause.
    .hint = Write what was changed. A phase without a cause cannot be.
series-fault-too-long = The cause is too long (up to { $most } letters).
    .hint = Make it short enough to stand on a picture.
series-fault-not-after-first = A phase must begin after the first value ({ $first }).
    .hint = Write the month or day in which what was changed began.
series-fault-twice = A phase begins at { $at } already.
    .hint = To write another cause, remove that phase first.
series-fault-none-there = No phase begins at { $at }.
    .hint = "yutori series --indicator ID" shows the phases.
series-cli-indicator = this indicator only, in full
series-cli-rules = rules to read it by (else the number of values decides)
series-cli-phase = says where a series runs anew, or no longer
series-cli-phase-add = a phase begins
series-cli-phase-remove = it no longer does
series-cli-phase-id = id of the indicator
series-cli-phase-from = first month (2025-12) or day (2025-12-01) of the new phase
series-cli-phase-because = what was changed (must be written)
series-cli-chart-indicator = indicator of the series (run only)
series-none = There are no values of months or days yet.
series-title = { $name } ({ $unit }, { $good }) [{ $id }]
series-range = { $first } to { $last }, { $n } values, rules: { $rules } [{ $id }]
series-phase-begin = from { $from } ({ $n } values): {""}
series-phase-cause = from { $from } "{ $cause }" ({ $n } values): {""}
series-target-is = The target is { $value }.
series-phase-added = A phase of "{ $name }" begins { $from } ({ $because }).
series-phase-removed = No phase of "{ $name }" begins { $from } any longer.
series-column-at = When
series-column-value = Value
series-column-base = Count/base
series-column-signals = Marks
series-point-hidden = kept back
series-chart-title = { $chart }: { $name } ({ $unit })
series-chart-rules = Rules: { $rules }; { $n } values ({ $missing } missing)
series-chart-centre = { $centre } { $value } ({ $n } values)
series-chart-level = { $name } { $value }
series-chart-year = { $year }
series-chart-limit-left-out = Limits below 0 and above 100% are not drawn.
series-legend-value = value
series-legend-good = mark, the good way
series-legend-bad = mark, the bad way
series-legend-open = mark without a way
series-legend-limits = limits
series-mark-good = good: { $name }
series-mark-bad = bad: { $name }
series-mark-open = { $name }
series-mark-count = { $mark }, { $count }
chart-no-series = "{ $id }" has no values of months or days.
series-do-rules = Next rules
series-do-phase-add = Begin a phase
series-do-phase-remove = Remove a phase
series-how-to-begin = Once values of an indicator that counts the whole office month by month or day by day are entered, they stand here as a line.
series-list-values = { $n } values
series-state-none = no marks
series-state-good = good change
series-state-bad = bad change
series-state-open = marks
series-by-rules = Rules: { $rules }
series-hidden-short = kept
series-word-good = good
series-word-bad = bad
series-word-open = mark
series-legend-phase = phase
series-phase-named = from { $from }: { $cause }
series-no-phase = This series has no phase.
series-form-add = Begin a phase: { $name }
series-form-add-says = From the time at which something was changed the series is read as another phase. The cause must be written.
series-form-remove = Remove a phase: { $name }
series-form-remove-says = The values are read together with those before again.
series-ask-from = From when on?
    .hint = For example 2025-12; 12/1 for an indicator of days.
series-ask-cause = What was changed?
    .hint = For example: sensors on the second floor
series-ask-which = Which phase?
    .hint = Choose with the arrows to the left and right.
series-chart-left-out =
    { $count ->
        [one] One phase or mark has no room here
       *[other] { $count } phases or marks have no room here
    }
