# Efficiency against quality
quadrant-none = There is a picture here once both efficiency and quality have a result.
chart-effects = Before and after
chart-paths = How each person changed
chart-quadrant = Efficiency and quality of care
chart-waves = Survey by survey
chart-run = Over time
