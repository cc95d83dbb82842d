//! The head of a sheet as a small form: filled in beforehand, changed with few keys.

use chrono::{Datelike, Days, NaiveDate};

use super::SheetKind;
use super::expected::{self, Expected};
use crate::intake::written::{date::written_date, time};
use crate::office::{Role, Span, StaffCode, Unit, clock, fold};
use crate::phrase::{Phrase, phrase};
use crate::report::Holdings;
use crate::screens::action::turned;
use crate::screens::input::Input;
use crate::worktime::keying::Header;
use crate::worktime::{SheetKey, Wave};

/// What a field of the head asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    /// 職員ID
    Staff,
    /// 日付
    Date,
    /// 所定勤務時間
    Scheduled,
    /// 実勤務時間
    Actual,
    /// 職種
    Role,
    /// ユニット・フロア
    Unit,
    /// 調査時期
    Wave,
    /// 備考
    Note,
}

impl Ask {
    /// In the order of the form.
    pub const ALL: [Self; 8] = [
        Self::Staff,
        Self::Date,
        Self::Scheduled,
        Self::Actual,
        Self::Role,
        Self::Unit,
        Self::Wave,
        Self::Note,
    ];

    /// The question; its hint says how to answer.
    pub fn question(self) -> Phrase {
        match self {
            Self::Staff => phrase("keying-ask-staff"),
            Self::Date => phrase("keying-ask-date"),
            Self::Scheduled => phrase("keying-ask-scheduled"),
            Self::Actual => phrase("keying-ask-actual"),
            Self::Role => phrase("keying-ask-role"),
            Self::Unit => phrase("keying-ask-unit"),
            Self::Wave => phrase("keying-ask-wave"),
            Self::Note => phrase("keying-ask-note"),
        }
    }
}

/// A field of the head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadField {
    /// What stands in it.
    pub input: Input,
    /// Whether it was filled in beforehand or chosen: the first letter that is typed takes its place.
    pub fresh: bool,
    /// Whether a person has said what stands in it; else it follows the other fields.
    pub own: bool,
    /// What was typed before one began to choose: values that begin so are offered.
    stem: String,
}

/// The head of a sheet as a form.
#[derive(Debug, Clone, PartialEq)]
pub struct Heading {
    /// A sheet or a timetable.
    pub kind: SheetKind,
    /// Whether the sheet is there already and only its head is changed.
    pub changes: bool,
    /// One for each of [`Ask::ALL`].
    pub fields: Vec<HeadField>,
    /// The field that has the keys.
    pub focus: usize,
    /// Why the answers will not do.
    pub problem: Option<Phrase>,
    /// The sheet of this shift that exists already; Enter opens it.
    pub exists: Option<SheetKey>,
    /// The date that was filled in beforehand: what is left out of a typed date is as in it.
    near: Option<NaiveDate>,
}

impl Heading {
    /// The head of a new sheet, filled in with what is expected.
    pub fn of_expected(kind: SheetKind, expected: Option<&Expected>, wave: Option<Wave>, holdings: &Holdings) -> Self {
        let mut heading = Self::empty(kind);
        let wave = expected.map(|expected| expected.wave).or(wave).unwrap_or(Wave::Before);
        heading.prefill(Ask::Wave, &wave.id());
        if let Some(expected) = expected {
            heading.prefill(Ask::Staff, expected.staff.as_str());
            heading.prefill(Ask::Date, &expected.date.to_string());
            heading.follow_staff(holdings);
            heading.prefill(Ask::Date, &expected.date.to_string());
        }
        heading
    }

    /// The head of a sheet that is there already.
    pub fn of_header(kind: SheetKind, header: &Header) -> Self {
        let mut heading = Self::empty(kind);
        heading.changes = true;
        let span = |span: Option<Span>| span.map(span_text).unwrap_or_default();
        let role = header.role.as_ref().map_or("", Role::as_str);
        let unit = header.unit.as_ref().map_or("", Unit::as_str);
        for (ask, text) in [
            (Ask::Staff, header.staff.to_string()),
            (Ask::Date, header.date.to_string()),
            (Ask::Scheduled, span(header.scheduled)),
            (Ask::Actual, span(header.actual)),
            (Ask::Role, role.to_owned()),
            (Ask::Unit, unit.to_owned()),
            (Ask::Wave, header.wave.id()),
            (Ask::Note, header.note.clone()),
        ] {
            heading.prefill(ask, &text);
        }
        for field in &mut heading.fields {
            field.own = true;
        }
        heading.focus = place(Ask::Scheduled);
        heading
    }

    fn empty(kind: SheetKind) -> Self {
        let field = HeadField {
            input: Input::default(),
            fresh: true,
            own: false,
            stem: String::new(),
        };
        Self {
            kind,
            changes: false,
            fields: vec![field; Ask::ALL.len()],
            focus: 0,
            problem: None,
            exists: None,
            near: None,
        }
    }

    fn prefill(&mut self, ask: Ask, text: &str) {
        if ask == Ask::Date {
            self.near = text.parse().ok().or(self.near);
        }
        let field = &mut self.fields[place(ask)];
        field.input = Input::of(text);
        field.fresh = true;
    }

    fn text(&self, ask: Ask) -> &str {
        self.fields[place(ask)].input.text()
    }

    fn staff(&self) -> Option<StaffCode> {
        StaffCode::parse(self.text(Ask::Staff)).ok()
    }

    fn wave(&self) -> Option<Wave> {
        Wave::parse(self.text(Ask::Wave))
    }

    /// Moves to another field, round the end; what depends on the field that is left follows it.
    pub fn turn_field(&mut self, steps: isize, holdings: &Holdings) {
        self.follow(holdings);
        self.focus = turned(self.focus, steps, self.fields.len());
    }

    /// A person types or erases in the field that has the keys.
    pub fn edit(&mut self, typed: bool, change: impl FnOnce(&mut Input)) {
        self.problem = None;
        self.exists = None;
        let field = &mut self.fields[self.focus];
        if field.fresh && typed {
            field.input.clear();
        }
        change(&mut field.input);
        field.fresh = false;
        field.own = true;
        field.stem = fold(field.input.text());
    }

    /// Takes the next of the values that are offered, round the end; of those that begin as typed where there are such.
    pub fn turn_choice(&mut self, steps: isize, holdings: &Holdings) {
        self.problem = None;
        self.exists = None;
        let ask = Ask::ALL[self.focus];
        let now = self.text(ask).to_owned();
        if ask == Ask::Date {
            if let Some(date) = self.date(&now).and_then(|date| moved(date, steps)) {
                self.choose(&date.to_string());
            }
            return;
        }
        let all = self.offered(ask, holdings);
        let stem = self.fields[self.focus].stem.to_lowercase();
        let mut offered: Vec<&String> = all
            .iter()
            .filter(|text| text.to_lowercase().starts_with(&stem))
            .collect();
        if offered.is_empty() {
            offered = all.iter().collect();
        }
        if offered.is_empty() {
            return;
        }
        let next = match offered.iter().position(|text| **text == now) {
            Some(at) => turned(at, steps, offered.len()),
            None if steps < 0 => offered.len() - 1,
            None => 0,
        };
        let text = offered[next].clone();
        self.choose(&text);
        self.follow(holdings);
    }

    fn choose(&mut self, text: &str) {
        let field = &mut self.fields[self.focus];
        field.input = Input::of(text);
        field.fresh = true;
        field.own = true;
    }

    fn offered(&self, ask: Ask, holdings: &Holdings) -> Vec<String> {
        let sheets = || holdings.sheets.iter().chain(&holdings.plans).map(|(_, sheet)| sheet);
        let people = || holdings.surveys.iter().flat_map(|(_, survey)| &survey.people);
        let mut texts: Vec<String> = match ask {
            Ask::Staff => {
                let wave = self.wave().unwrap_or(Wave::Before);
                let people = expected::people(holdings, wave);
                people.iter().map(ToString::to_string).collect()
            }
            Ask::Scheduled | Ask::Actual => {
                let spans = expected::spans(holdings, self.staff().as_ref());
                return spans.into_iter().map(span_text).collect();
            }
            Ask::Role => {
                let seen = sheets().filter_map(|sheet| sheet.role.as_ref());
                seen.chain(people().filter_map(|person| person.role.as_ref()))
                    .map(ToString::to_string)
                    .collect()
            }
            Ask::Unit => {
                let seen = sheets().filter_map(|sheet| sheet.unit.as_ref());
                seen.chain(people().filter_map(|person| person.unit.as_ref()))
                    .map(ToString::to_string)
                    .collect()
            }
            Ask::Wave => {
                let waves = holdings.sheets.iter().map(|(wave, _)| *wave);
                let planned = holdings.surveys.iter().map(|(wave, _)| *wave);
                let next = match waves.chain(planned).max() {
                    Some(Wave::After(count)) => count.saturating_add(1).min(99),
                    Some(Wave::Before) | None => 1,
                };
                let after = (1..=next).map(Wave::After);
                return [Wave::Before].into_iter().chain(after).map(Wave::id).collect();
            }
            Ask::Date | Ask::Note => Vec::new(),
        };
        texts.sort();
        texts.dedup();
        texts
    }

    /// Lets the other fields follow the one that has the keys, where nobody has said what stands in them.
    fn follow(&mut self, holdings: &Holdings) {
        match Ask::ALL[self.focus] {
            Ask::Staff | Ask::Wave => self.follow_staff(holdings),
            Ask::Scheduled => self.follow_scheduled(),
            _ => {}
        }
    }

    fn follow_staff(&mut self, holdings: &Holdings) {
        let (Some(staff), Some(wave)) = (self.staff(), self.wave()) else {
            return;
        };
        let usual = expected::usual(holdings, wave, &staff);
        let date = expected::next_day(holdings, self.kind, wave, &staff, None);
        let role = usual.role.map_or_else(String::new, |role| role.to_string());
        let unit = usual.unit.map_or_else(String::new, |unit| unit.to_string());
        self.follow_with(Ask::Date, date.map(|date| date.to_string()));
        self.follow_with(Ask::Scheduled, usual.span.map(span_text));
        self.follow_with(Ask::Role, Some(role));
        self.follow_with(Ask::Unit, Some(unit));
        self.follow_scheduled();
    }

    fn follow_scheduled(&mut self) {
        let scheduled = self.text(Ask::Scheduled).to_owned();
        self.follow_with(Ask::Actual, Some(scheduled));
    }

    fn follow_with(&mut self, ask: Ask, text: Option<String>) {
        if !self.fields[place(ask)].own
            && let Some(text) = text
        {
            self.prefill(ask, &text);
        }
    }

    /// The head that the answers give, or what is wrong with them and the field where it is.
    pub fn header(&mut self, holdings: &Holdings) -> Result<Header, (usize, Phrase)> {
        self.follow(holdings);
        let wrong = |ask, problem| (place(ask), problem);
        let staff = self
            .staff()
            .ok_or_else(|| wrong(Ask::Staff, phrase("keying-no-staff")))?;
        let date = self
            .date(self.text(Ask::Date))
            .ok_or_else(|| wrong(Ask::Date, phrase("keying-no-date")))?;
        let span = |ask| time::span(self.text(ask)).map_err(|()| wrong(ask, phrase("keying-no-span")));
        let scheduled = span(Ask::Scheduled)?;
        let actual = span(Ask::Actual)?;
        if scheduled.or(actual).is_none() && !self.changes {
            return Err(wrong(Ask::Scheduled, phrase("keying-span-needed")));
        }
        let wave = self.wave().ok_or_else(|| wrong(Ask::Wave, phrase("keying-no-wave")))?;
        let named = |ask| Some(self.text(ask)).filter(|text| !fold(text).is_empty());
        let role = named(Ask::Role).map(Role::parse).transpose();
        let unit = named(Ask::Unit).map(Unit::parse).transpose();
        Ok(Header {
            wave,
            staff,
            date,
            role: role.map_err(|_| wrong(Ask::Role, phrase("keying-name-too-long")))?,
            unit: unit.map_err(|_| wrong(Ask::Unit, phrase("keying-name-too-long")))?,
            scheduled,
            actual,
            note: self.text(Ask::Note).trim().to_owned(),
        })
    }

    /// The date that was typed: whole, without the year, or the day alone; what is left out is as in the date of before.
    fn date(&self, typed: &str) -> Option<NaiveDate> {
        let typed = fold(typed);
        let like = self.near;
        let day = typed.trim_end_matches('日');
        if let (Some(like), Ok(day), true) = (like, day.parse::<u32>(), day.len() <= 2) {
            return like.with_day(day);
        }
        let written = written_date(&typed).ok().flatten()?;
        let year = written.year.or_else(|| like.map(|like| like.year()))?;
        NaiveDate::from_ymd_opt(year, written.month, written.day)
    }
}

fn place(ask: Ask) -> usize {
    Ask::ALL.iter().position(|other| *other == ask).unwrap_or(0)
}

fn moved(date: NaiveDate, steps: isize) -> Option<NaiveDate> {
    let days = Days::new(u64::try_from(steps.unsigned_abs()).ok()?);
    if steps < 0 {
        date.checked_sub_days(days)
    } else {
        date.checked_add_days(days)
    }
}

/// A span as it is typed: an end on the next day as the clock shows it.
pub fn span_text(span: Span) -> String {
    let end = if span.end() > 1440 {
        span.end() - 1440
    } else {
        span.end()
    };
    format!("{}-{}", clock(span.start()), clock(end))
}
