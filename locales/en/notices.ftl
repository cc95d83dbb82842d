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
notices-most-count = { $count }
notices-most-count-each = { $count } each
notices-do-group = group
notices-do-tags = tags
notices-do-merge = merge
notices-do-split = split
notices-do-way = list or counts
notices-way-list = list
notices-way-counts = counts
notices-way-similar = alike
notices-none-yet = There are no notices yet. Press a to write them down one by one (only what was noticed is needed), or i to import a table from Excel or CSV.
notices-none-found = No notice holds this. Esc lists all again.
notices-none-chosen = No notice is chosen.
notices-mark-first = Mark what is to be merged with Space first, then choose the notice that stands.
notices-list-only = This works in the list (v).
notices-merged = { $count ->
        [one] { $count } notice was merged into { $into }. u takes it back.
       *[other] { $count } notices were merged into { $into }. u takes it back.
    }
notices-freed = { $count ->
        [one] { $count } notice stands for itself again.
       *[other] { $count } notices stand for themselves again.
    }
notices-removed = Notice { $number } was taken out. u takes it back.
notices-removed-freed = { $removed } { $count ->
        [one] { $count } merged notice stands for itself again.
       *[other] { $count } merged notices stand for themselves again.
    }
notices-nothing-merged = Nothing was merged into this notice.
notices-none-similar = No notices are alike.
notices-similar-says = These notices may say the same. If they do, m merges the lower into the upper one; if not, leave them as they are.
notices-kept-next = Notice { $number } is written. Write the next one, or Esc to end.
notices-find = Find:
notices-find-keys = Enter keep  Esc list all
notices-summary = { $count ->
        [one] { $count } notice
       *[other] { $count } notices
    } ({ $merged } more merged)
notices-summary-found = "{ $sought }": { $count }
notices-summary-marked = { $count } marked
notices-column-number = no.
notices-column-kind = kind
notices-column-when = when
notices-column-place = where
notices-column-what = what
notices-column-weight = oft×hv
notices-column-group = group
notices-sign-things = T
notices-sign-flow = F
notices-sign-records = R
notices-sign-handover = H
notices-sign-goals = G
notices-kind-things = things
notices-kind-flow = flow
notices-kind-records = records
notices-kind-handover = handover
notices-kind-goals = goals
notices-detail = No. { $number }  { $date }  { $when }  { $place }  { $kind }
notices-detail-group = Group: { $group }
notices-detail-merged = Merged: { $notices }
notices-without = Of { $count }: { $kind } without a kind, { $part } without a time, { $weight } without a weight. Weights, also in ( ), are sums of often × heavy.
notices-heat-legend = count
notices-sum = all
notices-weight = weight
notices-unknown-part = none
notices-by-place = Places
notices-by-group = Groups
notices-other-places = { $count } other places
notices-add-title = Write down a notice (no. { $number })
notices-add-says = Only what was noticed is needed. Tab goes on, Enter writes it and asks for the next one.
notices-edit-title = Change notice { $number }
notices-edit-says = Enter writes it.
notices-group-title = { $count ->
        [one] Put { $count } notice into a group
       *[other] Put { $count } notices into a group
    }
notices-group-says = Choose a group, or type the name of a new one.
notices-group-named = { $name }
notices-group-none = no group
notices-tags-title = { $count ->
        [one] Tags of { $count } notice
       *[other] Tags of { $count } notices
    }
notices-tags-says = Words to find them by. A word that is erased is taken away.
notices-ask-what = What was noticed
    .hint = Only this is needed.
notices-ask-when = When
    .hint = e.g. after breakfast, 14:00, night shift
notices-ask-place = Where
    .hint = e.g. dining room, bathroom upstairs
notices-ask-kind = Kind (1 things  2 flow  3 records  4 handover  5 goals)
    .hint = A number or a word; leave it empty when unknown.
notices-ask-often = How often (1 seldom - 5 always)
    .hint = A number from 1 to 5; leave it empty when unknown.
notices-ask-heavy = How heavy (1 light - 5 heavy)
    .hint = A number from 1 to 5; leave it empty when unknown.
notices-ask-unit = Unit or floor
    .hint = May stay empty. The next notice takes it over.
notices-ask-role = Role of who noticed it (no names)
    .hint = May stay empty. It is in no report and no list.
notices-ask-noted = Date of the note
    .hint = e.g. 2/3 or 2026-02-03. The next notice takes it over.
notices-ask-group = Group
    .hint = Left and right choose.
notices-ask-group-name = Name of a new group
    .hint = What is typed here is the group.
notices-ask-tags = Tags, with blanks between them
    .hint = e.g. wheelchair supplies
notices-no-degree = Type a number from 1 to 5.
notices-no-such-kind = The kind is a number from 1 to 5, or a word such as "records".
notices-name-too-long = The name is too long (40 letters at most).
notices-no-date = The date cannot be read.
    .hint = Write it as 2/3 or 2026-02-03.
notices-column-date = noted
notices-column-tags = tags
notices-column-percent = alike
notices-no-number = "{ $written }" is no number of a notice.
    .hint = "yutori issues notices" shows their numbers.
notices-cli = Lists, writes down and sorts notices
notices-cli-list = Lists the notices, newest first
notices-cli-find = Only notices that hold this text (each of its words)
notices-cli-kind = Kind of trouble (1 to 5, things flow records handover goals, or a word)
notices-cli-of-tag = Only notices with this tag
notices-cli-of-group = Only notices of this group
notices-cli-number = Number of the notice
notices-cli-numbers = Numbers of notices, as many as you like
notices-cli-when = When (e.g. after breakfast, 14:00)
notices-cli-where = Where
notices-cli-often = How often (1 to 5)
notices-cli-heavy = How heavy (1 to 5)
notices-cli-role = Role of who noticed it (in no report)
notices-cli-unit = Unit or floor
notices-cli-date = Date of the note (today when left out)
notices-cli-text = What was noticed
notices-cli-add = Writes down a notice
notices-cli-edit = Changes a notice
notices-cli-clear = Empties this field (may be repeated)
notices-cli-remove = Takes notices out (undo brings them back)
notices-cli-group = Puts notices into a group
notices-cli-group-name = Name of the group
notices-cli-ungroup = Takes notices out of their group
notices-cli-words = Tags, as many as you like
notices-cli-tag = Gives a notice tags
notices-cli-untag = Takes tags from a notice
notices-cli-merge = Merges notices that say the same
notices-cli-into = Number of the notice that stands
notices-cli-unmerge = Lets merged notices stand for themselves again
notices-cli-similar = Proposes notices that may say the same
notices-cli-similar-says = These are proposals only. "yutori issues notices merge" merges what says the same.
notices-cli-none-yet = There are no notices yet. "yutori issues notices add TEXT" writes one down.
notices-cli-none-found = No notice is like that.
notices-cli-unchanged = Nothing has changed.
notices-cli-kept = No. { $number }: { $what }
notices-cli-merged = No. { $number } was merged into { $into }: { $what }
notices-cli-removed = No. { $number } was taken out.
notices-cli-left = { $count ->
        [one] There is { $count } notice.
       *[other] There are { $count } notices.
    }
notices-chart-lead = The darker a field, the more notices; in ( ) the sum of often × heavy.
notices-chart-source = { $count ->
        [one] { $count } notice
       *[other] { $count } notices
    } ({ $merged } more merged); { $kind } without a kind, { $part } without a time, { $weight } without a weight
notices-sheet = Notices
notices-sheet-title = Notices by group, the heaviest first
notices-sheet-counts = Notices counted
notices-sheet-counts-title = Notices by kind of trouble and part of the day
notices-heat-counts = Count (kind by part of the day)
notices-heat-weights = Sum of weights (often × heavy, where known)
notices-column-part = part of day
notices-column-trouble = kind of trouble
notices-column-often = often
notices-column-heavy = heavy
notices-column-merged = merged
notices-quoted = "{ $name }"
notices-quoted-between = {" and "}
notices-when-part = { $when } ({ $part })
notices-detail-one = { $number } "{ $what }"
