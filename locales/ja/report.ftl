# 結果の言葉
weekday-monday = 月曜日
weekday-tuesday = 火曜日
weekday-wednesday = 水曜日
weekday-thursday = 木曜日
weekday-friday = 金曜日
weekday-saturday = 土曜日
weekday-sunday = 日曜日
change-unknown = 割合は出せません
effect-sentence = { $name }は、前 { $from } → 後 { $to }（{ $difference }、{ $change }）。判定は「{ $verdict }」、確からしさ{ $grade }です（{ $n }人、{ $p }）。
effect-sentence-no-wave = { $name }は、前か後の調査票がないため比べられません。
unit-points = ポイント
save-no-folder = 書き出す先のフォルダーがありません
    .hint = フォルダーを作るか、別の場所を指定してください。
