# 文書の表の取り込み
ledgerin-no-headings = 文書の表の見出しがありません。
    .hint = 「文書」「年月」（日ごとに数えたときは「日付」）と「件数」「原本の枚数」などの見出しを付けてください。用紙は yutori blank documents で作れます。
ledgerin-nothing = 件数も枚数も1つも書かれていません。
    .hint = 数を書いてから取り込んでください。
ledgerin-of-month = 「{ $field }」は日ごとの表には書けません。
    .hint = 月ごとの表に書いてください。
ledgerin-twice = 「{ $name }」{ $when }の数が2つあり、違っています（{ $place }）。
    .hint = 正しい方だけを残してください。
ledgerin-kind-twice = 「{ $name }」の分類・保管などが2とおり書かれています（{ $place }）。
    .hint = どちらかにそろえるか、片方を空にしてください。
ledgerin-open-days-twice = { $month }の営業日数が2とおりあります（{ $here }日、{ $place }では{ $there }日）。
    .hint = 同じ月は同じ日数にしてください。
ledgerin-month-and-days = 「{ $name }」{ $month }は、1か月分の数と日ごとの数の両方があり、合いません。
    .hint = 日ごとに数えたときは、1か月分の件数と枚数を空にしてください。
ledgerin-note-new = 新しい文書{ $count }種類を台帳に足しました：{ $names }
ledgerin-note-kind = 「{ $name }」の分類・保管・事項をファイルのとおりに直しました。
ledgerin-note-replaced = 台帳にあった月の数を{ $count }件、ファイルの数に置き換えました（元に戻すには yutori undo）。
ledgerin-note-similar = 新しい文書「{ $name }」は、台帳の「{ $other }」と名前が似ています。同じ文書なら、名前をそろえて取り込み直してください。
ledgerin-said-documents = 文書 { $documents }件
ledgerin-said-end = 文書の数{ $documents }件を取り込みました。

# 記入用紙
ledgerin-page-months = 文書（月ごと）
ledgerin-page-days = 数えた日
ledgerin-page-choices = 文書の一覧
ledgerin-sheet-title = 文書量の記入用紙（月ごと）
ledgerin-sheet-how = 1つの文書・1つの月を1行に書きます。わからない数は空のまま、なかったときは0と書きます。使わない行は、空のままでかまいません（取り込まれません）。行を足すときは下の空いた行を使います。見出しは変えないでください。
ledgerin-sheet-how-time = 件数：その月に作った数。原本の枚数：紙の原本の枚数（データの原本は0枚）。写し・印刷：コピーと印刷した紙。1件の分：1件を書くのにかかる分（1.5 も可）。転記の回数：1件で、ほかに書いてあることをもう一度書き写す回数。
ledgerin-days-title = 文書を数える週の記入用紙（日ごと）
ledgerin-days-how = 数えた日ごとに1行ずつ書きます。1件も作らなかった日は0と書きます。営業日数：その月に事業所が開いている日数（1行に書けば、同じ月のほかの行は空でかまいません）。
ledgerin-days-rule = 1か月分の出し方：数えた日の合計 × 営業日数 ÷ 数えた日数（小数は四捨五入）。数えた日のうち1日でも空の欄があると、その数は1か月分も「わからない」になります。
ledgerin-sheet-bad = 「{ $field }」に入れられるものではありません。
