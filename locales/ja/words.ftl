# どの画面や出力でも使う言葉
wave-before = 取組前
wave-after = 取組後{ $mark }
