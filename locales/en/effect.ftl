# before and after, and what may be said
verdict-improved = improved
verdict-not-shown = not shown
verdict-worse = worse
verdict-not-decidable = not decidable
why-no-wave = There are no time sheets of a wave to compare.
why-too-little-filled = Only { $filled } of the minutes are filled, less than 80%. Fill the gaps before comparing.
why-too-few = With the same { $n } people p can fall to { $p } at best, even if all change the same way. It can never be below 0.05; measure 6 people or more.
why-too-few-unpaired = With { $from } people before and { $to } other people after, p can fall to { $p } at best and never below 0.05. Measure the same 6 people or more.
why-nobody-changed = Nobody's value changed.
why-chance = The difference may well be chance ({ $n } people, p={ $p }). This does not mean that there is none.
why-sure = The same { $n } people were compared. Chance alone gives such a difference with p={ $p }; its interval does not include 0; { $filled } of the minutes are filled.
why-few = Grade B because only { $n } people, fewer than 8, are in both waves (p={ $p }, { $filled } filled).
why-unpaired = Grade B because { $from } people before and { $to } other people after were compared (p={ $p }, { $filled } filled).
why-partly-filled = Grade B because { $filled } of the minutes are filled, less than 95% ({ $n } people, p={ $p }).
why-interval-over-zero = Grade B because the interval of the difference includes 0 ({ $n } people, p={ $p }, { $filled } filled).
