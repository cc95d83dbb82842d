# 転記（同じ事項を何度も書くこと）
rewriting-no-facts = どの事項をどの文書に書いているかは、まだ入っていません。
rewriting-nothing-once = 書き写しをなくす事項は、まだ選ばれていません。
rewriting-predicted = { $kinds }種類の文書で書き写しをなくすと、1か月に{ $times }回、{ $minutes }分減る見込みです。
rewriting-unknown = 減る時間の見込みは出せません。取組前の月の件数か転記1回の分がわかりません：{ $names }。
rewriting-rule = 見込みは、取組前の月の件数×書き写しをなくす事項の数×転記1回の分です（参考：このソフトの決まり）。
rewriting-beside = 見込み、台帳の変化、調査の結果は、はかり方も単位もちがいます。足したり引いたりせず、並べて見てください。
rewriting-ledger = 同じ{ $kinds }種類の文書づくりの時間は、台帳では1か月に{ $minutes }分の減です。
rewriting-ledger-unknown = 台帳の前と後の時間は、そろっていません。
rewriting-n-figure = 事業所の値
rewriting-show-predicted = 見込み
rewriting-show-ledger = 台帳
rewriting-show-measured = 調査・測定
rewriting-measured = { $name }（{ $per }、{ $from }→{ $to }、{ $n }）：{ $before } → { $after }（{ $difference }）{ $verdict }
rewriting-measured-none = 記録の時間の調査は、まだ前後がそろっていません。
rewriting-facts = { $name }：{ $documents }つの文書（初めて{ $first }、書き写し{ $again }、なくす{ $once }）
