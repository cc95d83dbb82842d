# 質問票の回答
answer-head-round = 調査時期
answer-head-staff = 職員ID（書かなくてもよい）
answer-head-unit = ユニット・フロア
answer-head-role = 職種
answer-head-date = 記入日
answer-head-position = 立場
