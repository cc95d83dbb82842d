# 報告用ブック（Excel）の言葉

# ファイルの保存
save-not-written = ファイルを書けませんでした（{ $reason }）
    .hint = フォルダーがあるか、書き込みができるか、空き容量があるかを確かめてください。
save-not-replaced = 前のファイルを置きかえられませんでした（{ $reason }）
    .hint = そのファイルをExcelなどで開いていたら閉じて、もう一度出力してください。
workbook-unwritable = ブックを作れませんでした（{ $reason }）
    .hint = 同じ台帳で「yutori check」を実行し、出てきた内容を確かめてください。

# シートの名前
workbook-sheet-overview = 概要
workbook-sheet-tasks = 業務時間
workbook-sheet-hours = 時間帯
workbook-sheet-people = 職員
workbook-sheet-effect = 効果
workbook-sheet-details = 明細
workbook-sheet-entries = 明細（全件）
workbook-sheet-method = 方法

# どのシートでも使う言葉
workbook-title = 業務時間調査の報告
workbook-office-unnamed = （事業所名は未登録）
workbook-office-number = 事業所番号 { $number }
workbook-made = 作成日 { $date }
workbook-wave = 調査時期
workbook-from = 開始日
workbook-to = 終了日
workbook-people = 人数
workbook-sheets = 調査票
workbook-days = 日数
workbook-date = 日付
workbook-task = 業務
workbook-category = 分類
workbook-code = 番号
workbook-minutes = 分
workbook-share = 割合
workbook-share-of = { $wave }の割合
workbook-filled = 記入
workbook-filled-minutes = 記入（分）
workbook-unfilled = 未記入
workbook-unfilled-minutes = 未記入（分）
workbook-filled-share = 記入率
workbook-total = 合計
workbook-total-filled = 合計（記入）
workbook-total-shown = 表示中の合計
workbook-difference = 差
workbook-difference-of = { $to }−{ $from }
workbook-per-person-day = 1人1日
workbook-scaled = { $minutes }分あたり
workbook-unit-people = 人
workbook-unit-sheets = 票
workbook-unit-days = 日
workbook-few-people = 注意：{ $people }人に満たない調査時期の数字が入っています。だれの時間かわかることがあるので、外に出す前に確かめてください。

# 概要
workbook-overview-title = 業務時間調査の結果
workbook-overview-waves = 調査のあらまし
workbook-overview-findings = わかったこと
workbook-overview-per-person-day = 1人1日あたりの時間（分）
workbook-grade-of = 確からしさ { $grade }
workbook-overview-others = ほかの指標は「{ $sheet }」にあります。
workbook-nothing-yet = 調査票がまだありません。
workbook-sentence-category = { $wave }でいちばん長いのは「{ $name }」で、記入された時間の{ $percent }です。
workbook-sentence-task = 業務では「{ $name }」がいちばん長く、{ $percent }です。
workbook-sentence-filled = 勤務時間の{ $percent }が記入されています（未記入 { $unfilled }分）。

# 業務時間
workbook-tasks-title = 業務ごとの時間
workbook-tasks-whole = 全体
workbook-tasks-day = 昼間（夜間 { $night } を除く）
workbook-tasks-night = 夜間（{ $night }）
workbook-period-people = 対象人数
workbook-tasks-note = 「1人1日」は、分の合計を調査票の数で割った実測の値です。割合は、記入された時間に対する割合です。
workbook-tasks-note-scaled = 「480分あたり」「600分あたり」は、1人ずつ記入時間を480分（昼間）・600分（夜間）に換算してから平均した値です。

# 時間帯
workbook-hours-title = 時間帯ごとの業務
workbook-hour = 時間帯
workbook-hour-of = { $hour }時台
workbook-on-duty = 勤務者（人）
workbook-hours-band = { $wave }（{ $days }日間の合計、分）
workbook-hours-chart = { $wave }：時間帯ごとの業務（{ $days }日間の合計）
workbook-hours-note = 勤務者は、その時間帯に1分でも勤務のある調査票（1人1日で1枚）の数を、調査日数で割った人数です。

# 職員
workbook-people-title = 職員の時間
workbook-group = 区分
workbook-by-person = 職員ごと（IDの順）
workbook-by-role = 職種ごと
workbook-by-unit = ユニット・フロアごと
workbook-by-weekday = 曜日ごと
workbook-hidden-note = { $people }人に満たない区分と、引き算でそれがわかる区分は、個人がわからないように「—」にしています。
workbook-groups-note = 職種やユニットの書かれていない調査票は、職種ごと・ユニットごとの数字には入っていません。
workbook-people-note = 職員ごとの数字は、職員ごとの出力を選んだときだけ入ります。

# 効果
workbook-effect-title = 取組の効果
workbook-effect-of = { $from } → { $to }
workbook-nothing-to-compare = 比べられる調査がまだありません。取組後の調査票が入ると、ここに結果が出ます。
workbook-effect-note = 平均と差は、前後の両方に調査票がある人の値です（別の人どうしで比べたときは全員）。割合の指標では、差・区間・HLはポイント（割合どうしの引き算）です。昼480分・夜600分の値は分です。
workbook-indicator = 指標
workbook-indicator-of = { $name }（{ $unit }）
workbook-verdict = 判定
workbook-grade = 確からしさ
workbook-sentence = 結果
workbook-why = 理由
workbook-chart-minutes = 前後の平均（1人1日あたりの分）
workbook-chart-shares = 前後の平均（記入時間に対する割合）
workbook-figures = 前後の数字
workbook-more-figures = くわしい統計
workbook-scaled-figures = 換算した値と、別の人どうしとして比べた結果
workbook-family = 分野
workbook-family-efficiency = 業務効率
workbook-family-quality = 介護の質
workbook-direction = よい向き
workbook-direction-down = 減る
workbook-direction-up = 増える
workbook-n = 人数
workbook-n-of =
    人数
    { $wave }
workbook-n-paired =
    人数
    前後とも
workbook-mean-of =
    平均
    { $wave }
workbook-median-of =
    中央値
    { $wave }
workbook-sd-of =
    標準偏差
    { $wave }
workbook-interval-low = 区間 下限
workbook-interval-high = 区間 上限
workbook-interval-kind = 区間の種類
workbook-interval-t = t 95%
workbook-interval-welch = Welch 95%
workbook-change = 変化率
workbook-p = p値
workbook-p-holm = p値（Holm）
workbook-p-signed-rank = p値（順位）
workbook-p-method = p値の計算
workbook-p-exact = 正確
workbook-p-drawn = 抽出{ $draws }回（種 { $seed }）
workbook-test = 比べ方
workbook-test-sign-flip = 同じ人どうし
workbook-test-permutation = 別の人どうし
workbook-hodges-lehmann = 差の中央（HL）
workbook-level = 区間の水準
workbook-hedges-g = 効果量 g
workbook-hedges-g-av = 効果量 g（平均SD）
workbook-cliffs-delta = クリフの δ
workbook-good-share = よい向きの人
workbook-period-of =
    { $period }
    { $wave }
workbook-day-scaled = 昼480分
workbook-night-scaled = 夜600分
workbook-unpaired-difference = 別の人 差
workbook-unpaired-p = 別の人 p値
workbook-unpaired-shift = 別の人 HL
workbook-unpaired-test = 別の人 比べ方

# 明細
workbook-details-title = 日ごと・業務ごとの時間（分）
workbook-details-note = 日付は、勤務が始まった日です。夜勤の0時をすぎた分も、始まった日に入ります。
workbook-details-hidden = { $people }人に満たない日と、引き算でそれがわかる日は「—」にしています。その調査時期の合計も、一部の日だけの合計になるため「—」にしています。
workbook-details-entries = 1件ごとの記録は、職員ごとの出力を選んだときだけ入ります。
workbook-entries-title = 記録の全件
workbook-staff = 職員ID
workbook-role = 職種
workbook-unit = ユニット
workbook-start = 開始

# 方法
workbook-method-title = 数え方と見かた
workbook-method-source = この報告について
workbook-method-made = 作成日時
workbook-method-program = プログラム
workbook-method-list = 業務分類
workbook-method-list-of = { $title }（{ $id }）
workbook-method-list-source = 業務分類の出典
workbook-method-slot = 1コマの長さ
workbook-method-slot-of = { $minutes }分。1コマに複数の業務があるときは、1分単位で分けて記入します。
workbook-method-night = 昼間と夜間の境
workbook-method-night-of = 夜間は { $night }（時計の時刻）です。事業所の設定で、公式の決まりではありません。勤務帯の名前ではなく、時刻で分けます。
workbook-method-people = 職員の表し方
workbook-method-with-staff = 職員ごとの出力を選んでいます。職員はIDだけで表し、順位はつけません。取り扱いに注意してください。
workbook-method-without-staff = 職員ごとの数字は入っていません。職種・ユニット・曜日・日のうち、{ $people }人に満たないまとまりと、引き算でそれがわかるまとまりの数字は出しません。昼夜・時間帯・全体の数字は、様式で求められるため、人数が少なくても出します。夜勤が1〜2人の事業所では、その人の時間だとわかることがあります。外に出す前に確かめてください。
workbook-method-counting = 時間の数え方
workbook-method-minutes = 調査票に業務が記入された分を、1分単位でそのまま足しています。
workbook-method-unfilled = 勤務時間のうち業務の記入がない分です。「その他」には入れず、別に数えます。勤務時間が書かれていない調査票では、書きかけのコマの残りを数えます。
workbook-method-share = その業務の分 ÷ 記入された分の合計。未記入は分母に入れません。
workbook-method-per-person-day = 分の合計 ÷ 調査票の数。1枚の調査票は、1人の1回の勤務です。
workbook-method-scaled = 換算した値
workbook-method-scaled-how = 勤務の長さがちがっても比べられるように、1人ずつ「その業務の分 ÷ その人の記入分 × { $day }（昼間）または { $night }（夜間）」を出し、その時間帯に記入のある人で平均します。
workbook-method-hour = 時計の1時間ごとに、その中のコマの分を足しています。夜勤の翌朝の分は、翌朝の時間帯に入ります。
workbook-method-on-duty = その時間帯に、記入か未記入の分が1分でもある調査票（1人1日で1枚）の数を、調査日数で割った人数です。
workbook-method-date = 勤務が始まった日です。日をまたぐ勤務は、始まった日に数えます。
workbook-method-rounding = 丸め
workbook-method-rounding-how = 計算は丸めずに行い、表示だけを四捨五入しています。セルには丸める前の値が入っています。＋や－のつく差だけは、四捨五入した値が入っています。
workbook-method-dash = 「—」の意味
workbook-method-dash-how = 値がない、または出せないことを表します。0とはちがいます。
workbook-method-effect = 効果の比べ方
workbook-method-person = 比べる単位
workbook-method-person-how = 1人ずつ、その時期の調査票の平均を出してから、人どうしを比べます。平均と差は、前後の両方に調査票がある人の値です（別の人どうしで比べたときは全員）。
workbook-method-paired = 同じ人どうし
workbook-method-paired-how = 前後の両方に調査票がある人の差を、符号反転の正確検定（両側）で調べます。20人までは全通り、それより多いときは抽出で計算します。
workbook-method-unpaired = 別の人どうし
workbook-method-unpaired-how = 前後の両方にいる人が半分に満たないときは、平均の差の並べかえ検定（両側）で調べます。
workbook-method-p = 取組に効果がまったくなくても、偶然だけでこれ以上の差が出る確率です。0.05より小さいとき、偶然とは言いにくいと考えます。
workbook-method-holm = 同じ分野の指標をいくつも調べると偶然の差が出やすくなるため、Holmの方法で調整した値です。
workbook-method-interval = 差の区間
workbook-method-interval-how = 差の平均の95%信頼区間です。同じ人どうしはt、別の人どうしはWelchの方法です。区間が0をまたぐときは、向きがはっきりしません。
workbook-method-hodges-lehmann = 差の中央の推定値（Hodges–Lehmann）です。区間は正確な計算によるもので、実際の水準を並べて示します。
workbook-method-size = 効果の大きさ
workbook-method-size-how = g はHedgesの補正をした標準化差、δ はCliffのデルタ（−1〜+1）です。「よい向きの人」は、よい向きに変わった人の割合です。
workbook-method-few = 人数が少ないとき
workbook-method-few-how = 同じ人が5人以下では、p値は0.05を下回ることがないため「判定できない」とします。
workbook-method-verdicts = 判定の意味
workbook-method-improved = p値が0.05より小さく、よい向きに変わりました。
workbook-method-worse = p値が0.05より小さく、よくない向きに変わりました。
workbook-method-not-shown = 偶然でも起こりうる大きさの差です。「差がない」「悪くなっていない」という意味ではありません。
workbook-method-not-decidable = 人数が足りない、調査票がない、記入率が80%に届かないなどで、判定できません。
workbook-method-grades = 確からしさの表
workbook-method-grade-a = 同じ人が8人以上、p値が0.05未満（20人までは正確なp値、21人以上は決まった種による20万回の抽出）、差の区間が0をまたがない、前後とも記入率95%以上。
workbook-method-grade-b = p値は0.05未満ですが、同じ人が6〜7人、別の人どうし、記入率80〜95%、差の区間が0をまたぐ、のいずれか。
workbook-method-grade-c = 変わった向きだけがわかります。
workbook-method-grade-d = 判定できません。
workbook-method-check = 調査票と台帳の点検
workbook-method-book = 台帳
workbook-method-book-whole = 問題は見つかりませんでした。
workbook-method-book-damaged = 問題が見つかりました。「yutori check」で内容を確かめてください。
workbook-method-sheets-of = { $sheets }票のうち、指摘のないもの { $sound }票。点数の平均 { $score }点（100点満点、参考）。
workbook-method-sheets-with = { $sheets }票
workbook-problem-unfilled = 未記入がある
workbook-problem-missing-span = 勤務時間が書かれていない
workbook-problem-outside-span = 勤務時間の外に記入
workbook-problem-break = 休憩が足りない
workbook-problem-heaping = どのコマも業務が1つだけ
workbook-problem-overlap = 別の調査票と時間が重なる
workbook-problem-copied = 別の日とほとんど同じ
