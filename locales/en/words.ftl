# Words that every screen and output uses
wave-before = before
wave-after = after { $mark }
