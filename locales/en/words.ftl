# Words that every screen and output uses
wave-before = before
wave-after = after { $mark }
clock-same-day = { $time }
clock-next-day = { $time } next day
span = { $start }-{ $end }
range = { $low } to { $high }
