# 画面の言葉
screens-title = yutori
screens-too-small = 画面が小さすぎます。横{ $columns }文字、縦{ $rows }行以上にしてください。
screens-tab-home = ホーム
screens-tab-time = 時間
screens-tab-effect = 効果
screens-tab-output = 出力
screens-unfilled = 未記入
screens-difference = 差
# 年月日の書き方（%Y 年、%-m 月、%-d 日）
screens-date = %Y年%-m月%-d日
screens-from-to = { $from }～{ $to }

# キーでできること
screens-do-quit = 終わる
screens-do-help = 使い方
screens-do-palette = できることの一覧
screens-do-next-tab = 次の画面
screens-do-previous-tab = 前の画面
screens-do-up = 上へ
screens-do-down = 下へ
screens-do-page-up = 10行上へ
screens-do-page-down = 10行下へ
screens-do-first = 最初へ
screens-do-last = 最後へ
screens-do-next-view = 見方
screens-do-previous-view = 前の見方
screens-do-next-wave = 時期
screens-do-next-period = 昼と夜
screens-do-scaled = 換算
screens-do-accept = 決める
screens-do-back = 戻る
screens-do-open = 台帳を開く
screens-do-new = 台帳を作る
screens-do-demo = 見本の事業所で試す
screens-do-import = 取り込み
screens-do-export = 書き出し
screens-do-undo = 取り消し
screens-do-redo = やり直し
screens-do-next-field = 次の欄
screens-do-previous-field = 前の欄
screens-do-next-choice = 選ぶ
screens-do-previous-choice = 前のものを選ぶ
screens-do-confirm = この内容で書き出す
screens-do-stop = 中止
screens-do-cursor-left = 1文字左へ
screens-do-cursor-right = 1文字右へ
screens-do-cursor-home = 欄の始めへ
screens-do-cursor-end = 欄の終わりへ
screens-do-erase-left = 左の文字を消す
screens-do-erase-right = 右の文字を消す
screens-do-erase-all = 欄を空にする
screens-keys-everywhere = どこでも
screens-keys-tabs = 画面の切り替え
screens-keys-rows = 選ぶ・動く
screens-keys-times = 「時間」の画面
screens-keys-book = 台帳の仕事
screens-keys-fields = 入力欄
screens-keys-questions = 確認と作業中
screens-help-says = キーの一覧です。日本語入力が入っていても、数字・記号・F1などのキーは使えます。
screens-palette-says = できること（文字を入れると絞れます）:
screens-palette-empty = その名前のものはありません。
screens-input-method-is-on = 日本語入力を切ってから押してください（半角/全角キー）。

# はじめの画面
screens-start-says = 時間の使い方を測り、取組の前と後を比べます。上下キーで選び、Enterで決めます。
screens-start-recent = 最近使った台帳
screens-start-other = ほかにできること
screens-start-book = { $name }（{ $folder }）
screens-start-new = 新しい台帳を作る
screens-start-open = 台帳のファイルを開く
screens-start-demo = 見本の事業所で試す（架空のデータです）

# ホーム
screens-wave-counts = { $staff }人、調査票{ $sheets }枚、記入{ $hours }時間
screens-no-sheets-yet = まだ調査票がありません。F5（または i）で取り込みます。
screens-alarm-book = 台帳に壊れた所があります。yutori check で確かめてください。
screens-alarm-unfilled = { $wave }は未記入が{ $share }あります。5%を超えると結果が確かでなくなります。
screens-alarm-sheets = { $points }点未満の調査票が{ $count }枚あります。「3 時間」の調査票で確かめてください。
screens-longest-category = { $wave }は{ $staff }人、調査票{ $sheets }枚です。いちばん長いのは「{ $category }」で{ $share }です。

screens-others-in-effect = 全部の指標は「4 効果」にあります。
screens-shares-note = 帯は全員を合わせた割合です。文の数字は1人ずつの平均なので、少し違います。
screens-last-change = 最後の変更: { $what }（u で取り消せます）

# 時間
screens-view-tasks = 業務
    .hint = どの業務に何分かかっているか
screens-view-hours = 時間帯
    .hint = 何時に何人いて、何をしているか
screens-view-people = 職員
    .hint = 職員（記号）ごとの時間の使い方
screens-view-sheets = 調査票
    .hint = 調査票の書きもれと気になる点
screens-period-all = 全日
screens-period-day = 昼
screens-period-night = 夜
screens-raw = 換算なし（1人1日）
screens-scaled-to = 1人{ $scale }分に換算
screens-tasks-view-only = 昼と夜、換算は「業務」の見方だけで使えます（→ で見方が変わります）。
screens-no-minutes = この時期には記入がありません。
screens-longest-task = { $wave }、{ $people }人、記入{ $minutes }分、未記入{ $unfilled }。いちばん長い業務は「{ $task }」（{ $share }）です。
screens-column-task = 分類・業務
screens-column-minutes = 合計分
screens-column-share = 割合
screens-column-each = 1人1日の分
screens-column-scaled = { $scale }分換算
screens-busiest-hour = { $wave }は{ $hour }時台に人がいちばん多く、平均{ $people }人です。多くは「{ $category }」です。
screens-hour = 時
screens-people = 人
screens-hour-detail = { $hour }時台 平均{ $people }人
screens-hours-note = 柱の高さは調査日1日あたりの平均の人数です。夜は{ $night }です。
screens-people-are-codes = 職員は記号だけで表し、順位はつけません。帯は記入された時間の割合です。
screens-column-code = 職員
screens-column-sheets = 枚数
screens-column-day-minutes = 1日の分
screens-column-categories = 時間の使い方
screens-sheets-quality = { $wave }の調査票{ $sheets }枚のうち{ $sound }枚は気になる点がありません。点の低い順で、! は先に見る票です。
screens-column-score = 点
screens-column-date = 日付
screens-column-span = 勤務
screens-column-filled = 記入分
screens-column-problem = 気になる点
screens-sheet-is-sound = この調査票に気になる点はありません。
screens-more-problems = ほかにもあります（スペースで次へ）。

# 効果
screens-no-comparison-yet = 比べるには、取組前と取組後の両方の値が要ります。調査票は F5（または i）で取り込み、ほかの指標の値は「入力」で入れます。測る前に「選ぶ」で指標と許容幅を決めておくと、質が悪くなっていないかまで言えます（→ で進みます）。
screens-no-indicators = 比べる指標がありません。
screens-less-is-good = 少ないほど良い
screens-more-is-good = 多いほど良い
screens-less = 減
screens-more = 増
screens-same = 同じ
screens-people-in-both = 両方にいる人 n={ $paired }（前{ $from }、後{ $to }）
screens-interval = 差の{ $level }区間 { $low }～{ $high }
screens-good-share = 良くなった人 { $share }
screens-why = 理由: { $why }
screens-scaled-pair = 1人{ $scale }分に換算（{ $period }）: 前 { $from } → 後 { $to }（前{ $n-from }人、後{ $n-to }人）
screens-p-holm = 指標の数を考えに入れた{ $p }（Holm）
screens-each-person = 一人ひとりの値（o は1人、数字は人数）
screens-column-indicator = 指標
screens-column-verdict = 判定

# 出力
screens-output-says = Excelの報告書です。概要、業務時間、時間帯、効果、明細、方法が入ります。
screens-report-groups = 報告書（職員ごとの表なし）
screens-report-groups-note = 委員会や外部に出すときはこちらです。3人に満たない集まりの数字は隠します。
screens-report-staff = 報告書（職員ごとの表あり）
screens-report-staff-note = 職員ID（記号）ごとの時間が入ります。事業所の中だけで使ってください。
screens-exported = 書き出しました: { $path }

# 入力
screens-open-says = 開く台帳のファイルを入れてください。
screens-new-says = 新しい台帳の名前を入れてください。今あるファイルは上書きしません。
screens-import-says = 記入済みの調査票を読みます。間違いがあれば何も取り込まず、場所を知らせます。
screens-export-says = 報告書の名前を確かめてください。
screens-ask-book = 台帳のファイル
    .hint = 例: さくら苑.yutori
screens-ask-office = 事業所の名前
    .hint = 報告書に出ます。空のままでもかまいません。
screens-ask-sheets = 調査票のファイルかフォルダー
    .hint = フォルダーなら中を全部読みます。ファイルをこの窓に落としても入ります。
screens-ask-wave = 調査の時期
    .hint = 左右のキーで選びます。
screens-ask-year = 調査の年
    .hint = 例: 2025、令和7。様式には年がないので、ファイル名にもないときに要ります。空でもかまいません。
screens-ask-report = 書き出す先
    .hint = 名前だけでも、フォルダーをつけてもかまいません。
screens-ask-staff = 職員ごとの表
    .hint = 左右のキーで選びます。
screens-wave-of-folder = フォルダー名やファイルから
screens-without-staff = 入れない
screens-with-staff = 入れる（記号）
screens-path-is-empty = 名前が空です。
screens-no-year = 年を読めません。2025 や 令和7 のように入れてください。
screens-confirm-title = 次の内容で書き出します
screens-confirm-file = ファイル: { $path }
screens-confirm-people = 職員ごとの表: { $people }
screens-confirm-staff-warning = 職員ごとの数字が入ります。渡す相手を確かめてください。
screens-confirm-says = 同じ名前のファイルは置きかわります。よければ F2（または y）、やめるなら Esc です。

# 作業中
screens-doing-open = 台帳を開いています。
screens-doing-create = 台帳を作っています。
screens-doing-demo = 見本の事業所を用意しています。
screens-doing-import = 調査票を読んでいます。
screens-doing-export = 報告書を書いています。
screens-doing-apply = 台帳に書き込んでいます
screens-doing-undo = 取り消しています。
screens-doing-redo = やり直しています。
screens-progress = { $done } / { $total }
screens-can-stop = Esc で中止できます。中止しても、もとのままです。
screens-stopping = 中止しています。
screens-cancelled = 中止しました。
    .hint = 台帳もファイルも、もとのままです。
screens-keys-for-commands = この画面では、Esc で戻ってから、n（作る）、o（開く）、i（取り込み）、u（取り消し）のキーを使います。
screens-where = 場所: { $place }
screens-nothing-to-undo = 取り消すものはありません。
screens-nothing-to-redo = やり直すものはありません。
screens-undone = 取り消しました: { $what }（Ctrl-R で元に戻せます）
screens-redone = やり直しました: { $what }

# 取り込みの結果
screens-import-written = 調査票{ $sheets }枚を台帳に取り込みました。u（またはCtrl-Z）で取り消せます。
screens-import-refused = 間違いがあったので、何も取り込んでいません。直して、また取り込んでください。
screens-import-nothing = 新しいものはありませんでした。台帳はもとのままです。
screens-import-counts = 取り込み{ $imported }件、取り込み済み{ $unchanged }件、間違いあり{ $refused }件、見合わせ{ $held }件
screens-file-imported = 取り込み
screens-file-unchanged = 取り込み済み
screens-file-refused = 間違いあり
screens-file-held-back = 見合わせ
screens-file-faults = { $count }か所
screens-file-sheets = 調査票{ $count }枚
screens-file-note = 読み取り: { $note }
screens-file-hint = 直し方: { $hint }

# 終わり方
screens-terminal-unusable = この画面では表示できません（{ $reason }）。
    .hint = 画面を使わない yutori summary などのコマンドは使えます。
screens-input-lost = キーの入力が途切れました（{ $reason }）。
    .hint = 台帳は最後の変更まで残っています。もう一度開いてください。
