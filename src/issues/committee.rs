//! 委員会: who takes part, what is talked about, and when the next meeting is due.

use chrono::{Months, NaiveDate};

use super::Issues;
use super::meeting::{Attendance, Meeting, Topic};
use super::number::MeetingId;
use crate::office::{Role, fold, printable};
use crate::phrase::{Phrase, phrase};

/// Months within which the next meeting has to be held (3月に1回以上).
pub const MEETING_MONTHS: u32 = 3;

/// Words in a role that tell that it gives care.
const CARE: &[&str] = &[
    "介護",
    "ヘルパー",
    "ケアワーカー",
    "care worker",
    "care staff",
    "caregiver",
];
/// Words in a role that tell that it does not, although a word of [`CARE`] is in it.
const NO_CARE: &[&str] = &["支援専門員", "助手", "補助", "事務"];

/// Why a meeting cannot be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MeetingFault {
    /// Nobody took part.
    Nobody,
    /// A role stands there twice.
    RoleTwice(Role),
    /// This part of the line of people cannot be read.
    Unreadable(String),
    /// A topic of this name does not exist.
    NoTopic(String),
}

impl MeetingFault {
    /// In words; the hint says what to try.
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::Nobody => phrase("meetings-nobody"),
            Self::RoleTwice(role) => phrase("meetings-role-twice").with("role", printable(role.as_str())),
            Self::Unreadable(part) => phrase("meetings-unreadable").with("part", printable(part)),
            Self::NoTopic(name) => phrase("meetings-no-topic").with("name", printable(name)),
        }
    }
}

/// What is to be known of a meeting, seen with the add-on's eyes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MeetingRemark {
    /// Nobody who gives care took part.
    NoCareStaff,
    /// These topics were not talked about.
    Missing(Vec<Topic>),
    /// It came later than three months after the meeting before.
    Late {
        /// The meeting before.
        previous: NaiveDate,
        /// Until when it was due.
        due: NaiveDate,
    },
    /// Its day has not come yet.
    Ahead,
}

impl MeetingRemark {
    /// The word in JSON.
    pub fn id(&self) -> &'static str {
        match self {
            Self::NoCareStaff => "no_care_staff",
            Self::Missing(_) => "topics_missing",
            Self::Late { .. } => "late",
            Self::Ahead => "ahead",
        }
    }

    /// In words.
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::NoCareStaff => phrase("meetings-remark-no-care"),
            Self::Missing(topics) => phrase("meetings-remark-missing").with("topics", listed(topics)),
            Self::Late { previous, due } => phrase("meetings-remark-late")
                .with("previous", previous.to_string())
                .with("due", due.to_string())
                .with("months", MEETING_MONTHS),
            Self::Ahead => phrase("meetings-remark-ahead"),
        }
    }
}

/// The names of several topics.
pub fn listed(topics: &[Topic]) -> Phrase {
    let names = topics.iter().map(|topic| topic.phrase());
    let joined = names.reduce(|before, next| phrase("meetings-listed").with("before", before).with("next", next));
    joined.unwrap_or_else(|| phrase("meetings-nothing"))
}

/// The last day for the next meeting: the same day three months later, or the last of that month where it has no such day.
pub fn next_meeting_due(last: NaiveDate) -> NaiveDate {
    last.checked_add_months(Months::new(MEETING_MONTHS)).unwrap_or(last)
}

impl Topic {
    /// Reads a topic by its word in commands or a word of its name.
    pub fn parse(written: &str) -> Result<Self, MeetingFault> {
        let written = fold(written).to_lowercase();
        let known = |topic: &&Self| {
            let (id, words): (&str, &[&str]) = match topic {
                Self::Safety => (topic.id(), &["安全"]),
                Self::Burden => (topic.id(), &["負担"]),
                Self::Devices => (topic.id(), &["点検", "機器"]),
                Self::Training => (topic.id(), &["研修"]),
            };
            written == id || words.contains(&written.as_str())
        };
        let found = Self::ALL.iter().find(known).copied();
        found.ok_or(MeetingFault::NoTopic(written))
    }
}

/// Whether the name of a role tells that it gives care (介護職員).
pub fn gives_care(role: &Role) -> bool {
    let name = role.as_str().to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    has(CARE) && !has(NO_CARE)
}

/// Reads who took part: `介護職員 3, 看護職員 1, 管理者 1`. A role without a number is one person; `*` says that a role gives
/// care, `-` that it does not, where its name does not tell.
pub fn read_people(line: &str) -> Result<Vec<Attendance>, MeetingFault> {
    let folded = fold(line);
    let parts = folded.split(['、', ',', ';', '；', '\n']).map(str::trim);
    let people: Vec<Attendance> = parts
        .filter(|part| !part.is_empty())
        .map(|part| one_role(part).ok_or_else(|| MeetingFault::Unreadable(part.to_owned())))
        .collect::<Result<_, _>>()?;
    sound_people(&people)?;
    Ok(people)
}

fn one_role(part: &str) -> Option<Attendance> {
    let mut marked = None;
    let mut rest = part;
    let mut people = None;
    // The mark may stand behind the role or behind the number.
    loop {
        rest = rest.trim_end();
        if let Some(before) = rest.strip_suffix('*').filter(|_| marked.is_none()) {
            (marked, rest) = (Some(true), before);
        } else if let Some(before) = rest.strip_suffix(['-', '−', 'ー']).filter(|before| {
            // A long vowel belongs to the role: only a mark of its own, or one behind a number, is a mark.
            marked.is_none() && before.ends_with(|c: char| c == ' ' || c.is_ascii_digit() || "人名".contains(c))
        }) {
            (marked, rest) = (Some(false), before);
        } else if people.is_none() && number_behind(rest).is_some() {
            let (before, number) = number_behind(rest)?;
            (people, rest) = (Some(number?), before);
        } else {
            break;
        }
    }
    let role = Role::parse(rest).ok()?;
    let people = people.unwrap_or(1);
    (people > 0).then(|| Attendance {
        people,
        gives_care: marked.unwrap_or_else(|| gives_care(&role)),
        role,
    })
}

/// What stands before a number at the end, and the number; `None` in it where it is too large.
fn number_behind(text: &str) -> Option<(&str, Option<u16>)> {
    let text = text.trim_end_matches(['人', '名']).trim_end();
    let before = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = text.strip_prefix(before)?;
    (!digits.is_empty()).then(|| (before, digits.parse().ok()))
}

/// The line that [`read_people`] reads.
pub fn people_line(people: &[Attendance]) -> String {
    let part = |it: &Attendance| {
        let mark = match (it.gives_care, gives_care(&it.role)) {
            (true, false) => " *",
            (false, true) => " -",
            _ => "",
        };
        format!("{} {}{mark}", it.role, it.people)
    };
    let parts: Vec<String> = people.iter().map(part).collect();
    parts.join(", ")
}

/// People took part, and each role stands there once.
fn sound_people(people: &[Attendance]) -> Result<(), MeetingFault> {
    if people.iter().all(|it| it.people == 0) {
        return Err(MeetingFault::Nobody);
    }
    for (place, it) in people.iter().enumerate() {
        if people.iter().take(place).any(|other| other.role == it.role) {
            return Err(MeetingFault::RoleTwice(it.role.clone()));
        }
    }
    Ok(())
}

impl Meeting {
    /// The meeting as the book keeps it: people checked, words trimmed, empty decisions left out.
    pub fn sound(self) -> Result<Self, MeetingFault> {
        sound_people(&self.people)?;
        let trimmed = |text: &str| printable(text).trim().to_owned();
        let decisions = self.decisions.iter().map(|text| trimmed(text));
        Ok(Self {
            topics: self
                .topics
                .iter()
                .map(|(topic, said)| (*topic, trimmed(said)))
                .collect(),
            decisions: decisions.filter(|text| !text.is_empty()).collect(),
            note: trimmed(&self.note),
            ..self
        })
    }

    /// The topics that were not talked about.
    pub fn missing_topics(&self) -> Vec<Topic> {
        let missing = Topic::ALL.into_iter().filter(|topic| !self.topics.contains_key(topic));
        missing.collect()
    }
}

impl Issues {
    /// The number for the next meeting.
    pub fn next_meeting(&self) -> MeetingId {
        MeetingId::after(self.meetings.iter().map(|it| it.id))
    }

    /// The meetings in order of their days.
    pub fn meetings_by_day(&self) -> Vec<&Meeting> {
        let mut meetings: Vec<&Meeting> = self.meetings.iter().collect();
        meetings.sort_by_key(|it| (it.date, it.id));
        meetings
    }

    /// The last meeting that has been held on a day.
    pub fn last_meeting(&self, today: NaiveDate) -> Option<&Meeting> {
        let held = self.meetings.iter().filter(|it| it.date <= today);
        held.max_by_key(|it| (it.date, it.id))
    }

    /// What is to be known of a meeting.
    pub fn meeting_remarks(&self, meeting: &Meeting, today: NaiveDate) -> Vec<MeetingRemark> {
        let mut remarks = Vec::new();
        if meeting.date > today {
            remarks.push(MeetingRemark::Ahead);
        }
        if !meeting.has_care_staff() {
            remarks.push(MeetingRemark::NoCareStaff);
        }
        let missing = meeting.missing_topics();
        if !missing.is_empty() {
            remarks.push(MeetingRemark::Missing(missing));
        }
        let earlier = self.meetings.iter().map(|it| it.date).filter(|it| *it < meeting.date);
        if let Some(previous) = earlier.max() {
            let due = next_meeting_due(previous);
            if meeting.date > due {
                remarks.push(MeetingRemark::Late { previous, due });
            }
        }
        remarks
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn meeting(id: u32, date: NaiveDate, people: &str) -> Meeting {
        Meeting {
            id: MeetingId(id),
            date,
            people: read_people(people).unwrap(),
            topics: Topic::ALL.into_iter().map(|topic| (topic, String::new())).collect(),
            decisions: Vec::new(),
            note: String::new(),
        }
    }

    fn roles(line: &str) -> Vec<(String, u16, bool)> {
        let people = read_people(line).unwrap();
        people
            .iter()
            .map(|it| (it.role.to_string(), it.people, it.gives_care))
            .collect()
    }

    #[test]
    fn people_are_read_as_a_person_types_them() {
        let expected = [("介護職員", 3, true), ("看護職員", 1, false), ("管理者", 1, false)]
            .map(|(role, people, care)| (role.to_owned(), people, care));
        for line in [
            "介護職員 3, 看護職員 1, 管理者 1",
            "介護職員３人、看護職員１名、管理者",
            "介護職員3；看護職員 1；管理者；",
        ] {
            assert_eq!(roles(line), expected, "{line}");
        }
    }

    #[test]
    fn the_name_of_a_role_tells_who_gives_care_unless_a_mark_does() {
        let care = |line: &str| roles(line)[0].2;
        assert!(care("介護主任") && care("訪問介護員 2") && care("Care worker 2"));
        assert!(!care("介護支援専門員 1") && !care("介護助手 1") && !care("施設長"));
        assert!(care("看護職員 1*") && care("看護職員＊ 1") && care("ユニットリーダー *"));
        assert!(!care("介護課長 1 -"));
        assert_eq!(roles("リーダー")[0].0, "リーダー");
    }

    #[test]
    fn a_line_of_people_is_written_as_it_is_read() {
        let line = "介護職員 3, 看護職員 1 *, 介護課長 1 -, 管理者 1";
        assert_eq!(people_line(&read_people(line).unwrap()), line);
    }

    #[test]
    fn what_is_wrong_with_the_people_is_named() {
        let fault = |line: &str| read_people(line).unwrap_err();
        assert_eq!(fault(" 、"), MeetingFault::Nobody);
        let twice = MeetingFault::RoleTwice(Role::parse("介護職員").unwrap());
        assert_eq!(fault("介護職員 3, 介護職員 2"), twice);
        for part in ["介護職員 0", "介護職員 70000", "3", "*"] {
            assert_eq!(fault(part), MeetingFault::Unreadable(part.to_owned()), "{part}");
        }
    }

    #[test]
    fn the_next_meeting_is_due_three_months_later_also_where_the_month_is_short() {
        let due = next_meeting_due;
        assert_eq!(due(day(2026, 1, 20)), day(2026, 4, 20));
        assert_eq!(due(day(2025, 11, 30)), day(2026, 2, 28));
        assert_eq!(due(day(2027, 11, 30)), day(2028, 2, 29));
        assert_eq!(due(day(2026, 2, 28)), day(2026, 5, 28));
    }

    #[test]
    fn remarks_name_what_the_add_on_would_miss() {
        let mut second = meeting(2, day(2026, 1, 21), "管理者 1");
        second.topics.remove(&Topic::Devices);
        let issues = Issues {
            // Kept in order of numbers, which need not be that of the days.
            meetings: vec![
                meeting(1, day(2026, 4, 21), "介護職員 2"),
                second,
                meeting(3, day(2025, 10, 20), "介護職員 2"),
            ],
            ..Issues::default()
        };
        let today = day(2026, 2, 10);
        let remarks = |place: usize| issues.meeting_remarks(&issues.meetings[place], today);
        assert_eq!(remarks(2), []);
        assert_eq!(remarks(0), [MeetingRemark::Ahead]);
        let late = MeetingRemark::Late {
            previous: day(2025, 10, 20),
            due: day(2026, 1, 20),
        };
        let missing = MeetingRemark::Missing(vec![Topic::Devices]);
        assert_eq!(remarks(1), [MeetingRemark::NoCareStaff, missing, late]);
        assert_eq!(issues.last_meeting(today).map(|it| it.id), Some(MeetingId(2)));
    }

    #[test]
    fn a_meeting_is_kept_without_empty_decisions_and_stray_blanks() {
        let kept = Meeting {
            topics: BTreeMap::from([(Topic::Safety, " 転倒が2件 ".to_owned())]),
            decisions: vec![" 記録を1回にする".to_owned(), "　".to_owned()],
            ..meeting(1, day(2026, 1, 20), "介護職員 2")
        };
        let kept = kept.sound().unwrap();
        assert_eq!(kept.decisions, ["記録を1回にする"]);
        assert_eq!(kept.topics[&Topic::Safety], "転倒が2件");
        assert_eq!(kept.missing_topics(), [Topic::Burden, Topic::Devices, Topic::Training]);
    }

    #[test]
    fn topics_are_named_by_their_word_or_in_japanese() {
        assert_eq!(Topic::parse("Safety"), Ok(Topic::Safety));
        assert_eq!(Topic::parse("研修"), Ok(Topic::Training));
        assert_eq!(Topic::parse("食事"), Err(MeetingFault::NoTopic("食事".to_owned())));
    }
}
