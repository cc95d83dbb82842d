# 課題の回答と気づきの取り込み
surveyin-column-staff = 職員ID
surveyin-column-role = 職種
surveyin-column-unit = ユニット・フロア
surveyin-column-position = 立場
surveyin-column-date = 日付
surveyin-column-round = 調査時期
surveyin-column-ignored = 使わない列

# 見出し
surveyin-no-headings = 回答の表の見出しが見つかりません。
    .hint = 1行目に、設問の文か番号（1aなど）を見出しとして書いてください。
surveyin-no-statements = 設問の列がありません。
    .hint = 設問の文か番号（1aなど）を見出しにしてください。
surveyin-unknown-heading = 見出し「{ $heading }」が何の列か分かりません。
    .hint = 設問の文か番号（1aなど）に直すか、意味を教えてください（コマンドでは --column "見出し=1a"、使わない列は --column "見出し=-"）。一度教えれば台帳が覚えます。
surveyin-other-words = 見出し「{ $heading }」は{ $code }で始まりますが、文が質問票と違います。
    .hint = 文を質問票と同じにするか、意味を教えてください（コマンドでは --column "見出し=1a"、使わない列は --column "見出し=-"）。
surveyin-heading-contradicts = 見出し「{ $heading }」は、番号が{ $code }で、文は{ $other }のものです。
    .hint = 番号か文を直すか、意味を教えてください（コマンドでは --column "見出し=1a"）。
surveyin-no-such-statement = 見出し「{ $heading }」は{ $code }と教わりましたが、質問票「{ $questionnaire }」に{ $code }はありません。
    .hint = 意味を教え直してください（コマンドでは yutori issues columns set "見出し" 1a）。
surveyin-blank-heading = 見出しのない列に、書かれているものがあります。
    .hint = 見出しを書くか、その列を消してください。

# 質問票
surveyin-which-questionnaire = どの質問票の回答か分かりません（{ $ids }）。
    .hint = 見出しを設問の文にするか、質問票を選んでください（コマンドでは --questionnaire challenge-facility）。
surveyin-no-such-questionnaire = 質問票「{ $id }」はありません（あるのは { $ids }）。
    .hint = 質問票の名前を確かめてください。
surveyin-two-questionnaires = 1つの表に、別の質問票「{ $written }」の行があります。
    .hint = 質問票ごとに、表を分けてください。
surveyin-questionnaire-unknown = 質問票「{ $id }」は、この台帳にも用意された質問票の中にもありません。
    .hint = 事業所の質問票なら、台帳の隣の indicators/surveys フォルダーに入れてください。
surveyin-other-version = 質問票「{ $id }」の版が違います（シートは{ $written }、台帳は{ $version }）。
    .hint = 設問が変わっているかもしれません。今の版のシートを作り直して（yutori blank survey）、書き写してください。
surveyin-no-mark = 質問票の名前（1行目）が消えています。
    .hint = 配ったシートの1行目を書き戻すか、シートを作り直して書き写してください。
surveyin-row-moved = ここには設問{ $code }の番号があるはずです。行がずれているか、番号が書き変えられています。
    .hint = 行を足したり消したりせず、配ったままの並びに戻してください。
surveyin-row-renamed = 設問{ $code }の文が「{ $text }」ではありません。
    .hint = 設問の文を配ったときのものに戻してください。文を変えると、別の設問の回答になってしまいます。

# 回答
surveyin-no-round = いつの回答（取組前、取組後①など）か分かりません。
    .hint = シートの「調査時期」か表の「時期」の列に書くか、調査の時期を指定してください（コマンドでは --wave before）。「取組前」「after1」などの名前のフォルダーに入れても分かります。
surveyin-rounds-contradict = ここの時期は{ $written }ですが、{ $wave }として取り込もうとしています。
    .hint = 時期の書いてあるファイルは、調査の時期を指定せずに（コマンドでは --wave を付けずに）取り込んでください。
surveyin-bad-answer = 回答「{ $written }」を読めません。
    .hint = 0から3の数字か、質問票の選択肢の言葉（よく当てはまる、わからない など）を書いてください。空欄は無回答になります。
surveyin-answer-above-three = 回答「{ $written }」は0から3の外です。
    .hint = 0から3の数字か、質問票の選択肢の言葉を書いてください。1から4で集めた回答は、1を引いて0から3に直してください。
surveyin-answer-twice = 同じ人の設問{ $code }の回答が2つあります。
    .hint = どちらが正しいか確かめて、片方を消してください。
surveyin-unknown-statement = 設問「{ $written }」が質問票にありません。
    .hint = 設問の番号（1aなど）か、質問票の文を書いてください。
surveyin-no-respondent = だれの回答か分かりません。
    .hint = 回答者の列に、番号を書いてください。名前は要りません。
surveyin-person-differs = 同じ人の欄に、違うことが書かれています。
    .hint = どれが正しいか確かめて、そろえてください。
surveyin-bad-position = 立場「{ $written }」を読めません。
    .hint = 「{ $floor }」か「{ $management }」と書いてください。
surveyin-no-answers = 回答が1つもありません。
    .hint = 書く前のファイルでないか確かめてください。
surveyin-sheet-empty = 回答が1つも書かれていません。
    .hint = 白紙のシートなら、取り込むフォルダーから除いてください。
surveyin-code-twice = { $wave }に、職員ID「{ $staff }」の回答が2つあります（{ $here } と { $other }）。
    .hint = 同じ人が2回答えたか、番号を書き間違えています。片方を除くか、番号を直してください。
surveyin-at-cell = { $file } の { $cell }
surveyin-at-line = { $file } の{ $line }行目
surveyin-no-plan = 業務表ではありません（課題の回答か気づきのファイルです）。
    .hint = 「yutori import」で取り込んでください。

# 気づき
surveyin-no-notice-headings = 気づきの表の見出しが見つかりません。
    .hint = 1行目に「いつ」「どこで」「どんな課題や気づき」「困りごと分類」などの見出しを書いてください。
surveyin-no-notices = 気づきが1つも書かれていません。
    .hint = 書く前のファイルでないか確かめてください。
surveyin-notice-without-words = 気づきの内容が書かれていません。
    .hint = 「どんな課題や気づき？」の欄に書くか、この行を消してください。
surveyin-bad-kind = 困りごと分類「{ $written }」を読めません。
    .hint = 1から5の番号か、物を探す・準備・片付け・移動／仕事の流れ・分担・偏り／記録や書類／連絡・申し送り／目標の共有・改善活動 のどれかを書いてください。
surveyin-bad-degree = { $column }「{ $written }」を読めません。
    .hint = 1（少ない）から5（多い）の数字を書いてください。
surveyin-notice-often = よくある度
surveyin-notice-heavy = 大変さ

# 取り込みの覚え書き
surveyin-note-personal = 名前や連絡先の列は読まず、台帳に残しません（{ $columns }）。
surveyin-note-silent-lines = 回答の1つもない行が{ $count }行あり、取り込みません。
surveyin-note-missing = 無回答が{ $count }か所あります。無回答のまま取り込みます。
surveyin-note-not-asked = 表にない設問があります（{ $codes }）。
surveyin-note-same-answers = すべて同じ内容の回答が台帳にあります。同じ紙を2回取り込んでいないか確かめてください。
surveyin-note-known-answers = 前に取り込んだ回答が{ $count }件あり、二重には数えません。
surveyin-note-known-notices = 前に取り込んだ気づきが{ $count }件あり、二重には数えません。
surveyin-note-no-day-part = 「いつ」から時間帯の分からない気づきが{ $count }件あります。

# 取り込みの結果
surveyin-said-one = 回答 { $responses }人分（{ $rows }問）
surveyin-said-notices = 気づき { $notices }件
surveyin-said-end = 回答 { $responses }人分、気づき { $notices }件を取り込みました。
surveyin-results-written = 回答{ $responses }人分、気づき{ $notices }件を取り込みました。
surveyin-results-file = 回答 { $count }人
surveyin-results-file-notices = 気づき { $count }件

# 見出しの対応
surveyin-do-map = 見出しの意味を教える
surveyin-do-save = 覚えてもう一度
surveyin-in-results = 意味の分からない見出しが{ $count }個あります。F4キーで、設問や欄に結び付けられます。
surveyin-in-results-questionnaire = どの質問票の回答か分かりません。F4キーで選べます。
surveyin-map-title = 回答の表の見出し
surveyin-map-says = 見出しごとに、設問の番号（1aなど）か欄を選びます。覚えた意味は次から使います。
surveyin-map-questionnaire = 質問票
surveyin-map-not-yet = まだ決まっていません
surveyin-map-none-chosen = まだ1つも選んでいません。
surveyin-map-none = 意味の分からない見出しはありません。

# 命令
surveyin-cli-column = 回答の表の見出しの意味（1aなどの番号、role、unit、position、staff、date、round、使わない列は -）。何度でも書けます
surveyin-cli-questionnaire = 見出しが番号だけの表が、どの質問票の回答か（challenge-facility など）
surveyin-cli-blank = 気づきを書く用紙（気づきシート）を作ります
surveyin-cli-blank-out = 作るファイル（.xlsx）
surveyin-cli-columns = 回答の表の見出しの意味：一覧、登録、取り消し
surveyin-cli-columns-list = 覚えている見出しの一覧
surveyin-cli-columns-set = 見出しの意味を覚えます
surveyin-cli-columns-remove = 見出しの意味を忘れます
surveyin-cli-heading = 見出し
surveyin-cli-meaning = 意味（1aなどの番号、role、unit、position、staff、date、round、使わない列は -）
surveyin-usage-column = 「{ $written }」の書き方が違います。
    .hint = --column "見出し=1a" のように、見出しと意味を = でつないでください。
surveyin-usage-meaning = 意味「{ $written }」が分かりません。
    .hint = 設問の番号（1aなど）か、role、unit、position、staff、date、round、使わない列は - と書いてください。
surveyin-usage-heading = 見出しが空です。
    .hint = 表に書いてあるとおりに見出しを書いてください。
surveyin-columns-none = 覚えている見出しはありません。
surveyin-columns-heading = 見出し
surveyin-columns-meaning = 意味
surveyin-columns-text = 設問・欄
surveyin-columns-set = 「{ $heading }」は { $meaning } として覚えました。
surveyin-columns-removed = 「{ $heading }」の意味を忘れました。
surveyin-columns-unknown = 見出し「{ $heading }」は覚えていません。
    .hint = yutori issues columns list で、覚えている見出しを確かめてください。
surveyin-columns-no-statement = 設問「{ $code }」は、どの質問票にもありません。
    .hint = 設問の番号（1aなど）を確かめてください。

# 気づきシート
surveyin-form-page = 気づきシート
surveyin-form-title = 気づきシート
surveyin-form-how = 困ったこと、もっと良くできそうなことを、1行に1つ書いてください。人の名前は書かないでください。
surveyin-form-scale = よくある度：1 まれ～5 いつも　　大変さ：1 少し～5 とても
surveyin-form-kinds = 困りごと分類：{ $kinds }
surveyin-form-office = 事業所：{ $office }
surveyin-form-when = いつ？
surveyin-form-place = どこで？
surveyin-form-what = どんな課題や気づき？
surveyin-form-kind = 困りごと分類
surveyin-form-role = 職種
surveyin-form-often = よくある度
surveyin-form-heavy = 大変さ
surveyin-form-bad-kind = 一覧から選んでください。
surveyin-form-bad-degree = 1から5の数字を書いてください。
