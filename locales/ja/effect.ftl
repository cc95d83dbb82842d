# 前後の比較と判定
verdict-improved = 改善
verdict-not-shown = 差は示せない
verdict-worse = 悪化
verdict-not-decidable = 判定できない
why-no-wave = 比べる時期の調査票がありません。
why-no-values = 比べる時期の値がありません。
why-too-little-filled = 記入率が{ $filled }で、80%に届きません。未記入を埋めてから比べてください。
why-too-few = 同じ人が{ $n }人では、全員が同じ向きに変わっても p={ $p } までしか下がりません。0.05を下回ることは決してないので、6人以上で測ってください。
why-too-few-unpaired = 前{ $from }人と後{ $to }人の別々の人では p={ $p } までしか下がらず、0.05を下回りません。同じ人を6人以上測ってください。
why-no-spread = 前か後の人が1人だけか、どの人の値も同じなので、差の区間を計算できず、判定できません。
why-nobody-changed = どの人の値も前後で変わっていません。
why-chance = 偶然でも起こりうる大きさの差です（{ $n }人、p={ $p }）。差がないという意味ではありません。
why-sure = 同じ{ $n }人を比べました。偶然だけでこれほどの差が出る確率は p={ $p } です。差の区間は0をまたがず、記入率は{ $filled }です。
why-sure-entered = 同じ{ $n }人を比べました。偶然だけでこれほどの差が出る確率は p={ $p } です。差の区間は0をまたぎません。
why-few = 同じ人が{ $n }人で8人より少ないため、確からしさはBです（p={ $p }{ $also }）。
why-unpaired = 前{ $from }人と後{ $to }人の別々の人を比べたため、確からしさはBです（p={ $p }{ $also }）。
why-partly-filled = 記入率が{ $filled }で95%に届かないため、確からしさはBです（{ $n }人、p={ $p }）。
why-interval-over-zero = 差の区間が0をまたぐため、確からしさはBです（{ $n }人、p={ $p }{ $also }）。
why-no-interval = 全員が同じだけ変わり、差の区間を計算できないため、確からしさはBです（{ $n }人、p={ $p }）。
why-also-filled = 、記入率{ $filled }
why-also-nothing = { "" }
why-counted = 前後あわせて{ $count }件を数えました。偶然だけでこれほどの差が出る確率は p={ $p } です。同じ人が前後にいるかどうかは分からないため、確からしさはBまでです。
why-chance-counted = 前後あわせて{ $count }件では、偶然でも起こりうる大きさの差です（p={ $p }）。差がないという意味ではありません。
why-too-few-counted = 前後あわせて{ $count }件では、どのように分かれても p={ $p } までしか下がらず、0.05を下回りません。もっと長い期間か、多くの人で数えてください。
why-not-counted = 件数が整数でないため、割合や発生率として比べられません。
why-one-figure = 事業所全体の数が前と後に1つずつでは、偶然かどうかを判定できません。毎月の値を入れて、推移で見てください。
why-too-few-to-show = 値が{ $people }人分に届かないため、だれの値か分からないように表示も判定もしません。
effect-sentence-no-values = { $name }は、前か後の値がないため比べられません。
effect-sentence-hidden = { $name }は、値が{ $people }人分に届かないため表示しません。
effect-sentence-counted = { $name }は、前 { $from }（{ $counted-from }） → 後 { $to }（{ $counted-to }）（{ $difference }、{ $change }）。判定は「{ $verdict }」、確からしさ{ $grade }です（p={ $p }）。
effect-sentence-figure = { $name }は、前 { $from } → 後 { $to }（{ $difference }、{ $change }）。1つずつの数なので判定できません（確からしさ{ $grade }）。
why-on-the-edge-counted = p={ $p } は0.05より小さいものの、発生率の比の区間が1をまたぐため、差があるとまでは言えません（前後あわせて{ $count }件）。
