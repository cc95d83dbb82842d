# 調査票の質
quality-no-scheduled-span = 所定勤務時間が書かれていません
quality-no-actual-span = 実勤務時間が書かれていません
quality-no-span = 所定勤務時間も実勤務時間も書かれていません
quality-unfilled = 未記入が { $minutes }分あります（{ $slots }コマ、最初は { $at }）
quality-outside-span = 勤務時間（{ $span }）の外に { $minutes }分の記入があります
quality-break = 休憩が { $taken }分です（この勤務では { $due }分必要です）
quality-heaping = どのコマも業務が1つだけです。まとめて書いたものかもしれません
quality-overlap = { $date } の調査票と { $at } から時間が重なっています
quality-copied = { $date } の調査票とほとんど同じです。写したものかもしれません
quality-slot-sum = 合計が{ $slot }分にならない列が { $slots }つあります（ちがいは合わせて { $minutes }分、最初は { $at }）
quality-total = 記入の合計は { $filled }分で、実勤務時間の { $worked }分と合いません
quality-untouched = 写したまま確かめていないコマが { $slots }つあります（最初は { $at }）
quality-twice = { $wave }の { $staff }・{ $date } の調査票とまったく同じです。同じ票を2回読んだのかもしれません
