# Official forms
form-slot = Form 別添4 has ten-minute columns; this sheet has slots of { $minutes } minutes
    .hint = Use it with a book of ten-minute slots.
form-task-count = Form 別添4 has rows for 24 tasks; this task list has { $count }
    .hint = Use it with a book of the task list kasan-2024.
form-unknown-task = Task “{ $task }” is not in this task list
    .hint = Check the task list of the book.
form-workbook = The Excel file could not be made ({ $cause })
    .hint = Try once more.
