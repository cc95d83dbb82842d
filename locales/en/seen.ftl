# What the survey of challenges shows
seen-two-sentences = { $first } { $second }
seen-quoted = “{ $name }”
seen-hidden = hidden (fewer than { $people })
seen-round-hidden = { $people } people answered. So that nobody can be told, results are shown from { $fewest } people on.
seen-sentence-nothing = No viewpoint has a share yet.
seen-sentence-most = What applies most is “{ $name }”: { $share } ({ $people } people answered; with so many it may be anything from { $low } to { $high }).
seen-sentence-order-open = Whether it or “{ $next }” comes first cannot be said with so few people.
seen-sentence-gap = Views differ most on “{ $name }”: floor { $floor } ({ $floor-people } people), managers { $management } ({ $management-people } people), difference { $points } points.
seen-sentence-gap-open = With so few people this difference may be chance.
seen-sentence-gap-hidden = The difference between floor and managers is not shown: too few people, or they did not say where they work.
seen-method-applies = “Applies” are the answers 2 (applies somewhat) and 3 (applies well). Shares are of the people who answered 0 to 3; “I do not know” and blanks do not count.
seen-method-viewpoint = The share of a viewpoint is that of all answers to its statements. Answers of one person are alike, so the 95 % interval (Wilson) takes the number of people, not of answers. It is as wide as if all answers of a person were the same, and may be wider than it need be.
seen-method-person = Of two answers of one person in a round, only the one with the greater number counts. Answers without a staff code count as one person each.
seen-method-hidden = Groups in which fewer than { $people } people answered, and groups from which these could be found by subtraction, are “hidden (fewer than { $people })”. Where one statement has too few, the group is hidden in the whole viewpoint.
seen-method-not-rated = Where fewer than { $people } people said “I do not know” or left a statement out, it is not told which of the two they did.
seen-method-compared = Rounds are compared by person: first each person's share, then people with people. Where at least half are known by their codes to be the same, they are compared with themselves, else as different people. In the place of filled minutes stands the share of statements answered 0 to 3. P values are also given after Holm among the viewpoints.
seen-compared-anonymous = Some answers have no staff code: the same person in both rounds counts as two different ones.
seen-compared-improved = It can be said that less applies of { $names }.
seen-compared-worse = It can be said that more applies of { $names }.
seen-compared-not-shown = Viewpoints without a difference that can be shown: { $count }.
seen-compared-not-decidable = Viewpoints that cannot be decided: { $count }.
seen-change = “{ $name }”: from { $from } to { $to } ({ $points } points). { $verdict } (grade { $grade }, { $n } people, p={ $p }).
seen-change-without-size = “{ $name }”: from { $from } to { $to } of all answers. { $verdict } (grade { $grade }, { $n } people). The size and p are not shown: they would tell the answers of one or two people.
seen-change-hidden = “{ $name }” is not compared: too few people answered.
seen-why-hidden = Not compared: fewer than { $people } people answered, or answered in both rounds.
seen-why-without-size = One or two people answered in one round only, or left statements out. The size of the difference and p are not shown: they would tell their answers.
seen-why-no-round = There are no answers of a round to compare.
seen-why-too-little-rated = Only { $rated } of the statements were answered 0 to 3, less than 80 %. With so many “I do not know” and blanks nothing can be compared.
seen-why-too-few = With { $n } of the same people, p could only fall to { $smallest } even if all changed in the same way, never below 0.05. Ask six or more in both rounds.
seen-why-too-few-unpaired = With { $from } people before and { $to } others after, p could only fall to { $smallest }, never below 0.05. Ask for staff codes, and six or more of the same people.
seen-why-nobody-changed = Nobody's share changed.
seen-why-sure = The same { $n } people were compared. By chance alone so large a difference has a probability of p={ $p }. Its interval does not reach 0, and { $rated } of the statements were answered 0 to 3.
seen-why-few = Grade B: the same people are { $n }, fewer than eight (p={ $p }, { $rated } answered 0 to 3).
seen-why-unpaired = Grade B: { $from } people before and { $to } after were compared as different people (p={ $p }, { $rated } answered 0 to 3).
seen-why-partly-rated = Grade B: { $rated } of the statements were answered 0 to 3, less than 95 % ({ $n } people, p={ $p }).
seen-why-interval-over-zero = Grade B: the interval of the difference reaches over 0 ({ $n } people, p={ $p }, { $rated } answered 0 to 3).
seen-way-viewpoints = By viewpoint
seen-way-positions = Floor and managers
seen-way-units = By unit
seen-way-rounds = Before and after
seen-do-way = Look in another way
seen-do-statements = Statements
seen-none-yet = Nobody has answered the challenge sheet yet.
seen-begin-blank = b   makes empty questionnaires (Excel) to hand out.
seen-begin-import = i   reads filled questionnaires, or the CSV of a web form.
seen-begin-answer = a   asks the questions one by one on this screen.
seen-one-round = There is nothing to compare yet. Ask again with the same questionnaire after the improvement, and both rounds stand here.
seen-people = { $people } people
seen-people-of-positions = { $people } people (floor { $floor }, managers { $management })
seen-count = { $people }
seen-column-viewpoint = Viewpoint
seen-column-share = Share
seen-column-interval = 95%
seen-column-people = People
seen-column-floor = Floor
seen-column-management = Mgrs
seen-column-gap = Gap
seen-column-points = Change
seen-column-unit = Unit
seen-note-viewpoints = Bars: share that applies; [ ] its 95% interval.
seen-note-positions = o floor  x managers (0-100%, a dot each 25%). Gap: managers - floor, points.
seen-note-statements = Shares are of the people who answered 0 to 3; [ ] is the 95% interval. Esc goes back.
seen-note-units = Share that applies. * is hidden (fewer than { $people }, or to be found by subtraction).
seen-hidden-short = *
seen-no-units = No answer names a unit.
seen-units-no-statements = Statements are shown by viewpoint, or for floor and managers.
seen-code-name = { $code } { $name }
seen-statements-of = { $code } { $name }
seen-share-of-people = { $share } ({ $people })
seen-both-positions = Floor { $floor }  Managers { $management }
seen-gap-points = gap { $points }
seen-not-rated = do not know { $unknown }, blank { $missing }
seen-not-rated-few = few did not say
seen-why-no-spread = In one round everybody's share is the same, so the difference has no interval and nothing is claimed.
seen-cli-survey = What the survey shows: shares by viewpoint, statement, floor and managers, unit; and rounds compared
seen-cli-wave = this round only
seen-cli-from = the earlier round to compare
seen-cli-to = the later round to compare
seen-no-answers = nobody has answered the challenge sheet yet
    .hint = Read filled questionnaires with yutori import, and try again.
seen-no-such-round = there are no answers of { $wave }
    .hint = See with yutori issues survey which rounds have answers.
seen-nothing-to-compare = there are no rounds to compare
    .hint = Three or more people must have answered the same questionnaire in both rounds.
seen-head = { $wave }  { $title } version { $version } ({ $source })  { $people } people
seen-column-statement = Statement
seen-column-n = Rated
seen-column-unknown = Unknown
seen-column-missing = Blank
seen-chart-all = all (line: 95% interval)
seen-chart-all-of = all { $share } ({ $range }%), { $people } people
seen-chart-positions = floor { $floor }  managers { $management }  gap { $gap }
seen-chart-positions-hidden = floor and managers hidden (fewer than { $people })
seen-chart-group-hidden = hidden
seen-chart-side = { $wave } { $share } ({ $people })
seen-chart-side-hidden = { $wave } { $hidden }
seen-chart-change = change { $points }  { $verdict } { $grade }
seen-chart-compared = Change, verdict and grade are of people compared (lines: 95% intervals).
seen-chart-note = Shares are of the answers that apply (2 or 3). Groups under { $people }, and those from which these could be found, are not shown.
seen-sheet = Challenges
seen-sheet-title = What the survey of challenges shows
seen-sheet-method = How it was counted
seen-column-answers = Answers
seen-column-rank = Place
seen-column-applies = Applies
seen-column-of =
    { $group }
    { $column }
seen-column-gap-points =
    Gap
    points
seen-column-change-points =
    Change
    points
seen-column-all = All
seen-chart-title = { $wave }: share that applies by viewpoint
seen-statements-title = { $wave }: by statement
seen-units-title = { $wave }: share that applies by unit
seen-compared-title = { $from } → { $to }
