//! The findings that charts and screens draw from: their figures are those of the summary, and people stay unknown.

use yutori::report::finding::Summary;
use yutori::report::{self, Holdings};
use yutori::screens::desk::Shown;
use yutori::text::{Lang, Text};
use yutori::worktime::Wave;

use crate::screens::sample::sample;

fn text() -> Text {
    Text::new(Lang::Ja)
}

fn parts(shown: &Shown) -> (&Holdings, &Summary) {
    (&shown.holdings, &shown.summary)
}

fn near(one: f64, other: f64) {
    assert!((one - other).abs() < 1e-9, "{one} {other}");
}

#[test]
fn shares_of_a_bar_are_those_of_the_summary_and_make_a_whole() {
    let shown = sample();
    let (holdings, summary) = parts(&shown);
    let shares = report::shares(summary, &report::classes(&holdings.founding.task_list, &text()));
    assert_eq!(shares.bars.len(), 3 * summary.waves.len());
    for bar in &shares.bars {
        near(bar.parts.iter().filter_map(|part| part.share).sum(), 1.0);
    }
    let whole = &shares.bars[0];
    assert_eq!(whole.parts[1].share, summary.waves[0].categories[1].share);
    assert_eq!(
        (whole.minutes, whole.unfilled),
        (summary.waves[0].minutes, summary.waves[0].unfilled)
    );
}

#[test]
fn tasks_fall_and_their_running_total_ends_at_the_whole() {
    let shown = sample();
    let (holdings, summary) = parts(&shown);
    let list = &holdings.founding.task_list;
    let pareto = report::pareto(summary, list, &report::classes(list, &text()), &text());
    let before: Vec<u32> = pareto.lines.iter().map(|line| line.values[0].minutes).collect();
    assert!(before.is_sorted_by(|one, next| one >= next));
    for wave in 0..summary.waves.len() {
        let last = pareto.lines.last().unwrap();
        assert_eq!(last.values[wave].cumulative, Some(1.0));
        let sum: u32 = pareto.lines.iter().map(|line| line.values[wave].minutes).sum();
        assert_eq!(sum, summary.waves[wave].minutes);
    }
}

#[test]
fn hours_and_fields_add_up_to_the_wave() {
    let shown = sample();
    let (holdings, summary) = parts(&shown);
    let list = &holdings.founding.task_list;
    let classes = report::classes(list, &text());
    let load = report::load(summary, &classes);
    for (wave, load) in summary.waves.iter().zip(&load.waves) {
        let whole: f64 = load.hours.iter().map(report::finding::HourLoad::whole).sum();
        near(
            whole * f64::from(u32::try_from(wave.days).unwrap()),
            f64::from(wave.minutes + wave.unfilled),
        );
        let heat = report::heat(
            &holdings.sheets,
            Wave::parse(&wave.id).unwrap(),
            list,
            &classes,
            &text(),
        )
        .unwrap();
        assert_eq!(heat.size, report::finding::WaveSize::of(wave));
        for row in &heat.rows {
            let task = wave.tasks.iter().find(|task| task.code == row.code).unwrap();
            assert_eq!(row.minutes.iter().sum::<u32>(), task.minutes, "{}", row.name);
        }
        for hour in 0..24 {
            let filled: u32 = heat.rows.iter().map(|row| row.minutes[hour]).sum();
            assert_eq!(
                (filled, heat.unfilled[hour]),
                (wave.hours[hour].minutes, wave.hours[hour].unfilled)
            );
        }
    }
    assert!(report::heat(&holdings.sheets, Wave::After(9), list, &classes, &text()).is_none());
}

#[test]
fn the_spread_names_nobody_and_its_mean_is_that_of_the_comparison() {
    let shown = sample();
    let (holdings, summary) = parts(&shown);
    let classes = report::classes(&holdings.founding.task_list, &text());
    let spread = report::spread(summary, &classes, holdings.catalog.indicators(), &text());
    let said = serde_json::to_string(&spread).unwrap();
    for person in &summary.waves[0].staff_minutes {
        assert!(!said.contains(&person.staff));
    }
    let records = spread
        .measures
        .iter()
        .find(|measure| measure.code == "record-minutes")
        .unwrap();
    let compared = shown.comparisons().unwrap();
    let compared = compared
        .indicators
        .iter()
        .find(|indicator| indicator.id == "record-minutes")
        .unwrap();
    assert_eq!(records.waves[0].people, compared.n_from);
    // The comparison is of the people in both waves; its mean is theirs only where nobody is in one wave alone.
    if compared.n_paired == compared.n_from {
        near(records.waves[0].mean.unwrap(), compared.from.as_ref().unwrap().mean);
    }
    assert!(records.waves[0].values.is_sorted());
}

#[test]
fn a_small_wave_has_no_spread() {
    let shown = sample();
    let (holdings, summary) = parts(&shown);
    let mut summary = summary.clone();
    for wave in &mut summary.waves {
        wave.staff_minutes.truncate(2);
    }
    let classes = report::classes(&holdings.founding.task_list, &text());
    let spread = report::spread(&summary, &classes, &[], &text());
    assert!(spread.hidden());
    assert!(
        spread
            .measures
            .iter()
            .flat_map(|measure| &measure.waves)
            .all(|wave| wave.values.is_empty())
    );
}

#[test]
fn a_day_shows_each_shift_with_letters_instead_of_codes() {
    let shown = sample();
    let (holdings, summary) = parts(&shown);
    let list = &holdings.founding.task_list;
    let classes = report::classes(list, &text());
    let date = report::fullest_date(&holdings.sheets, Wave::Before).unwrap();
    let day = report::timeline(&holdings.sheets, (Wave::Before, date), list, &classes, false, &text()).unwrap();
    let line = summary.waves[0].dates.iter().find(|line| line.date == date).unwrap();
    assert_eq!(
        (day.size.people, day.size.minutes, day.size.unfilled),
        (line.people, line.minutes, line.unfilled)
    );
    assert_eq!(day.bars.iter().filter(|bar| !bar.began_before).count(), line.sheets);
    assert_eq!(day.bars[0].letters, "A");
    let said = serde_json::to_string(&day).unwrap();
    for person in &summary.waves[0].staff_minutes {
        assert!(!said.contains(&person.staff));
    }
    let named = report::timeline(&holdings.sheets, (Wave::Before, date), list, &classes, true, &text()).unwrap();
    assert!(named.bars.iter().all(|bar| bar.staff.is_some()));
    for bar in &day.bars {
        assert_eq!((bar.runs[0].from, bar.runs.last().unwrap().to), (bar.from, bar.to));
        assert!(bar.runs.is_sorted_by(|one, next| one.to <= next.from));
    }
    assert_eq!((day.on_duty[0].from, day.on_duty.last().unwrap().to), (0, 1440));
    assert!(
        day.on_duty
            .is_sorted_by(|one, next| one.to == next.from && one.people != next.people)
    );
}

#[test]
fn a_night_shift_goes_on_at_the_top_of_the_next_day() {
    let shown = sample();
    let holdings = &shown.holdings;
    let list = &holdings.founding.task_list;
    let classes = report::classes(list, &text());
    let night = holdings.sheets.iter().find(|(wave, sheet)| {
        let next = sheet.date.succ_opt().unwrap();
        *wave == Wave::Before
            && sheet.span().is_some_and(|span| span.end() > 1440)
            && report::timeline_dates(&holdings.sheets, *wave).contains_key(&next)
    });
    let (wave, night) = night.unwrap();
    let next = night.date.succ_opt().unwrap();
    let day = report::timeline(&holdings.sheets, (*wave, next), list, &classes, true, &text()).unwrap();
    let bar = &day.bars[0];
    assert!(bar.began_before);
    assert_eq!((day.from, bar.from), (0, 0));
    let rest = day
        .bars
        .iter()
        .find(|bar| bar.began_before && bar.staff.as_deref() == Some(night.staff.as_str()));
    assert_eq!(rest.unwrap().to, night.span().unwrap().end() - 1440);
}
