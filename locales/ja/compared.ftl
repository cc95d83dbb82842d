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
