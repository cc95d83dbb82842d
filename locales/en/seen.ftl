# What the survey of challenges shows
seen-two-sentences = { $first } { $second }
seen-quoted = “{ $name }”
seen-hidden = hidden (fewer than { $people })
seen-round-hidden = { $people } people answered. So that nobody can be told, results are shown from { $fewest } people on.
seen-sentence-nothing = No viewpoint has a share yet.
seen-sentence-most = What applies most is “{ $name }”: { $share } ({ $people } people answered; others might have given about { $low } to { $high }).
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
seen-change-without-size = “{ $name }”: from { $from } to { $to } of all answers. { $verdict } (grade { $grade }, { $n } people, p={ $p }). The size is not shown: one or two people who answered in one round only could be told.
seen-change-hidden = “{ $name }” is not compared: too few people answered.
seen-why-hidden = Not compared: fewer than { $people } people answered, or answered in both rounds.
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
