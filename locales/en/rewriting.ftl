# Re-entry: the same facts written again and again
rewriting-no-facts = Which facts stand in which documents was not entered yet.
rewriting-nothing-once = No fact was chosen yet that is to be entered only once.
rewriting-predicted = Entering facts once in { $kinds } kinds of document would save { $times } times and { $minutes } minutes a month.
rewriting-unknown = What would be saved cannot be told: pieces of the month before or minutes for writing a fact again are missing for: { $names }.
rewriting-rule = Predicted are pieces of the month before × facts to be entered once × minutes for writing one again (this program's own rule, 参考).
rewriting-beside = Prediction, change by the ledger and results of the surveys are measured in different ways and units. Look at them side by side; do not add or subtract them.
rewriting-ledger = By the ledger the same { $kinds } kinds of document take { $minutes } minutes less a month.
rewriting-ledger-unknown = The ledger does not have the minutes of both months.
rewriting-n-figure = figure of the office
rewriting-show-predicted = Predicted
rewriting-show-ledger = Ledger
rewriting-show-measured = Measured
rewriting-measured = { $name } ({ $per }, { $from } → { $to }, { $n }): { $before } → { $after } ({ $difference }) { $verdict }
rewriting-measured-none = Time for records was not measured before and after yet.
rewriting-facts = { $name }: in { $documents } documents (first { $first }, again { $again }, once { $once })
