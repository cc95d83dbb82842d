# The screens of effects
effect-view-result = Results
effect-view-choose = Choose
effect-view-enter = Enter
effect-view-quadrant = Both
effect-view-series = Series
effect-view-judge = Judge
effect-keys = 4 Effect
