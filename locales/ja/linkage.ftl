# ケアプランデータ連携: 送り方、減る分、データで送った提供票
linkage-before = 連携前
linkage-after = 連携後

# 言い方
linkage-rule = 減る額（年）＝12×（連携前の月−連携後の月）−ライセンス料。分は手順ごとに件数×1件の分、人件費は分×時給÷60、実費は件数×1件の額で、どれも1回だけ四捨五入します。マイナスは増えることを表します。
linkage-said-nothing = 送り方がまだ入っていません。連携前の1か月の件数と分から入れてください。
linkage-said-only-before = 連携前（{ $month }）は{ $pieces }件を{ $minutes }分で送っていました。連携後の月を入れると、減る分が出ます。
linkage-said-only-after = 連携後（{ $month }）は{ $pieces }件を{ $minutes }分で送っています。連携前の月を入れると、減る分が出ます。
linkage-said-minutes-less = やりとりの時間は月{ $amount }分（年{ $year }分）減ります。
linkage-said-minutes-more = やりとりの時間は月{ $amount }分（年{ $year }分）増えます。
linkage-said-minutes-same = やりとりの時間は変わりません。
linkage-said-yen-less = 人件費を入れると、ライセンス料を引いて年{ $amount }円減ります。
linkage-said-yen-more = 人件費を入れると、ライセンス料をふくめて年{ $amount }円増えます。
linkage-said-yen-same = 人件費を入れると、かかる額は変わりません。
linkage-said-expenses-less = 人件費を入れないと、年{ $amount }円減ります。
linkage-said-expenses-more = 人件費を入れないと、年{ $amount }円増えます。
linkage-said-expenses-same = 人件費を入れないと、かかる額は変わりません。
linkage-note-no-wage = 時給が入っていないので、人件費を入れた額は出ません。
linkage-note-no-licence = ライセンス料が分からないので、年の額は出ません。事業所の額を入れてください。
linkage-note-pieces = 送った件数が違います（連携前 { $before }件、連携後 { $after }件）。差には件数の違いもふくまれます。
linkage-note-no-minutes = 手順の分が入っていない送り方があります（{ $ways }）。0分として数えています。
linkage-note-year = 年の数字は1か月の数字の{ $months }倍です。1年を測ったものではありません。

# 入力
linkage-no-month = { $side }の月がまだ入っていません。
    .hint = 先に月を入れてください（例: 2025-10）。
linkage-bad-month = 年月として読めません。
    .hint = 2025-10 か 令和7年10月 のように書きます。
linkage-bad-count = 0から{ $most }までの整数ではありません。
    .hint = 1,500 のように、小数のない数で書きます。
linkage-bad-figure = 0から{ $most }までの数ではありません。
    .hint = 2.5 のように、小数は3けたまでで書きます。
linkage-bad-step = 手順の名前がないか、{ $most }字より長いです。
    .hint = 手順は print などの記号か、短い言葉で書きます。

# 取り込み
linkage-in-name-form = 連携システムの標準のファイル名ではありません。
    .hint = 介護ソフトが付けた名前のまま取り込んでください（例: UPPLAN_年月_送信元の番号_送信先の番号_日時.CSV）。
linkage-in-name-month = ファイル名の年月が正しくありません。
    .hint = 介護ソフトから出し直してください。
linkage-in-name-office = ファイル名の事業所番号が10けたではありません。
    .hint = 介護ソフトから出し直してください。
linkage-in-name-made = ファイル名の作成日時が正しくありません。
    .hint = 介護ソフトから出し直してください。
linkage-in-same-office = 送信元と送信先が同じ事業所です。
    .hint = 介護ソフトの送り先を確かめてください。
linkage-in-not-ours = この台帳の事業所（{ $number }）が送信元でも送信先でもありません。
    .hint = ほかの事業所のファイルが混ざっていないか確かめてください。
linkage-in-made-later = ファイル名の作成日時が、今より先です。
    .hint = パソコンの日付とファイル名を確かめてください。
linkage-in-far-plan = 提供月（{ $month }）が、作成した月より{ $months }か月を超えて先です。
    .hint = ファイル名の年月と作成日時を確かめてください。
linkage-in-early-result = 実績の提供月（{ $month }）が、作成した月より先です。
    .hint = ファイル名の年月と作成日時を確かめてください。
linkage-in-empty = 行がありません。
    .hint = 介護ソフトから出し直してください。
linkage-in-bytes = MS932（Shift_JIS）の文字として読めないところがあります。
    .hint = 介護ソフトから出し直してください。
linkage-in-fields = 項目が{ $fields }個です（正しくは{ $expected }個）。
    .hint = 表計算ソフトで開いて保存し直したファイルは使わず、介護ソフトから出し直してください。
linkage-in-insurer = { $field }番目の項目（保険者番号）が正しくありません。
    .hint = 介護ソフトから出し直してください。
linkage-in-insured = { $field }番目の項目（被保険者番号）が10けたではありません。
    .hint = 先頭の0が消えていないか確かめて、介護ソフトから出し直してください。
linkage-in-month-field = { $field }番目の項目（提供年月）が年月6けたではありません。
    .hint = 介護ソフトから出し直してください。
linkage-in-office-field = { $field }番目の項目（事業所番号）が10けたではありません。
    .hint = 先頭の0が消えていないか確かめて、介護ソフトから出し直してください。
linkage-in-month = 提供年月（{ $month }）が、ファイル名の年月（{ $expected }）と違います。
    .hint = ファイル名を変えていないか確かめてください。
linkage-in-two-months = 提供年月（{ $month }）が、前の行の年月（{ $expected }）と違います。
    .hint = 月ごとに分けて、介護ソフトから出し直してください。
linkage-in-other-offices = 計画の事業所もサービスの事業所も、ファイル名にない事業所です。
    .hint = ファイル名を変えていないか確かめてください。
linkage-in-note-other = ケアプランデータ連携の別のファイルです（計画書、別表、補足情報など）。提供票は数えません。
linkage-in-note-no-number = 台帳に事業所番号がないので、この事業所のファイルかどうかは確かめていません。
linkage-in-note-month = ファイル名に年月がないので、行の年月（{ $month }）で数えます。
linkage-in-note-joined = { $month }の同じ相手のファイルが前にもありました。新しい利用者{ $new }人を足して、{ $users }人と数えます。
linkage-in-said-slips = 提供票 { $slips }件
linkage-in-said-end = データで送った提供票{ $slips }件を数えました（名前や被保険者番号は台帳に入れません）。

# データで送った提供票
linkage-slips-none = データで送った提供票は、まだ数えていません。連携の標準CSVのフォルダーを yutori import で取り込むと数えます。
linkage-slips-said = データでやりとりした提供票は、{ $month }に{ $slips }件（利用者{ $users }人）です。数えた月は{ $months }か月です。
linkage-slips-rule = 提供票は、月・予定と実績・送信元と送信先ごとに、利用者1人を1件と数えます。取り込んだファイルの中だけの数です。
linkage-slips-inferred = 台帳に事業所番号がないので、どのファイルにも出てくる { $number } をこの事業所と見て、送った・受け取ったを分けています。
linkage-slips-no-number = この事業所の番号が分からないので、送った・受け取ったは分けられません。事業所番号は yutori new --number で台帳に入ります。
linkage-slips-others = この事業所（{ $number }）が送信元でも送信先でもないファイルがあります。相手の数には入れていません。

# 文字の出力
linkage-text-reference-yen = 参考: { $text }（{ $source }）
linkage-text-references = 参考（公表された数字で、この事業所の結果ではありません）
linkage-text-month = { $side } { $month }
linkage-text-licence = ライセンス料
linkage-text-wage = 時給
linkage-text-own = 事業所の額
linkage-text-of-ledger = 文書台帳の時給
linkage-licence-from = { $from }から { $yen }
linkage-column-way = 送り方
linkage-column-side = 時期
linkage-column-step = 手順
linkage-column-pieces = 件数
linkage-column-each = 1件の分
linkage-column-minutes = 分
linkage-column-yen-each = 1件の実費
linkage-column-expenses = 実費
linkage-column-month = 月
linkage-column-slips = 提供票
linkage-column-planned = 予定
linkage-column-done = 実績
linkage-column-sent = 送った
linkage-column-received = 受け取った
linkage-column-partners = 相手
linkage-column-users = 利用者
linkage-column-change = 減る分
linkage-column-year = 年
linkage-total = 計
linkage-with-labour = 人件費を入れた額
linkage-without-labour = 人件費を入れない額（実費）
linkage-row-minutes = 時間（分）
linkage-row-labour = 人件費（円）
linkage-row-expenses = 実費（円）
linkage-row-cost = 合計（円）

# 命令
linkage-cli = ケアプランデータ連携で減る時間と費用、データで送った提供票の数
linkage-cli-show = 減る時間と費用、データで送った提供票の数を見ます
linkage-cli-set = 月、送り方、件数、手順の分、実費、時給、ライセンス料を入れます
linkage-cli-side = before（連携前）か after（連携後）
linkage-cli-month = その時期の月（例: 2025-10）
linkage-cli-way = 送り方（fax、post、hand、mail、chat、system）
linkage-cli-pieces = その送り方の1か月の件数
linkage-cli-minutes = 手順と1件の分（例: envelope=2.5）。何回でも書けます。「手順=」で消します
linkage-cli-yen = 1件の実費（円）
linkage-cli-wage = 1時間の人件費（円）。none で文書台帳の時給に戻します
linkage-cli-licence = 1年のライセンス料（円）。none で公表の額に戻します
linkage-cli-remove = その送り方、送り方がなければその時期を消します
linkage-usage-side = { $side } という時期はありません。
    .hint = before（連携前）か after（連携後）です。
linkage-usage-way = { $way } という送り方はありません。
    .hint = 送り方は { $ways } です。
linkage-usage-minutes = 「{ $written }」は手順と分として読めません。
    .hint = --minutes envelope=2.5 のように書きます。
linkage-usage-need-side = 月・件数・分・実費は、時期といっしょに入れます。
    .hint = yutori documents linkage set before --month 2025-10 のように書きます。
linkage-usage-need-way = 件数・分・実費は、送り方といっしょに入れます。
    .hint = --way post のように書きます。
linkage-usage-nothing = 入れるものがありません。
    .hint = --month、--way、--wage、--licence のどれかを書きます。

# 図
chart-linkage = ケアプランデータ連携
linkage-chart-figure = { $minutes }分（{ $pieces }件）
linkage-chart-planned = データで送った予定
linkage-chart-done = データで送った実績

# 報告用ブック
linkage-sheet = データ連携
linkage-sheet-title = ケアプランデータ連携で減る時間と費用
linkage-sheet-wage = 時給（円）
linkage-sheet-licence = ライセンス料（円・年）
linkage-sheet-saved-month = 減る分（月）
linkage-sheet-saved-year = 減る分（年）
linkage-sheet-chart = 送り方ごとの分（連携前と連携後）
linkage-sheet-by-step = 計算のもと（件数・1件の分・実費を直すと、上の数字も変わります）
linkage-sheet-slips = データでやりとりした提供票

# 画面
linkage-do-edit = 数を入れる
linkage-view = 連携
linkage-view-how = Enterで直します（件数を入れると手順が出ます）
linkage-view-saved = 減る分（マイナスは増えます）
linkage-view-slips = データの提供票 { $month }: { $slips }件（送った { $sent }、受け取った { $received }、相手 { $partners }か所、利用者 { $users }人）
linkage-row-none = この行は読むだけです。
linkage-row-costs = 時給・ライセンス料
linkage-row-pieces = { $way }の件数
linkage-row-step = { $step }（1件の分）
linkage-row-yen = 1件の実費（円）
linkage-ask-months = 比べる月
linkage-ask-months-says = 連携前の1か月と、連携後（または予定）の1か月です。空にすると、その月の送り方も消えます。
linkage-ask-costs-says = 空にすると、時給は文書台帳の時給、ライセンス料は公表の額を使います。
linkage-ask-pieces-says = 1か月に送った件数です。空にすると、その送り方を消します。
linkage-ask-step = { $way }・{ $step }（1件の分）
linkage-ask-step-says = 1件にかかる分です（例: 2.5）。空にすると消します。
linkage-ask-yen = { $way }の1件の実費（円）
linkage-ask-yen-says = 切手・紙・通信など、人件費のほかにかかる額です。
linkage-ask-wage = 時給（円）
linkage-ask-licence = ライセンス料（円・年）
