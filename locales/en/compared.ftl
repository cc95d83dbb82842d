# Comparing
margin-not-set = No margin is set.
margin-waiting = The margin was set in act { $act } ({ $at }). There are no values of { $wave } yet.
margin-in-time = The margin was set in act { $act } ({ $at }), and the first value of { $wave } came in act { $figure-act } ({ $figure-at }). It was set before any value was seen.
margin-late = The margin was set in act { $act } ({ $at }), but the first value of { $wave } came in act { $figure-act } ({ $figure-at }). A margin that was set after the values cannot be used.
not-worse-shown = no worse
not-worse-not-shown = not shown to be no worse
not-worse-worse = worse than the margin
not-worse-not-assessable = not assessable
method-signed-rank = by ranks (people without a change left out)
method-pratt = by ranks (people without a change too)
method-unpaired = as different people
method-rank-sum = by ranks
method-without-largest = without the person who changed most
method-without-furthest = without the person furthest from the others
method-t-test = t test
method-welch = Welch's t test
