# 課題の見える化
seen-two-sentences = { $first }{ $second }
seen-quoted = 「{ $name }」
seen-hidden = { $people }人未満のため非表示
seen-round-hidden = 回答は{ $people }人です。個人がわからないように、{ $fewest }人以上になるまで結果は出しません。
seen-sentence-nothing = 割合を出せる視点がまだありません。
seen-sentence-most = いちばん当てはまるのは「{ $name }」で、{ $share }です（{ $people }人の回答。人数からみて{ $low }〜{ $high }の幅があります）。
seen-sentence-order-open = 次の「{ $next }」とどちらが上かは、この人数では言えません。
seen-sentence-gap = 見方がいちばん違うのは「{ $name }」で、現場{ $floor }（{ $floor-people }人）、管理者{ $management }（{ $management-people }人）、差{ $points }ポイントです。
seen-sentence-gap-open = この差は人数が少なく、偶然かもしれません。
seen-sentence-gap-hidden = 現場と管理者の差は、人数が少ないか立場の記入がないため出しません。
seen-method-applies = 「当てはまる」は、2（やや当てはまる）か3（よく当てはまる）の答えです。割合は、0から3で答えた人の中での割合で、「わからない」と無回答は入りません。
seen-method-viewpoint = 視点の割合は、その設問への答えを全部合わせた割合です。同じ人の答えは似るので、95%区間（Wilson）の人数には、答えの数ではなく人の数を使います。1人の答えが全部同じ場合の幅で、実際はこれより狭いことがあります。
seen-method-person = 1人が同じ時期に2回答えたときは、番号の大きい回答だけを数えます。職員IDのない回答は、1つを1人と数えます。
seen-method-hidden = 答えた人が{ $people }人に満たない区分と、引き算でそれがわかる区分は「{ $people }人未満のため非表示」です。1つの設問で足りないときは、その視点全体でその区分を出しません。
seen-method-not-rated = 「わからない」と無回答の人が合わせて{ $people }人に満たないときは、どちらだったかを分けて出しません。
seen-method-compared = 前後の比較は、1人ずつの割合を出してから人どうしで比べます。職員IDで同じ人とわかる人が半分以上なら同じ人どうし、それより少なければ別の人どうしです。記入率のかわりに、0から3で答えた割合を使います。p値は視点の数に合わせた補正（Holm）も出します。
seen-compared-anonymous = 職員IDのない回答があるため、前後に同じ人がいても別の人として数えています。
seen-compared-improved = 減ったと言えるのは{ $names }です。
seen-compared-worse = 増えたと言えるのは{ $names }です。
seen-compared-not-shown = 差があるとは言えない視点が{ $count }つあります。
seen-compared-not-decidable = 判定できない視点が{ $count }つあります。
seen-change = 「{ $name }」は{ $from }から{ $to }（{ $points }ポイント）。{ $verdict }（確からしさ{ $grade }、{ $n }人、p={ $p }）。
seen-change-without-size = 「{ $name }」は全員の割合で{ $from }から{ $to }。{ $verdict }（確からしさ{ $grade }、{ $n }人）。差の大きさとp値は、1〜2人の答えがわかるため出しません。
seen-change-hidden = 「{ $name }」は答えた人が少ないため比べません。
seen-why-hidden = 答えた人か、前後とも答えた人が{ $people }人に満たないため、比べません。
seen-why-without-size = 片方の時期だけに答えた人か、答えていない設問のある人が1〜2人です。その人の答えがわかるため、差の大きさとp値は出しません。
seen-why-no-round = 比べる時期の回答がありません。
seen-why-too-little-rated = 0から3で答えた割合が{ $rated }で、80%に届きません。「わからない」と無回答が多いため比べられません。
seen-why-too-few = 同じ人が{ $n }人では、全員が同じ向きに変わっても p={ $smallest } までしか下がらず、0.05を下回りません。前後とも6人以上に聞いてください。
seen-why-too-few-unpaired = 前{ $from }人と後{ $to }人の別々の人では p={ $smallest } までしか下がらず、0.05を下回りません。職員IDを書いてもらい、同じ人6人以上に聞いてください。
seen-why-nobody-changed = どの人の割合も前後で変わっていません。
seen-why-sure = 同じ{ $n }人を比べました。偶然だけでこれほどの差が出る確率は p={ $p } です。差の区間は0をまたがず、0から3で答えた割合は{ $rated }です。
seen-why-few = 同じ人が{ $n }人で8人より少ないため、確からしさはBです（p={ $p }、0から3で答えた割合{ $rated }）。
seen-why-unpaired = 前{ $from }人と後{ $to }人を別々の人として比べたため、確からしさはBです（p={ $p }、0から3で答えた割合{ $rated }）。
seen-why-partly-rated = 0から3で答えた割合が{ $rated }で95%に届かないため、確からしさはBです（{ $n }人、p={ $p }）。
seen-why-interval-over-zero = 差の区間が0をまたぐため、確からしさはBです（{ $n }人、p={ $p }、0から3で答えた割合{ $rated }）。
seen-way-viewpoints = 視点ごと
seen-way-positions = 現場と管理者
seen-way-units = ユニットごと
seen-way-rounds = 前と後
seen-do-way = 見方を変える
seen-do-statements = 設問
seen-none-yet = 課題の質問票の回答がまだありません。
seen-begin-blank = b   白紙の質問票（Excel）を作って配ります。
seen-begin-import = i   記入された質問票やアンケートのCSVを取り込みます。
seen-begin-answer = a   この画面で1問ずつ答えます。
seen-one-round = 比べられる回答がまだありません。取組の後に同じ質問票でもう一度聞くと、ここに前と後が並びます。
seen-people = { $people }人
seen-people-of-positions = { $people }人（現場{ $floor }、管理者{ $management }）
seen-count = { $people }人
seen-column-viewpoint = 視点
seen-column-share = 割合
seen-column-interval = 区間%
seen-column-people = 人数
seen-column-floor = 現場
seen-column-management = 管理者
seen-column-gap = 差
seen-column-points = 差
seen-column-unit = ユニット
seen-note-viewpoints = 棒は当てはまる割合、[ ]は95%区間（人の数で）。
seen-note-positions = o 現場　x 管理者（0〜100%、点は25%ごと）。差は管理者-現場（ポイント）。
seen-note-statements = 割合は0から3で答えた人の中の割合、[ ]は95%区間。Escで戻る。
seen-note-units = 数字は当てはまる割合。*は{ $people }人未満のため非表示（引き算でわかるところも隠します）。
seen-hidden-short = *
seen-no-units = ユニットの書かれた回答がありません。
seen-units-no-statements = 設問は「視点ごと」か「現場と管理者」で見られます。
seen-code-name = { $code } { $name }
seen-statements-of = { $code } { $name }
seen-share-of-people = { $share }（{ $people }人）
seen-both-positions = 現場 { $floor }　管理者 { $management }
seen-gap-points = 差 { $points }
seen-not-rated = わからない{ $unknown }　無回答{ $missing }
seen-not-rated-few = わからない・無回答 少数
seen-why-no-spread = 全員の割合が同じ時期があり、差の区間を出せないため、判定しません。
seen-cli-survey = 見える化：当てはまる割合を視点・設問・現場と管理者・ユニットごとに、前と後があれば比べる
seen-cli-wave = この時期だけ
seen-cli-from = 比べる前の時期
seen-cli-to = 比べる後の時期
seen-no-answers = 課題の質問票の回答がまだありません
    .hint = 記入された質問票を yutori import で取り込んでから、もう一度試してください。
seen-no-such-round = { $wave }の回答がありません
    .hint = 「yutori issues survey」で、どの時期の回答があるかを見てください。
seen-nothing-to-compare = 比べられる回答がありません
    .hint = 同じ質問票に、2つの時期で3人以上が答えていると比べられます。
seen-head = { $wave }　{ $title } 第{ $version }版（{ $source }）　{ $people }人
seen-column-statement = 設問
seen-column-n = 答えた人
seen-column-unknown = わからない
seen-column-missing = 無回答
seen-chart-all = 全体（線は95%区間）
seen-chart-all-of = 全体 { $share }（{ $range }%）{ $people }人
seen-chart-positions = 現場 { $floor }　管理者 { $management }　差 { $gap }
seen-chart-positions-hidden = 現場と管理者は{ $people }人未満のため非表示
seen-chart-group-hidden = 非表示
seen-chart-side = { $wave } { $share }（{ $people }人）
seen-chart-side-hidden = { $wave } { $hidden }
seen-chart-change = 差 { $points }　{ $verdict } { $grade }
seen-chart-compared = 差・判定・確からしさは、人どうしで比べた結果です（線は95%区間）。
seen-chart-note = 割合は「当てはまる」（2か3）の答えの割合。{ $people }人未満と、引き算でそれがわかる区分は出しません。
seen-sheet = 課題
seen-sheet-title = 課題の見える化
seen-sheet-method = 数え方
seen-column-answers = 答えの数
seen-column-rank = 順番
seen-column-applies = 当てはまる
seen-column-of =
    { $group }
    { $column }
seen-column-gap-points =
    差
    ポイント
seen-column-change-points =
    差
    ポイント
seen-column-all = 全体
seen-chart-title = { $wave }：視点ごとの当てはまる割合
seen-statements-title = { $wave }：設問ごと
seen-units-title = { $wave }：ユニットごとの当てはまる割合
seen-compared-title = { $from } → { $to }
