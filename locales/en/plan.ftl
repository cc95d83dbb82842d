# Timetables (the plan) and sheets (what was done)
plan-rule = The timetable of a sheet is, within the same wave: (1) the one of the same person and day; (2) else the same person's latest earlier one; (3) else the timetable of a shift with the same scheduled hours. A person's timetable is used once a day.
plan-none-fits = no timetable fits
plan-several-fit = several timetables have these scheduled hours, so none can be chosen
plan-sentence-none = No sheet has a timetable that fits, so plan and work cannot be compared.
plan-sentence = Of { $planned } planned minutes, { $as-planned } ({ $share }%) were done in the hour that was planned.
plan-sentence-not-planned = Most of what was not planned is "{ $task }": { $minutes } min.
plan-sentence-not-done = Most of what was planned and not done is "{ $task }": { $minutes } min.
plan-sentence-shifted = Most of what moved to another hour is "{ $task }": { $minutes } min.
plan-sentence-unfilled = { $minutes } min are unfilled, so some of it may have been done and not written down.
