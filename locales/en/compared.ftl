# Comparing
margin-not-set = No margin is set.
margin-waiting = The margin was set in act { $act } ({ $at }). There are no values of { $wave } yet.
margin-in-time = The margin was set in act { $act } ({ $at }), and the first value of { $wave } came in act { $figure-act } ({ $figure-at }). It was set before any value was seen.
margin-late = The margin was set in act { $act } ({ $at }), but the first value of { $wave } came in act { $figure-act } ({ $figure-at }). A margin that was set after the values cannot be used.
