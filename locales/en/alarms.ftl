stage-prepare = Prepare
stage-see = See
stage-plan = Plan
stage-act = Act
stage-look-back = Review
stage-replan = Replan
alarm-unjudged = { $count } judgements after { $wave } are not written yet ({ $days } days since the survey).
alarm-unjudged-undated = { $count } judgements after { $wave } are not written yet.
alarm-asleep = { $days } days without news: measure { $number } “{ $text }”
alarm-steps = A step is late ({ $date }{ $others ->
        [0] {""}
       *[other] , { $others } more
    }): measure { $number } “{ $text }”
alarm-checks = A check date has passed ({ $date }{ $others ->
        [0] {""}
       *[other] , { $others } more
    }): measure { $number } “{ $text }”
alarm-past-end = The planned end has passed ({ $date }): measure { $number } “{ $text }”
alarm-committee = The committee has not met for three months (last on { $date }).
alarm-chosen = { $count } challenges are chosen. Please work on at most { $most } at once.
alarm-others = { $count } more.
alarm-stage = You are at step { $step } of 6, { $name }.
alarm-none = Nothing is forgotten.
next-import = Next: press Enter to import the sheets from before the change. To begin with what troubles people, open 2 Challenges.
next-collect = Next: narrow the troubles down under 2 Challenges, with the cause map and the choice. To study the time too, press Enter and import the sheets from before.
next-choose = Next: Enter opens 2 Challenges; choose at most three, work on them for about three months, then measure again and press i to import.
next-measure = Next: Enter opens the plan; decide on measures for what was chosen.
next-follow = Next: Enter opens the plan; write down how it goes. Measure again after about three months and press i to import.
next-again = Next: the measures are over. Measure again and press Enter to import.
next-judge = Next: talk over whether care became better, and press Enter to write it down.
next-effect = Next: the team has judged. Talk over in the committee what goes on and what stops. Enter shows the effect.
next-answers = Next: Enter shows the answers before and after; talk about them in the team.
next-replan = Next: talk in the committee about what to keep and what to stop; Enter chooses the next challenges.
cli-issues-alarms = Show the step you are at and what must not be forgotten
demo-challenges-seen = Challenges: { $before } people answered before and { $after } after, { $notices } notices, a cause map of { $boxes } boxes.
demo-challenges-chosen = { $chosen } of { $challenges } challenges were chosen: { $names }.
demo-challenges-between = {" / "}
demo-challenges-done = { $measures } measures ({ $done } done, { $underway } underway, { $stuck } stuck), { $meetings } meetings of the committee. See yutori issues.
demo-effects-chosen = Effects: { $chosen } indicators chosen ({ $margins } with a margin), { $figures } figures.
demo-effects-judged = The team has judged { $judgements } of { $measures } measures. See yutori judge.
