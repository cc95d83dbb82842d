# 前後の比較
margin-not-set = 許容幅が決められていません。
margin-waiting = 許容幅は操作{ $act }（{ $at }）で決められました。{ $wave }の値はまだ入っていません。
margin-in-time = 許容幅は操作{ $act }（{ $at }）で決められ、{ $wave }の最初の値は操作{ $figure-act }（{ $figure-at }）で入りました。値を見る前に決めた許容幅です。
margin-late = 許容幅は操作{ $act }（{ $at }）で決められましたが、{ $wave }の最初の値は操作{ $figure-act }（{ $figure-at }）で入っています。値が入ったあとに決めた許容幅は使えません。
not-worse-shown = 悪くなっていない
not-worse-not-shown = 悪くなっていないとは言えない
not-worse-worse = 許容幅を超えて悪化
not-worse-not-assessable = 判定できない
method-signed-rank = 順位で比べる（変化なしの人を除く）
method-pratt = 順位で比べる（変化なしの人も数える）
method-unpaired = 別々の人として比べる
method-rank-sum = 順位で比べる
method-without-largest = 最も大きく変わった人を除く
method-without-furthest = 値が最も離れた人を除く
method-t-test = t検定
method-welch = ウェルチのt検定
not-worse-said-shown = 許容幅を超えて悪くなってはいないと言えます。差の正確な区間（{ $interval }、{ $level }）は、悪い側へ許容幅の{ $margin }を超えません。{ $since }
not-worse-said-worse = 許容幅を超えて悪くなったと言えます。差の正確な区間（{ $interval }、{ $level }）の全体が、悪い側へ許容幅の{ $margin }を超えています。{ $since }
not-worse-said-worse-somewhat = 悪くなりましたが、許容幅を超えたかどうかは決められません。差の正確な区間（{ $interval }、{ $level }）が、悪い側へ許容幅の{ $margin }をまたぎます。{ $since }
not-worse-said-not-shown = 悪くなっていないとは言えません。差の正確な区間（{ $interval }、{ $level }）が、悪い側へ許容幅の{ $margin }をまたぎます。悪くなったという意味でもありません。{ $since }
not-worse-said-not-assessable = 悪くなっていないかどうかは判定できません。{ $why }
methods-none = 判定できないので、ほかの比べ方では調べません。
methods-agree = どの方法でも同じ答えです。
methods-differ = 方法によって答えが変わります: { $methods }。
methods-undecided = 人数が足りずに調べられない方法: { $methods }。
methods-one = { $name }と「{ $verdict }」
reason-paired = 同じ{ $n }人の前と後を比べました。
reason-unpaired = 前{ $from }人と後{ $to }人を、別々の人として比べました（両方にいるのは{ $n }人で、半分に届きません）。確からしさはBまでです。
reason-people = 比べた人は{ $n }人で、8人以上という条件を満たします。
reason-few = 比べた人は{ $n }人で、8人に届かないため、確からしさはBまでです。
reason-too-few = 比べた人は{ $n }人で、6人に届きません。全員が同じ向きに変わっても p={ $p } なので、判定できません。
reason-groups = この人数なら p={ $p } まで下がりうるので、判定できます。
reason-too-few-groups = この人数では p={ $p } までしか下がらないので、判定できません。
reason-filled = 記入率は{ $filled }で、95%以上という条件を満たします。
reason-partly-filled = 記入率は{ $filled }で、95%に届かないため、確からしさはBまでです。
reason-too-little-filled = 記入率は{ $filled }で、80%に届かないため、判定できません。
reason-entered = 調査票の記入ではなく1つずつ入れた値なので、記入率の条件はありません。
reason-missing = 前に値がある{ $from }人のうち、後にも値があるのは{ $n }人です。値のない人の変わり方が違っていれば、答えも変わりえます。
reason-beyond-chance = p={ $p } は0.05より小さく、偶然だけでは起こりにくい差です。
reason-chance = p={ $p } は0.05以上で、偶然だけでも起こりうる差です。確からしさはCまでです。
reason-beyond-zero = 差の95%区間（{ $interval }）は0をまたぎません。
reason-over-zero = 差の95%区間（{ $interval }）は0をまたぐため、確からしさはBまでです。
reason-no-interval = 差の区間を計算できないため、確からしさはBまでです。
reason-share = 前 { $from } と後 { $to } の割合を、フィッシャーの正確検定で比べました。
reason-rate = 前 { $from } と後 { $to } の発生率を、正確検定（条件付きの二項検定）で比べました。
reason-counted-interval = 差の95%区間は { $interval } です。
reason-counted-over-zero = 差の95%区間（{ $interval }）は、外れにくいように広めに作るので、0をまたいでいます。
reason-counted = 同じ人が前と後の両方に入っているかどうかは分からないので、確からしさはBまでです。
reason-drawn = 組み合わせが多いので、全部ではなく無作為に選んで計算しました（{ $method }）。
reason-holm = 同じ種類の指標を{ $indicators }つ比べました。まとめて考えたときの p は { $p } です。
reason-holm-chance = 同じ種類の指標を{ $indicators }つ比べました。まとめて考えたときの p は { $p } で0.05以上なので、この指標だけを取り上げて言い切らないでください。
reason-holds-back = 確からしさを{ $grade }にとどめたのは、{ $rules }です。
reason-nothing-holds-back = すべての条件を満たすので、確からしさはAです。
rule-waves = 値のない時期
rule-filled = 記入率
rule-design = 比べ方
rule-people = 人数
rule-chance = 偶然との区別
rule-interval = 差の区間
committee-became-paired = 同じ{ $n }人の平均が{ $from }から{ $to }に
committee-became-unpaired = 平均が前（{ $n-from }人）の{ $from }から後（別の人を含む{ $n-to }人）の{ $to }に
committee-became-counted = { $from }（{ $counted-from }）から{ $to }（{ $counted-to }）に
committee-became-figure = { $from }から{ $to }に
committee-sure = 差 { $difference }{ $interval }、p={ $p }
committee-interval = 、95%区間 { $interval }
committee-no-interval = { "" }
committee-nothing = { $name }については、判定できないため、良くなったとも悪くなったとも言えません。
committee-improved = { $name }は、{ $became }変わり（{ $sure }）、偶然だけでは起こりにくい改善が見られました（確からしさ{ $grade }）が、取組だけの効果とまでは言えません。
committee-worse = { $name }は、{ $became }変わり（{ $sure }）、偶然だけでは起こりにくい悪化が見られました（確からしさ{ $grade }）が、取組が原因とまでは言えません。
committee-improved-alone = { $name }は、{ $became }変わり（{ $sure }）、この指標だけを見れば偶然では起こりにくい改善ですが、比べた指標をまとめて考えると偶然の範囲で（補正した p={ $p-holm }）、改善したとは言い切れません。
committee-worse-alone = { $name }は、{ $became }変わり（{ $sure }）、この指標だけを見れば偶然では起こりにくい悪化ですが、比べた指標をまとめて考えると偶然の範囲で（補正した p={ $p-holm }）、悪化したとは言い切れません。
committee-not-shown = { $name }は、{ $became }なりましたが（{ $sure }）、偶然だけでも起こりうる差で、良くなったとも悪くなったとも、変わらないとも言えません。
committee-not-decidable = { $name }は、{ $became }なりましたが、判定できないため、良くなったとも悪くなったとも言えません。
committee-method = ただし、別の比べ方では答えが変わります（{ $methods }）。
committee-no-worse = 許容幅の{ $margin }を超えて悪くなってはいないことは、示せています（{ $level }の正確な区間）。
committee-beyond-margin = 許容幅の{ $margin }を超えて悪くなったと言えます（{ $level }の正確な区間）。
committee-no-worse-not-shown = 許容幅の{ $margin }を超えて悪くなっていないことも、示せていません。
committee-no-worse-not-assessable = 悪くなっていないかどうかも判定できません。
path-point = { $wave } { $mean }
path-step = { $from }から{ $to }は「{ $verdict }」（確からしさ{ $grade }）
path-sentence-same = { $name }は、どの時期にもいる{ $n }人の平均が { $points } と動きました。{ $steps }です。
path-sentence = { $name }は { $points } と動きました（各時期のすべての値）。{ $steps }です。
compare-not-worse = 悪くなっていないか: { $said }
compare-methods = ほかの比べ方: { $said }
compare-committee = 委員会で言えること: { $said }
compare-reasons = { $name }の判定の理由
compare-waves = すべての時期の動き
cli-compare-why = 判定の理由を1つずつ書き出します
measures-value-office = { $wave } { $value }
compare-reason = 　・{ $said }
compare-method = { $name }: p={ $p }、{ $verdict }
