# words of results
weekday-monday = Monday
weekday-tuesday = Tuesday
weekday-wednesday = Wednesday
weekday-thursday = Thursday
weekday-friday = Friday
weekday-saturday = Saturday
weekday-sunday = Sunday
change-unknown = no percentage
effect-sentence = { $name }: before { $from } → after { $to } ({ $difference }, { $change }). Verdict: { $verdict }, grade { $grade } ({ $n } people, { $p }).
effect-sentence-no-wave = { $name } cannot be compared: the sheets of a wave are missing.
unit-points = points
save-no-folder = There is no such folder to write to
    .hint = Make the folder, or name another place.
