# Notices
notices-empty = The notice says nothing.
    .hint = Write what was noticed, even in one word.
notices-none-named = No notice was named.
    .hint = "yutori issues notices" shows their numbers.
notices-unknown = There is no notice { $number }.
    .hint = "yutori issues notices" shows their numbers.
notices-is-evidence = { $count ->
        [one] A box of the cause map rests on notice { $number }: { $boxes }
       *[other] { $count } boxes of the cause map rest on notice { $number }: { $boxes }
    }
    .hint = Take this evidence away in the cause map first.
notices-into-itself = Notice { $number } cannot be merged into itself.
    .hint = Choose another notice to merge into.
notices-into-merged = Notice { $number } was merged into notice { $stands } already.
    .hint = Merge into { $stands }, or take { $number } out of the merge first.
notices-already-merged = Notice { $number } was merged into notice { $stands } already.
    .hint = Take { $number } out of that merge first.
notices-not-merged = Notice { $number } was not merged into another.
    .hint = "yutori issues notices list --json" shows the numbers of merged notices.
notices-empty-group = The group has no name.
    .hint = Type a name, or choose "no group".
notices-empty-tag = No tag was given.
    .hint = Write one or more words, with blanks between them.
notices-no-kind = no kind
notices-no-part = no time
notices-no-place = no place
notices-no-group = no group
notices-most = Of { $n ->
        [one] { $n } notice
       *[other] { $n } notices
    }, most are { $most }.
notices-most-between = {", "}
notices-most-place = at { $names } ({ $count })
notices-most-part = in the { $names } ({ $count })
notices-most-kind = about { $names } ({ $count })
