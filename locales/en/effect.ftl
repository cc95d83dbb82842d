# before and after, and what may be said
verdict-improved = improved
verdict-not-shown = not shown
verdict-worse = worse
verdict-not-decidable = not decidable
why-no-wave = There are no time sheets of a wave to compare.
why-no-values = There are no values of a wave to compare.
why-too-little-filled = Only { $filled } of the minutes are filled, less than 80%. Fill the gaps before comparing.
why-too-few = With the same { $n } people p can fall to { $p } at best, even if all change the same way. It can never be below 0.05; measure 6 people or more.
why-too-few-unpaired = With { $from } people before and { $to } other people after, p can fall to { $p } at best and never below 0.05. Measure the same 6 people or more.
why-no-spread = With one person only before or after, or the same value for everyone, no interval of the difference can be computed, and nothing can be decided.
why-nobody-changed = Nobody's value changed.
why-chance = The difference may well be chance ({ $n } people, p={ $p }). This does not mean that there is none.
why-sure = The same { $n } people were compared. Chance alone gives such a difference with p={ $p }; its interval does not include 0; { $filled } of the minutes are filled.
why-sure-entered = The same { $n } people were compared. Chance alone gives such a difference with p={ $p }; its interval does not include 0.
why-few = Grade B because only { $n } people, fewer than 8, are in both waves (p={ $p }{ $also }).
why-unpaired = Grade B because { $from } people before and { $to } other people after were compared (p={ $p }{ $also }).
why-partly-filled = Grade B because { $filled } of the minutes are filled, less than 95% ({ $n } people, p={ $p }).
why-interval-over-zero = Grade B because the interval of the difference includes 0 ({ $n } people, p={ $p }{ $also }).
why-no-interval = Grade B because everyone changed by the same amount, so that no interval of the difference can be computed ({ $n } people, p={ $p }).
why-also-filled = , { $filled } filled
why-also-nothing = { "" }
why-counted = { $count } were counted before and after together. Chance alone gives such a difference with p={ $p }. Grade B at most, as it is not known who is in both.
why-chance-counted = With { $count } counted before and after together the difference may well be chance (p={ $p }). This does not mean that there is none.
why-too-few-counted = With { $count } counted before and after together p can fall to { $p } at best, however they are split, and never below 0.05. Count over a longer time or more people.
why-not-counted = What was counted is no whole number, so that shares or rates cannot be compared.
why-one-figure = With one figure of the office before and one after it cannot be told whether the change is chance. Enter a value each month and look at the series.
why-too-few-to-show = There are fewer than { $people } people, so that nothing is shown or decided: nobody's own value may be seen.
effect-sentence-no-values = { $name } cannot be compared: there are no values before or after.
effect-sentence-hidden = { $name } is not shown: there are fewer than { $people } people.
effect-sentence-counted = { $name }: before { $from } ({ $counted-from }) → after { $to } ({ $counted-to }) ({ $difference }, { $change }). Verdict “{ $verdict }”, grade { $grade } (p={ $p }).
effect-sentence-figure = { $name }: before { $from } → after { $to } ({ $difference }, { $change }). One figure each decides nothing (grade { $grade }).
why-on-the-edge-counted = p={ $p } is below 0.05, but the interval of the ratio of the rates includes 1, so no difference is claimed ({ $count } counted before and after together).
