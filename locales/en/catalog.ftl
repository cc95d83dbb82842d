# data files of indicators/
catalog-unreadable = The data file cannot be read ({ $error })
    .hint = See whether the file is there and may be opened.
catalog-malformed = The data file is not written as expected: { $error }
    .hint = Mend the line named. indicators/README.md tells how to write it.
catalog-slot = A slot of { $minutes } minutes cannot be used
    .hint = Use 5, 10, 15, 30 or 60.
catalog-empty = There is no task
    .hint = Write at least one [[tasks]].
catalog-no-category = Task { $task } names category { $category }, which is not there
    .hint = Use a code that stands in [[categories]].
catalog-twice = { $id } stands there twice
    .hint = Use each code once.
catalog-key-twice = Two tasks have the key { $key }.
catalog-no-list = there is no task list { $id }
    .hint = from and to must be ids of task lists.
catalog-no-task = task list { $list } has no task { $task }
    .hint = [tasks] may only have codes of the two lists.
