# 効果の画面
effect-view-result = 結果
effect-view-choose = 選ぶ
effect-view-enter = 入力
effect-view-quadrant = 効率と質
effect-view-series = 推移
effect-view-judge = 判断
effect-keys = 4 効果
