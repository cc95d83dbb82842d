# 前後の比較
margin-not-set = 許容幅が決められていません。
margin-waiting = 許容幅は操作{ $act }（{ $at }）で決められました。{ $wave }の値はまだ入っていません。
margin-in-time = 許容幅は操作{ $act }（{ $at }）で決められ、{ $wave }の最初の値は操作{ $figure-act }（{ $figure-at }）で入りました。値を見る前に決めた許容幅です。
margin-late = 許容幅は操作{ $act }（{ $at }）で決められましたが、{ $wave }の最初の値は操作{ $figure-act }（{ $figure-at }）で入っています。値が入ったあとに決めた許容幅は使えません。
