# 業務表（計画）と調査票（実績）
plan-rule = 調査票に当てはめる業務表は、同じ時期のうち、①同じ職員・同じ日のもの、②なければ同じ職員のそれより前の最新のもの、③なければ所定勤務時間が同じ勤務の業務表です。1日に1回だけ当てはめます。
plan-none-fits = 当てはまる業務表がありません
plan-several-fit = 同じ所定勤務時間の業務表がいくつもあり、どれか決められません
plan-sentence-none = 当てはまる業務表のある調査票がないため、計画と実績は比べられません。
plan-sentence = 計画 { $planned }分のうち { $as-planned }分（{ $share }%）が、計画した時間帯に行われました。
plan-sentence-not-planned = 計画になかったことで一番多いのは「{ $task }」の{ $minutes }分です。
plan-sentence-not-done = 計画して行わなかったことで一番多いのは「{ $task }」の{ $minutes }分です。
plan-sentence-shifted = 別の時間帯にずれたことで一番多いのは「{ $task }」の{ $minutes }分です。
plan-sentence-unfilled = 未記入が{ $minutes }分あり、行ったのに書かれていないこともあります。
