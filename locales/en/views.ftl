# The views of Time
views-do-choose = All views
views-do-find = Find
views-do-step-back = Earlier
views-do-step-on = Later
views-choose = Which view? Press its number, or choose with the arrows and Enter.
views-no-such-number = No view has that number.
views-categories = Categories
    .hint = Shares of the categories before and after: all, day, night
views-pareto = Longest first
    .hint = Tasks from the longest on, before and after
views-heat = Hour table
    .hint = Which task is done at which hour
views-day = One day
    .hint = The shifts of a date along the clock
views-spread = Spread
    .hint = How far people lie apart, without saying who
views-find = Find:
views-find-nothing = not found
views-find-not-here = Nothing to find in this view. Tasks, Staff, Sheets and others have rows to find.
views-find-keys = ↓ next  Enter stay here  Esc go back

# Changes
views-change-short = { $way ->
       *[other] { $change }
    }
views-change-share = { $from }% → { $to }% ({ $change }, { $way })
views-change-minutes = { $from } min → { $to } min ({ $change }, { $way })
views-two-waves = { $from } → { $to }
views-minutes = { $minutes } min

# Categories
views-category-told = Share of "{ $name }": { $all }. By day { $day }; by night { $night }.
views-column-category = Category
views-column-shares = { $part } was → is, %
views-categories-note = Minutes not filled in stand outside the bar (?). Shares are of the filled minutes. Night is { $night }.

# Longest first
views-column-task = Task
views-column-before-after = Before → after
views-column-minutes = Min
views-column-total = Total
views-pareto-told = "{ $task }", per person-day: { $told }. { $wave }: the longest { $count } of { $all } tasks make { $share }.
views-pareto-note = Minutes per person-day. The total adds the shares up from the top.
views-pareto-note-both = Minutes per person-day. Bar: after; | is before. Order and total: before.

# Hour table
views-heat-told = { $wave }, { $hour } o'clock, "{ $task }": { $minutes } min on an average day, { $of-hour } of this hour and { $of-task } of this task.
views-heat-legend = Min a day
views-heat-keys = Up/Down task, "," and "." hour

# One day
views-day-told = { $date } (day { $place } of { $dates }) has { $shifts ->
        [one] { $shifts } shift
       *[other] { $shifts } shifts
    }. Most people are on duty from { $from } to { $to }: { $people }.
views-next-day-hour = +{ $hour }
views-day-shift = { $letters } { $from } to { $to }
views-day-began-before = { " " }(began the day before)

# Spread
views-spread-told = { $wave }, "{ $name }": the middle person { $middle } min a day, the middle half { $lower } to { $upper } ({ $people } people).
views-spread-hidden = { $wave } has { $people ->
        [one] { $people } person
       *[other] { $people } people
    }. Under 3, "{ $name }" is not shown.
views-spread-note = o: one person; a digit: so many; [ ]: the middle half. Nobody is ranked.
views-column-measure = Category, indicator
views-column-half = Middle half
