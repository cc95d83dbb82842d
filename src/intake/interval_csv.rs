//! A table of stretches of time as text: date, start, end, task or tag, as Toggl, Clockify and others export it.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use csv::{ReaderBuilder, StringRecord};

use super::calendar::complete;
use super::foreign::Foreign;
use super::log::{Log, Stretched};
use super::order::Fault;
use super::part::Source;
use super::written::date::written_date;
use super::written::seconds::clock_seconds;
use super::written::{plain, quoted};
use crate::office::{NameError, StaffCode, of_cell};
use crate::phrase::{Phrase, phrase};
use crate::worktime::Manner;

/// Delimiters that are looked for in the header.
const DELIMITERS: [u8; 3] = [b',', b'\t', b';'];

/// A column that means something; those with words come in the order in which they are believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    StartDate,
    Start,
    EndDate,
    End,
    Staff,
    /// The name of a person: never kept, but several of them are several people.
    User,
    Tag,
    Task,
    Project,
    Description,
}

/// Columns with words for the task.
const WORDS: [Column; 4] = [Column::Tag, Column::Task, Column::Project, Column::Description];

const NAMES: [(Column, &[&str]); 10] = [
    (Column::StartDate, &["date", "日付", "開始日", "startdate", "年月日"]),
    (
        Column::Start,
        &["start", "starttime", "開始", "開始時刻", "開始時間", "from"],
    ),
    (Column::EndDate, &["enddate", "終了日"]),
    (
        Column::End,
        &["end", "endtime", "終了", "終了時刻", "終了時間", "to", "stop"],
    ),
    (
        Column::Staff,
        &[
            "staff",
            "staffid",
            "staff_id",
            "職員id",
            "職員",
            "職員番号",
            "職員コード",
        ],
    ),
    (
        Column::User,
        &[
            "user",
            "ユ-ザ-",
            "ユ-ザ-名",
            "氏名",
            "名前",
            "担当者",
            "member",
            "メンバ-",
        ],
    ),
    (Column::Tag, &["tag", "tags", "タグ"]),
    (
        Column::Task,
        &["task", "業務", "業務名", "業務番号", "タスク", "業務内容"],
    ),
    (Column::Project, &["project", "プロジェクト", "activity", "作業"]),
    (Column::Description, &["description", "内容", "説明", "メモ"]),
];

/// Where the columns stand.
#[derive(Debug, Default)]
struct Header {
    places: [Option<usize>; NAMES.len()],
    delimiter: u8,
    fields: usize,
}

impl Header {
    fn find(line: &str) -> Option<Self> {
        let headers = DELIMITERS.into_iter().map(|delimiter| Self::read(line, delimiter));
        headers.into_iter().find(Self::is_whole)
    }

    fn read(line: &str, delimiter: u8) -> Self {
        let mut header = Self {
            delimiter,
            ..Self::default()
        };
        let mut record = StringRecord::new();
        let mut reader = ReaderBuilder::new()
            .delimiter(delimiter)
            .has_headers(false)
            .from_reader(line.as_bytes());
        if reader.read_record(&mut record).is_ok() {
            header.fields = record.len();
            for (index, heading) in record.iter().enumerate() {
                let heading = plain(heading).to_lowercase();
                let column = NAMES.iter().position(|(_, names)| names.contains(&heading.as_str()));
                if let Some(place) = column.and_then(|column| header.places.get_mut(column)) {
                    place.get_or_insert(index);
                }
            }
        }
        header
    }

    fn is_whole(&self) -> bool {
        let has = |column| self.place(column).is_some();
        has(Column::Start) && has(Column::End) && WORDS.into_iter().any(has)
    }

    fn place(&self, column: Column) -> Option<usize> {
        self.places.get(column as usize).copied().flatten()
    }
}

fn first_line(text: &str) -> Option<(u64, &str)> {
    (1..).zip(text.lines()).find(|(_, line)| !line.trim().is_empty())
}

/// Whether the heading has a start, an end, and words.
pub fn is_recognised(text: &str) -> bool {
    first_line(text).is_some_and(|(_, line)| Header::find(line).is_some())
}

/// Reads all lines.
pub fn read(text: &str, foreign: &Foreign, source: &Source) -> Log {
    let mut log = Log::default();
    let header = first_line(text).and_then(|(line, heading)| Some((line, Header::find(heading)?)));
    let Some((header_line, header)) = header else {
        log.faults.push(Fault::file(phrase("intake-no-intervals")));
        return log;
    };
    let mut lines = ReaderBuilder::new()
        .delimiter(header.delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut record = StringRecord::new();
    let mut user: Option<(u64, String)> = None;
    while lines.read_record(&mut record).is_ok_and(|more| more) {
        let line = record.position().map_or(0, csv::Position::line);
        if line <= header_line || record.iter().all(|field| field.trim().is_empty()) {
            continue;
        }
        let row = Row {
            line,
            header: &header,
            record: &record,
            foreign,
            source,
        };
        match row.read(&mut log.notes) {
            Ok(work) => log.foreign.push(work),
            Err(message) => log.faults.push(Fault::line(line, message)),
        }
        let name = row.field(Column::User).trim().to_owned();
        match &user {
            None => user = Some((line, name)),
            Some((_, first)) if *first != name && header.place(Column::Staff).is_none() => {
                log.faults.push(Fault::line(line, phrase("intake-several-users")));
                break;
            }
            Some(_) => {}
        }
    }
    let to_the_second = |moment: NaiveDateTime| moment.and_utc().timestamp() % 60 != 0;
    if log
        .foreign
        .iter()
        .any(|work| to_the_second(work.from) || to_the_second(work.to))
    {
        log.manner = Manner::Timed;
    }
    log
}

struct Row<'a> {
    line: u64,
    header: &'a Header,
    record: &'a StringRecord,
    foreign: &'a Foreign,
    source: &'a Source,
}

impl Row<'_> {
    fn field(&self, column: Column) -> &str {
        let place = self.header.place(column);
        place.and_then(|place| self.record.get(place)).map_or("", of_cell)
    }

    fn read(&self, notes: &mut Vec<Phrase>) -> Result<Stretched, Phrase> {
        if self.record.len() != self.header.fields {
            return Err(phrase("intake-field-count")
                .with("fields", self.record.len())
                .with("expected", self.header.fields));
        }
        let from = self.moment(Column::StartDate, Column::Start, None, notes)?;
        let written_end = self.field(Column::End).trim();
        if written_end.is_empty() {
            return Err(phrase("intake-open-interval"));
        }
        let mut to = self.moment(Column::EndDate, Column::End, Some(from.date()), notes)?;
        let has_own_date = !self.field(Column::EndDate).trim().is_empty() || dated(written_end).is_some();
        if to < from && !has_own_date {
            to += TimeDelta::days(1);
        }
        let mut work = Stretched::new(self.line, from, to).map_err(|fault| fault.message)?;
        work.staff = match StaffCode::parse(self.field(Column::Staff)) {
            Ok(staff) => Some(staff),
            Err(NameError::Empty) => None,
            Err(NameError::TooLong) => return Err(phrase("intake-staff-too-long")),
        };
        work.words = WORDS.into_iter().map(|column| self.words(column)).collect();
        Ok(work)
    }

    fn words(&self, column: Column) -> Vec<String> {
        let field = self.field(column);
        let parts = if column == Column::Tag {
            field.split([',', '、', ';']).collect()
        } else {
            vec![field]
        };
        parts
            .into_iter()
            .map(|part| part.trim().to_owned())
            .filter(|part| !part.is_empty())
            .collect()
    }

    /// A moment: in the column of the time itself, or as a date and a time.
    fn moment(
        &self,
        date: Column,
        time: Column,
        else_date: Option<NaiveDate>,
        notes: &mut Vec<Phrase>,
    ) -> Result<NaiveDateTime, Phrase> {
        let written = self.field(time).trim();
        if let Ok(moment) = DateTime::parse_from_rfc3339(written) {
            return Ok(moment.with_timezone(&self.foreign.offset).naive_local());
        }
        let (date, time) = match dated(written) {
            Some((date, time)) => (date, time),
            None => (self.field(date), written),
        };
        let day = match (date.trim().is_empty(), else_date) {
            (true, Some(day)) => day,
            _ => self.date(date, notes)?,
        };
        let seconds = clock_seconds(time).ok_or_else(|| phrase("intake-bad-time").with("written", quoted(time)))?;
        day.and_time(NaiveTime::MIN)
            .checked_add_signed(TimeDelta::seconds(i64::from(seconds)))
            .ok_or_else(|| phrase("intake-bad-date").with("written", quoted(date)))
    }

    fn date(&self, text: &str, notes: &mut Vec<Phrase>) -> Result<NaiveDate, Phrase> {
        let written = match written_date(text) {
            Ok(Some(written)) => written,
            Ok(None) => return Err(phrase("intake-no-date")),
            Err(()) => return Err(phrase("intake-bad-date").with("written", quoted(text))),
        };
        let name_date = self.source.name_date.filter(|_| written.year.is_none());
        let source = Source {
            name_date,
            ..*self.source
        };
        let dated = complete(written, true, &source)?;
        notes.extend(dated.notes);
        Ok(dated.date)
    }
}

/// A date and a time in one field: `2025-10-06 08:30:00`, `2025/10/6T8:30`.
fn dated(written: &str) -> Option<(&str, &str)> {
    let (date, time) = written.split_once([' ', 'T', '\u{3000}'])?;
    let is_date = date.contains(['/', '-', '年', '.']);
    is_date.then_some((date, time.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn log(text: &str) -> Log {
        assert!(is_recognised(text), "{text}");
        let source = Source {
            file: 0,
            wave: None,
            wave_is_ordered: false,
            year: Some(2025),
            name_date: None,
        };
        read(text, &Foreign::default(), &source)
    }

    fn times(log: &Log) -> Vec<String> {
        assert_eq!(log.faults, []);
        log.foreign
            .iter()
            .map(|work| format!("{}>{}", work.from, work.to))
            .collect()
    }

    #[test]
    fn headings_of_several_programs_are_known() {
        let one = "2025-10-06 08:30:00>2025-10-06 09:15:30";
        for text in [
            "User,Project,Description,Start date,Start time,End date,End time,Duration,Tags\nA,P,d,2025-10-06,08:30:00,2025-10-06,09:15:30,00:45:30,\"bath, east\"\n",
            "日付;開始;終了;業務\n10/6;8:30;9:15:30;入浴\n",
            "start\tend\ttag\n2025/10/06 8:30\t2025/10/06 9:15:30\tbath\n",
            "Tags,Start,End\nbath,2025-10-05T23:30:00Z,2025-10-06T09:15:30+09:00\n",
        ] {
            assert_eq!(times(&log(text)), [one], "{text}");
        }
        let toggl = log(
            "User,Project,Start date,Start time,End date,End time,Tags\nA,P,2025-10-06,08:30,2025-10-06,9:00,\"bath, east\"\n",
        );
        assert_eq!(toggl.foreign[0].words[0], ["bath", "east"]);
    }

    #[test]
    fn an_end_before_the_start_is_on_the_next_day_unless_it_has_a_date() {
        let night = log("date,start,end,tag\n2025-10-06,22:00,6:30,a\n");
        assert_eq!(times(&night), ["2025-10-06 22:00:00>2025-10-07 06:30:00"]);
        let wrong = log("date,start,end date,end,tag\n2025-10-06,22:00,2025-10-06,6:30,a\n");
        assert_eq!(wrong.faults[0].message.key(), "intake-ends-before-start");
    }

    #[test]
    fn several_users_are_not_taken_for_one() {
        let two = log("user,date,start,end,tag\nA,2025-10-06,8:00,9:00,a\nB,2025-10-06,9:00,10:00,a\n");
        assert_eq!(two.faults[0].message.key(), "intake-several-users");
        let codes = log("user,staff,date,start,end,tag\nA,S1,2025-10-06,8:00,9:00,a\nB,S2,2025-10-06,9:00,10:00,a\n");
        assert_eq!(codes.faults, []);
    }

    #[test]
    fn a_table_of_minutes_is_none_of_stretches() {
        assert!(!is_recognised("staff,date,start,task,minutes\n"));
        assert!(!is_recognised("name,start,end\n"));
    }
}
