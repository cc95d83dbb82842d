# どの画面や出力でも使う言葉
wave-before = 取組前
wave-after = 取組後{ $mark }
clock-same-day = { $time }
clock-next-day = 翌{ $time }
span = { $start }〜{ $end }
range = { $low }〜{ $high }
