# 「時間」の見方
views-do-choose = 見方の一覧
views-choose = どの見方にしますか。数字を押すか、上下キーで選んでEnterで決めます。
views-no-such-number = その番号の見方はありません。
