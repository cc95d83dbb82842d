# 別添4などの様式
form-slot = 別添4は10分きざみの用紙です。この調査票は{ $minutes }分きざみです
    .hint = 10分きざみの台帳で使ってください。
form-task-count = 別添4の業務は24行です。この業務分類には{ $count }あります
    .hint = 業務分類 kasan-2024 の台帳で使ってください。
form-unknown-task = 業務「{ $task }」は、この業務分類にありません
    .hint = 台帳の業務分類を確かめてください。
form-workbook = Excelファイルを作れませんでした（{ $cause }）
    .hint = もう一度試してください。
