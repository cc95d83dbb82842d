# indicators/ のデータファイル
catalog-unreadable = データファイルを読めません（{ $error }）
    .hint = ファイルがあるか、開く権限があるかを確かめてください。
catalog-malformed = データファイルの書き方に誤りがあります：{ $error }
    .hint = 示された行を直してください。書き方は indicators/README.md にあります。
catalog-slot = 1コマの長さ { $minutes }分は使えません
    .hint = 5、10、15、30、60 のどれかにしてください。
catalog-empty = 業務が1つもありません
    .hint = [[tasks]] を1つ以上書いてください。
catalog-no-category = 業務 { $task } の分類 { $category } がありません
    .hint = [[categories]] にある記号を使ってください。
catalog-twice = { $id } が2回あります
    .hint = 記号は1回だけ使ってください。
catalog-key-twice = キー「{ $key }」が2つの業務にあります。
catalog-no-list = 業務分類 { $id } がありません
    .hint = from と to には、ある業務分類の id を書いてください。
catalog-no-task = 業務分類 { $list } に業務 { $task } がありません
    .hint = [tasks] には、2つの業務分類にある番号だけを書いてください。
