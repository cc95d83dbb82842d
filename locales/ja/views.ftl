# 「時間」の見方
views-do-choose = 見方の一覧
views-do-find = 探す
views-do-step-back = 前の日・時
views-do-step-on = 次の日・時
views-choose = どの見方にしますか。数字を押すか、上下キーで選んでEnterで決めます。
views-no-such-number = その番号の見方はありません。
views-categories = 分類
    .hint = 分類の割合の前と後（全日・昼・夜）
views-pareto = 多い順
    .hint = 時間の長い業務から並べて、前と後を比べる
views-heat = 色分け表
    .hint = どの時間にどの業務が多いか
views-day = 1日の流れ
    .hint = ある日の勤務を時計に沿って並べる
views-spread = ばらつき
    .hint = 人による差（だれかは分からない）
views-find = 探す:
views-find-nothing = 見つかりません
views-find-not-here = この見方では探せません。業務、職員、調査票などの見方で使えます。
views-find-keys = ↓ 次  Enter 決める  Esc 戻る

# 変化
views-change-short = { $change }{ $way }
views-change-share = 前 { $from }% → 後 { $to }% { $change } { $way }
views-change-minutes = 前 { $from }分 → 後 { $to }分 { $change }分 { $way }
views-two-waves = { $from } → { $to }
views-minutes = { $minutes }分

# 分類
views-category-told = 「{ $name }」の割合は、{ $all }。昼は{ $day }、夜は{ $night }です。
views-column-category = 分類
views-column-shares = { $part } 前 → 後 %
views-categories-note = 未記入は帯の外（?）です。割合は記入された時間のうちで、夜は{ $night }です。

# 多い順
views-column-task = 業務
views-column-before-after = 前 → 後 分
views-column-minutes = 分
views-column-total = 累計
views-pareto-told = 「{ $task }」は1人1日あたり { $told }。{ $wave }は、{ $all }業務のうち上の{ $count }業務で{ $share }です。
views-pareto-note = 1人1日あたりの分です。累計は上からの割合の合計です。
views-pareto-note-both = 1人1日あたりの分。棒は後、| は前の長さ。順と累計は前のものです。

# 色分け表
views-heat-told = { $wave }の{ $hour }時台の「{ $task }」は1日平均{ $minutes }分。この時間帯の{ $of-hour }、この業務の{ $of-task }です。
views-heat-legend = 1日の分（少→多）
views-heat-keys = 上下で業務、「,」「.」で時間

# 1日の流れ
views-day-told = { $date }（{ $place }/{ $dates }日目）は勤務{ $shifts }件。いちばん多いのは{ $from }～{ $to }の{ $people }人です。
views-next-day-hour = 翌{ $hour }
views-day-shift = { $letters } { $from }～{ $to }
views-day-began-before = （前の日からの続き）

# ばらつき
views-spread-told = { $wave }の「{ $name }」は真ん中が1日{ $middle }分、半分の人は{ $lower }～{ $upper }分（{ $people }人）。
views-spread-hidden = { $wave }は{ $people }人です。3人に満たないので「{ $name }」の差は見せません。
views-spread-note = o は1人、数字は人数。[ ] の間に真ん中の半分の人が入ります。順位はつけません。
views-column-measure = 分類・指標
views-column-half = 真ん中の半分
