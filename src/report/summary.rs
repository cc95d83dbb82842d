//! Where the working time went: from the sheets of a book to a [`Summary`].

use std::collections::{BTreeMap, BTreeSet};

use super::finding::{
    CategoryLine, DateLine, GroupLine, HourLine, OfficeName, PeriodSummary, Periods, StaffLine, Summary, TaskLine,
    WaveSummary,
};
use super::groups::hide_small;
use crate::analysis::{AnalysisError, Dimension, Frame, Key, ScaledMean, Total, scaled_means, totals};
use crate::book::Founding;
use crate::office::SMALLEST_GROUP;
use crate::text::Text;
use crate::worktime::{Period, Sheet, TaskCode, TaskList, Wave};

/// Sums up every wave of the given sheets.
pub fn summary(founding: &Founding, sheets: &[(Wave, Sheet)], text: &Text) -> Result<Summary, AnalysisError> {
    let frame = Frame::of(sheets, &founding.task_list, founding.night)?;
    let waves: BTreeSet<Wave> = sheets.iter().map(|(wave, _)| *wave).collect();
    let totals = Totals::of(&frame)?;
    Ok(Summary {
        schema: "yutori.summary/1".to_owned(),
        office: OfficeName {
            name: founding.office.name.clone(),
            number: founding.office.number.clone(),
        },
        task_list: founding.task_list.id.clone(),
        slot_minutes: founding.slot_minutes,
        night_hours: founding.night.to_string(),
        waves: waves
            .into_iter()
            .map(|wave| {
                let summing = Summing {
                    frame: &frame,
                    tasks: &founding.task_list,
                    totals: &totals,
                    text,
                    wave,
                };
                summing.wave(sheets)
            })
            .collect::<Result<_, _>>()?,
        list_notes: Vec::new(),
    })
}

/// The totals of all waves, one query each.
struct Totals {
    wave: Vec<Total>,
    task: Vec<Total>,
    hour: Vec<Total>,
    hour_category: Vec<Total>,
    staff: Vec<Total>,
    staff_task: Vec<Total>,
    date: Vec<Total>,
    date_task: Vec<Total>,
    period: Vec<Total>,
    period_task: Vec<Total>,
    role: Vec<Total>,
    role_category: Vec<Total>,
    unit: Vec<Total>,
    unit_category: Vec<Total>,
    weekday: Vec<Total>,
    weekday_category: Vec<Total>,
}

impl Totals {
    fn of(frame: &Frame) -> Result<Self, AnalysisError> {
        use Dimension::{Category, Date, Hour, Period, Role, Staff, Task, Unit, Wave, Weekday};
        Ok(Self {
            wave: totals(frame, &[Wave])?,
            task: totals(frame, &[Wave, Task])?,
            hour: totals(frame, &[Wave, Hour])?,
            hour_category: totals(frame, &[Wave, Hour, Category])?,
            staff: totals(frame, &[Wave, Staff])?,
            staff_task: totals(frame, &[Wave, Staff, Task])?,
            date: totals(frame, &[Wave, Date])?,
            date_task: totals(frame, &[Wave, Date, Task])?,
            period: totals(frame, &[Wave, Period])?,
            period_task: totals(frame, &[Wave, Period, Task])?,
            role: totals(frame, &[Wave, Role])?,
            role_category: totals(frame, &[Wave, Role, Category])?,
            unit: totals(frame, &[Wave, Unit])?,
            unit_category: totals(frame, &[Wave, Unit, Category])?,
            weekday: totals(frame, &[Wave, Weekday])?,
            weekday_category: totals(frame, &[Wave, Weekday, Category])?,
        })
    }
}

/// One wave while it is summed up.
struct Summing<'a> {
    frame: &'a Frame,
    tasks: &'a TaskList,
    totals: &'a Totals,
    text: &'a Text,
    wave: Wave,
}

impl Summing<'_> {
    fn wave(&self, sheets: &[(Wave, Sheet)]) -> Result<WaveSummary, AnalysisError> {
        let mine = || {
            sheets
                .iter()
                .filter(|(wave, _)| *wave == self.wave)
                .map(|(_, sheet)| sheet)
        };
        let dates: BTreeSet<_> = mine().map(|sheet| sheet.date).collect();
        let staff: BTreeSet<_> = mine().map(|sheet| &sheet.staff).collect();
        let sheet_count = mine().count();
        let whole = self.of(&self.totals.wave).next();
        let minutes = whole.map_or(0, |total| total.minutes);
        let by_task = sums(self.of(&self.totals.task), 1);
        Ok(WaveSummary {
            id: self.wave.id(),
            label: self.text.say(&self.wave.label()),
            from: dates.first().copied(),
            to: dates.last().copied(),
            staff: staff.len(),
            sheets: sheet_count,
            days: dates.len(),
            minutes,
            unfilled: whole.map_or(0, |total| total.unfilled),
            categories: self.categories(&by_task, minutes, sheet_count, &[]),
            tasks: self.tasks(&by_task, minutes, sheet_count, &[]),
            hours: self.hours(dates.len()),
            staff_minutes: self.staff(),
            roles: self.groups(&self.totals.role, &self.totals.role_category, |key| {
                key.text().to_owned()
            }),
            units: self.groups(&self.totals.unit, &self.totals.unit_category, |key| {
                key.text().to_owned()
            }),
            weekdays: self.groups(&self.totals.weekday, &self.totals.weekday_category, |key| {
                self.weekday(key.number())
            }),
            dates: self.dates(),
            periods: Periods {
                day: self.period(Period::Day)?,
                night: self.period(Period::Night)?,
            },
        })
    }

    /// The totals of this wave.
    fn of<'t>(&self, totals: &'t [Total]) -> impl Iterator<Item = &'t Total> + use<'t> {
        let id = self.wave.id();
        totals
            .iter()
            .filter(move |total| total.keys.first().is_some_and(|key| key.text() == id))
    }

    fn categories(&self, by_task: &Sums, whole: u32, sheets: usize, scaled: &[ScaledMean]) -> Vec<CategoryLine> {
        let by_category = self.by_category(by_task);
        self.tasks
            .categories
            .iter()
            .map(|category| {
                let minutes = by_category.get(category.code.as_str()).copied().unwrap_or(0);
                CategoryLine {
                    code: category.code.to_string(),
                    name: self.text.lang().of(&category.name).to_owned(),
                    kind: category.kind,
                    minutes,
                    share: share(minutes, whole),
                    per_person_day: mean(minutes, sheets),
                    scaled: scaled_of(scaled, |task| {
                        self.tasks.task(task).is_some_and(|task| task.category == category.code)
                    }),
                }
            })
            .collect()
    }

    fn tasks(&self, by_task: &Sums, whole: u32, sheets: usize, scaled: &[ScaledMean]) -> Vec<TaskLine> {
        self.tasks
            .tasks
            .iter()
            .map(|task| {
                let minutes = by_task.get(task.code.as_str()).copied().unwrap_or(0);
                TaskLine {
                    code: task.code.to_string(),
                    name: self.text.lang().of(&task.name).to_owned(),
                    category: task.category.to_string(),
                    minutes,
                    share: share(minutes, whole),
                    per_person_day: mean(minutes, sheets),
                    scaled: scaled_of(scaled, |other| *other == task.code),
                }
            })
            .collect()
    }

    fn hours(&self, days: usize) -> Vec<HourLine> {
        (0..24)
            .map(|hour| {
                let at = |total: &&Total| total.keys.get(1) == Some(&Key::Number(hour));
                let total = self.of(&self.totals.hour).find(at);
                HourLine {
                    hour: u16::try_from(hour).expect("an hour is below 24"),
                    minutes: total.map_or(0, |total| total.minutes),
                    unfilled: total.map_or(0, |total| total.unfilled),
                    people: mean(
                        total.map_or(0, |total| u32::try_from(total.on_duty).unwrap_or(u32::MAX)),
                        days,
                    ),
                    by_category: self.filled(sums(self.of(&self.totals.hour_category).filter(at), 2)),
                }
            })
            .collect()
    }

    fn staff(&self) -> Vec<StaffLine> {
        self.of(&self.totals.staff)
            .map(|total| {
                let staff = total.keys.get(1);
                let by_task = sums(
                    self.of(&self.totals.staff_task)
                        .filter(|part| part.keys.get(1) == staff),
                    2,
                );
                StaffLine {
                    staff: staff.map_or_else(String::new, |key| key.text().to_owned()),
                    sheets: total.sheets,
                    minutes: total.minutes,
                    unfilled: total.unfilled,
                    by_category: self.by_category(&by_task),
                    by_task,
                }
            })
            .collect()
    }

    fn groups(&self, whole: &[Total], parts: &[Total], name: impl Fn(&Key) -> String) -> Vec<GroupLine> {
        let groups: Vec<&Total> = self.of(whole).collect();
        let hidden = hide_small(&Self::people_of(&groups), SMALLEST_GROUP);
        groups
            .iter()
            .zip(hidden)
            // People without a role or unit have no line, but they count where figures could be found by subtraction.
            .filter(|(total, _)| total.keys.get(1) != Some(&Key::None))
            .map(|(total, hidden)| {
                let key = total.keys.get(1);
                let by_category = self.filled(sums(self.of(parts).filter(|part| part.keys.get(1) == key), 2));
                GroupLine {
                    name: key.map_or_else(String::new, &name),
                    hidden,
                    people: (!hidden).then_some(total.people.len()),
                    sheets: (!hidden).then_some(total.sheets),
                    minutes: (!hidden).then_some(total.minutes),
                    unfilled: (!hidden).then_some(total.unfilled),
                    by_category: (!hidden).then_some(by_category),
                }
            })
            .collect()
    }

    fn people_of(groups: &[&Total]) -> Vec<BTreeSet<String>> {
        groups
            .iter()
            .map(|total| total.people.iter().cloned().collect())
            .collect()
    }

    fn dates(&self) -> Vec<DateLine> {
        let dates: Vec<&Total> = self.of(&self.totals.date).collect();
        let hidden = hide_small(&Self::people_of(&dates), SMALLEST_GROUP);
        dates
            .iter()
            .zip(hidden)
            .filter_map(|(total, hidden)| {
                let key = total.keys.get(1)?;
                let Key::Date(date) = key else { return None };
                let by_task = sums(
                    self.of(&self.totals.date_task)
                        .filter(|part| part.keys.get(1) == Some(key)),
                    2,
                );
                Some(DateLine {
                    date: *date,
                    hidden,
                    people: total.people.len(),
                    sheets: total.sheets,
                    minutes: total.minutes,
                    unfilled: total.unfilled,
                    by_category: self.by_category(&by_task),
                    by_task,
                })
            })
            .collect()
    }

    fn period(&self, period: Period) -> Result<PeriodSummary, AnalysisError> {
        let at = |total: &&Total| total.keys.get(1).is_some_and(|key| key.text() == period.id());
        let total = self.of(&self.totals.period).find(at);
        let minutes = total.map_or(0, |total| total.minutes);
        let sheets = total.map_or(0, |total| total.sheets);
        let by_task = sums(self.of(&self.totals.period_task).filter(at), 2);
        let (scaled, _) = scaled_means(self.frame, self.wave, period)?;
        Ok(PeriodSummary {
            people: total.map_or(0, |total| total.people.len()),
            minutes,
            unfilled: total.map_or(0, |total| total.unfilled),
            scale: period.scale(),
            categories: self.categories(&by_task, minutes, sheets, &scaled),
            tasks: self.tasks(&by_task, minutes, sheets, &scaled),
        })
    }

    /// Sums of tasks as sums of their categories, every category of the list among them.
    fn by_category(&self, by_task: &Sums) -> Sums {
        let mut sums = self.filled(Sums::new());
        for task in &self.tasks.tasks {
            if let Some(minutes) = by_task.get(task.code.as_str()) {
                *sums.entry(task.category.to_string()).or_default() += minutes;
            }
        }
        sums
    }

    /// The same sums with 0 for the categories of the list that have none.
    fn filled(&self, mut sums: Sums) -> Sums {
        for category in &self.tasks.categories {
            sums.entry(category.code.to_string()).or_default();
        }
        sums
    }

    fn weekday(&self, weekday: u32) -> String {
        self.text.get(match weekday {
            0 => "weekday-monday",
            1 => "weekday-tuesday",
            2 => "weekday-wednesday",
            3 => "weekday-thursday",
            4 => "weekday-friday",
            5 => "weekday-saturday",
            _ => "weekday-sunday",
        })
    }
}

type Sums = BTreeMap<String, u32>;

/// Filled minutes by the text of the key at `place`; unfilled minutes have no such key and stay out.
fn sums<'t>(totals: impl Iterator<Item = &'t Total>, place: usize) -> Sums {
    totals
        .filter_map(|total| match total.keys.get(place)? {
            Key::Text(code) => Some((code.clone(), total.minutes)),
            _ => None,
        })
        .collect()
}

fn share(part: u32, whole: u32) -> Option<f64> {
    (whole > 0).then(|| f64::from(part) / f64::from(whole))
}

fn mean(sum: u32, count: usize) -> Option<f64> {
    #[expect(clippy::cast_precision_loss, reason = "a number of sheets or days")]
    (count > 0).then(|| f64::from(sum) / count as f64)
}

/// The scaled figure of the tasks that count: 0 when people worked in the period without them, `None` outside periods or
/// without people.
fn scaled_of(scaled: &[ScaledMean], counts: impl Fn(&TaskCode) -> bool) -> Option<f64> {
    let counted = scaled.iter().filter(|mean| counts(&mean.task));
    (!scaled.is_empty()).then(|| counted.fold(0.0, |sum, mean| sum + mean.minutes))
}
