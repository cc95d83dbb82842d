# quality of a sheet
quality-no-scheduled-span = The scheduled hours are missing
quality-no-actual-span = The hours worked are missing
quality-no-span = Both the scheduled hours and the hours worked are missing
quality-unfilled = { $minutes } minutes are unfilled ({ $slots } slots, the first at { $at })
quality-outside-span = { $minutes } minutes stand outside the shift ({ $span })
quality-break = The break is { $taken } minutes ({ $due } are due in this shift)
quality-heaping = Every slot has one task only; it may have been written afterwards
quality-overlap = Overlaps with the sheet of { $date } from { $at }
quality-copied = Almost the same as the sheet of { $date }; it may be a copy
quality-slot-sum = { $slots } columns do not add up to { $slot } minutes ({ $minutes } minutes in all, the first at { $at })
quality-total = { $filled } minutes are filled, but { $worked } were worked
quality-untouched = { $slots } slots are still as they were copied (the first at { $at })
quality-twice = Exactly the same as the sheet of { $staff }, { $date } ({ $wave }); one sheet may have been read twice
