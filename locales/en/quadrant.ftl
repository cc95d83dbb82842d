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
