# Efficiency against quality
quadrant-none = There is a picture here once efficiency and quality have results of both surveys, before and after. Choose indicators of both under “Choose”, and type their figures under “Enter”.
quadrant-no-family = There is no picture yet, because no indicator of { $family } is followed. Choose at least one under “Choose”.
quadrant-nothing-to-place = No indicator of { $family } can be placed.
quadrant-both = better, quality kept
quadrant-bought = efficiency up, quality down
quadrant-costly = quality up, efficiency down
quadrant-neither = both worse
quadrant-unclear = not clear yet
quadrant-sentence =
    { $pairs ->
        [one] One pair
       *[other] { $pairs } pairs
    }: { $counts }.
quadrant-count = { $pairs } “{ $place }”
quadrant-talk = Quality went down in some pairs: talk over in the team whether to go on.
quadrant-said-both = “{ $efficiency }” and “{ $quality }” both improved.
quadrant-said-held = “{ $efficiency }” improved, and “{ $quality }” is shown to be no worse than by the margin set beforehand.
quadrant-said-bought = “{ $efficiency }” improved, but “{ $quality }” got worse. Talk over whether efficiency was paid for with quality.
quadrant-said-bought-little = “{ $efficiency }” improved, but “{ $quality }” got worse, if only within the margin set beforehand. Talk over whether efficiency was paid for with quality.
quadrant-said-costly = “{ $quality }” improved, but “{ $efficiency }” got worse. Talk over whether it is worth the effort.
quadrant-said-neither = “{ $efficiency }” and “{ $quality }” both got worse. Look again at how it is done.
quadrant-said-quality-open = “{ $efficiency }” improved. “{ $quality }” is “{ $quality-verdict }”: that it is no worse cannot be said yet.
quadrant-said-open = “{ $efficiency }” is “{ $efficiency-verdict }”, “{ $quality }” is “{ $quality-verdict }”. Nothing can be said of both together yet.
quadrant-left = { $name }: { $why }
quadrant-left-figure = one figure of the office each, so chance cannot be told from change
quadrant-left-no-values = no values of { $wave }
quadrant-left-zero = the earlier mean is 0 or less, so there is no change in percent
quadrant-left-no-change = the change in percent cannot be computed
quadrant-left-alone = no measure watches it beside one of the other family
quadrant-left-more = { $pairs } more pairs (a picture has at most { $most })
chart-effects = Before and after
chart-paths = How each person changed
chart-quadrant = Efficiency and quality of care
chart-waves = Survey by survey
chart-run = Over time
quadrant-field-both = both towards better
quadrant-field-bought = efficiency better, quality worse
quadrant-field-costly = quality better, efficiency worse
quadrant-field-neither = both towards worse
quadrant-axis-quality = upwards: better quality of care (in % of before)
quadrant-axis-efficiency = to the right: better efficiency (in % of before)
quadrant-chart-zero = no change
quadrant-chart-lead = Hollow numbers are not clear yet.
quadrant-chart-made = + is the good direction, - the bad one. Lines at a number and [ ] are 95% intervals; where none can be computed there is none. Words such as “better, quality kept” follow the verdicts, not the place in the picture.
quadrant-chart-left = Not placed: { $left }
quadrant-left-between = {"; "}
quadrant-chart-end = { $name } { $change } ({ $verdict }, n={ $n })
effects-chart-lead = The upright stroke is the mean before, the mark the mean after; right is better in every row (full dot improved, full square worse, ring not shown, empty square not decidable). The band is the 95% interval of the difference, measured from the stroke. Each row has its own scale.
effects-chart-worse = ← worse
effects-chart-better = better →
effects-chart-made = [ ] and bands are 95% intervals of the difference; how each was made (t and others) and of how many people stands in its row. Where people are compared with themselves, the means are theirs.
effects-chart-difference = difference [95% interval]
effects-chart-verdict = { $verdict } { $grade }
effects-chart-paired = same { $people } people
effects-chart-groups = n={ $from } before, { $to } after
effects-chart-rest = { $indicators } more have no room here; a larger chart shows them.
paths-chart-lead = { $name } ({ $unit }), { $way }. One line is one person, without a name.
paths-chart-good = better: { $people }
paths-chart-bad = worse: { $people }
paths-chart-same = the same: { $people }
paths-chart-mean = mean
paths-chart-mean-of = mean { $value }
paths-chart-made = { $people } people in both surveys. Verdict: { $verdict }, grade { $grade }.
paths-chart-made-groups = Lines and mean are only of the { $people } people in both surveys. As most people are in one of them only, the verdict is of two groups: { $verdict }, grade { $grade }.
paths-chart-difference = The difference is { $difference } { $ends } (interval { $kind }).
waves-chart-lead = Dots are means, upright strokes their 95% intervals, the dashed line the mean of the first survey. Each indicator has its own scale.
waves-chart-made = n is the number of people, or of what was counted. People may change from survey to survey: judge by the comparison of the same people (the chart “Before and after”).
waves-chart-verdict = { $from } → { $to }: { $verdict } { $grade }
waves-chart-count = n={ $count }
waves-chart-hidden = under { $people }
quadrant-short-both = both better
quadrant-short-bought = efficiency only
quadrant-short-costly = quality only
quadrant-short-neither = both worse
quadrant-quality = quality
quadrant-efficiency = efficiency
quadrant-measure = Measure { $number }: { $text }
effects-chart-nothing = The book has nothing yet for the chart “{ $chart }”.
    .hint = Choose indicators and enter figures of before and after in the tab 4, then try again.
waves-chart-nothing = The chart “Survey by survey” takes figures of one indicator in three surveys or more.
    .hint = Try again after another survey. Two surveys are in the chart “Before and after”.
quadrant-said-alone = “{ $efficiency }” improved, but looked at together with the other indicators that may be chance. “{ $quality }”: { $quality-verdict }. Nothing can be concluded of both yet.
