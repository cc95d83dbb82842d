# Choosing indicators
chosen-none = No indicator is chosen yet.
feasible-none = There is no indicator yet for which this can be worked out.
indicators-cli = Chooses the indicators to follow, sets targets and margins; makes own indicators
feasible-cli = Tells before measuring whether a plan can show anything
