//! What the words of a notice mean: the part of the day that いつ says, the kind of trouble that a cell names.

use super::notice::{DayPart, TroubleKind};
use crate::office::fold;

/// A word for a part of the day. Words of shifts count only where nothing else is said: a shift is longer than a part of the day.
struct DayWord(&'static str, DayPart, bool);

const fn part(word: &'static str, part: DayPart) -> DayWord {
    DayWord(word, part, false)
}

const fn shift(word: &'static str, part: DayPart) -> DayWord {
    DayWord(word, part, true)
}

/// A word stands before every shorter one with which it begins.
const DAY_WORDS: [DayWord; 48] = [
    shift("夜勤明け", DayPart::EarlyMorning),
    shift("夜勤", DayPart::Night),
    shift("深夜勤", DayPart::Night),
    shift("準夜", DayPart::Evening),
    shift("早番", DayPart::EarlyMorning),
    shift("早出", DayPart::EarlyMorning),
    shift("遅番", DayPart::Evening),
    shift("遅出", DayPart::Evening),
    shift("night shift", DayPart::Night),
    shift("early shift", DayPart::EarlyMorning),
    shift("late shift", DayPart::Evening),
    part("夜明け", DayPart::EarlyMorning),
    part("明け方", DayPart::EarlyMorning),
    part("早朝", DayPart::EarlyMorning),
    part("朝", DayPart::EarlyMorning),
    part("起床", DayPart::EarlyMorning),
    part("モーニング", DayPart::EarlyMorning),
    part("early morning", DayPart::EarlyMorning),
    part("breakfast", DayPart::EarlyMorning),
    part("午前", DayPart::Morning),
    part("morning", DayPart::Morning),
    part("正午", DayPart::Noon),
    part("昼", DayPart::Noon),
    part("ランチ", DayPart::Noon),
    part("noon", DayPart::Noon),
    part("lunch", DayPart::Noon),
    part("午後", DayPart::Afternoon),
    part("おやつ", DayPart::Afternoon),
    part("afternoon", DayPart::Afternoon),
    part("snack", DayPart::Afternoon),
    part("夕", DayPart::Evening),
    part("晩", DayPart::Evening),
    part("夜ごはん", DayPart::Evening),
    part("夜ご飯", DayPart::Evening),
    part("就寝", DayPart::Evening),
    part("眠前", DayPart::Evening),
    part("寝る前", DayPart::Evening),
    part("evening", DayPart::Evening),
    part("dinner", DayPart::Evening),
    part("supper", DayPart::Evening),
    part("bedtime", DayPart::Evening),
    part("深夜", DayPart::Night),
    part("夜中", DayPart::Night),
    part("夜間", DayPart::Night),
    part("夜", DayPart::Night),
    part("未明", DayPart::Night),
    part("midnight", DayPart::Night),
    part("night", DayPart::Night),
];

impl DayPart {
    /// The part of the day that a text says: `14時ごろ`, `7:30`, `朝食前`, `夜勤中`; `None` where it says none, or more than one.
    ///
    /// A clock time counts before words. `3時` without 午後 or 夜 may be either, and says nothing by itself.
    pub fn of_text(written: &str) -> Option<Self> {
        let text = fold(written).to_lowercase();
        clock_hour(&text).map(Self::of_hour).or_else(|| of_words(&text))
    }
}

/// The one part that the words of a text mean.
fn of_words(text: &str) -> Option<DayPart> {
    let mut said: [Vec<DayPart>; 2] = [Vec::new(), Vec::new()];
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let word = DAY_WORDS
            .iter()
            .filter(|word| rest.starts_with(word.0))
            .max_by_key(|word| word.0.len());
        if let Some(DayWord(_, part, is_shift)) = word {
            let said = &mut said[usize::from(*is_shift)];
            if !said.contains(part) {
                said.push(*part);
            }
        }
        let step = word.map_or(letter.len_utf8(), |word| word.0.len());
        rest = rest.get(step..).unwrap_or("");
    }
    let [parts, shifts] = said;
    match if parts.is_empty() { shifts } else { parts }.as_slice() {
        [only] => Some(*only),
        _ => None,
    }
}

/// The hour of the first clock time in a text.
fn clock_hour(text: &str) -> Option<u16> {
    let starts = text.char_indices().filter(|(at, letter)| {
        let before = text.get(..*at).and_then(|before| before.chars().next_back());
        letter.is_ascii_digit()
            && !before.is_some_and(|before| before.is_ascii_digit() || matches!(before, ':' | '/' | '.'))
    });
    starts.into_iter().find_map(|(at, _)| {
        let (before, from) = text.split_at_checked(at)?;
        let digits: String = from.chars().take_while(char::is_ascii_digit).collect();
        let hour: u16 = digits.parse().ok().filter(|hour| *hour < 30)?;
        hour_meant(before.trim_end(), hour, from.get(digits.len()..)?)
    })
}

/// The hour on the clock of 24 hours that a number means between what stands before and after it; `None` where it is no hour.
fn hour_meant(before: &str, hour: u16, after: &str) -> Option<u16> {
    let ends = |words: &[&str]| words.iter().any(|word| before.ends_with(word));
    let with_colon = after
        .strip_prefix(':')
        .is_some_and(|minutes| minutes.starts_with(|c: char| c.is_ascii_digit()));
    let with_sign = after.strip_prefix('時').is_some_and(|rest| !rest.starts_with('間'));
    let minutes: &str = after
        .trim_start_matches(|c: char| c == ':' || c.is_ascii_digit())
        .trim_start();
    let is_pm = minutes.starts_with("pm") || minutes.starts_with("p.m");
    let is_am = minutes.starts_with("am") || minutes.starts_with("a.m");
    if !(with_colon || with_sign || is_pm || is_am) {
        return None;
    }
    let later = |hour: u16| if hour < 12 { hour + 12 } else { hour };
    if is_am || ends(&["午前", "朝", "朝の", "早朝", "深夜", "夜中", "未明", "夜中の"]) {
        return Some(hour % 24);
    }
    if is_pm || ends(&["午後", "夕方", "夕方の", "夕"]) {
        return Some(later(hour));
    }
    if ends(&["昼", "昼の", "夜", "夜の", "晩", "夜間"]) {
        let is_of_day = ends(&["昼", "昼の"]) && hour < 5;
        let is_of_evening = ends(&["夜", "夜の", "晩", "夜間"]) && (5..12).contains(&hour);
        return Some(if is_of_day || is_of_evening {
            later(hour)
        } else {
            hour % 24
        });
    }
    (with_colon || !(1..=4).contains(&hour)).then_some(hour % 24)
}

/// What a kind is called in full in both languages, and words of which each tells it.
const KIND_WORDS: [(TroubleKind, &[&str]); 5] = [
    (
        TroubleKind::Things,
        &[
            "物を探",
            "探す",
            "探し",
            "準備",
            "片付",
            "片づ",
            "かたづ",
            "移動",
            "物の",
            "looking",
            "prepar",
            "tidy",
            "walking",
        ],
    ),
    (
        TroubleKind::Flow,
        &[
            "流れ",
            "分担",
            "偏り",
            "かたより",
            "役割",
            "flow",
            "division",
            "imbalance",
        ],
    ),
    (TroubleKind::Records, &["記録", "書類", "record", "document", "paper"]),
    (
        TroubleKind::Handover,
        &[
            "連絡",
            "申し送",
            "申送",
            "情報共有",
            "message",
            "handover",
            "handing over",
        ],
    ),
    (TroubleKind::Goals, &["目標", "改善", "goal", "improve"]),
];

impl TroubleKind {
    /// Reads a kind as people write it: its number, its name, or a word of it; `None` where that is no kind or more than one.
    pub fn of_text(written: &str) -> Option<Self> {
        let text = fold(written).to_lowercase();
        let (number, words) = numbered(&text);
        let named = Self::of_words(words);
        match number {
            None => named,
            Some(number) => {
                let counted = Self::ALL.get(usize::from(number).checked_sub(1)?).copied();
                counted.filter(|kind| words.is_empty() || named == Some(*kind))
            }
        }
    }

    fn of_words(words: &str) -> Option<Self> {
        if let Some(kind) = Self::ALL.into_iter().find(|kind| kind.id() == words) {
            return Some(kind);
        }
        let mut kinds = KIND_WORDS
            .iter()
            .filter(|(_, own)| own.iter().any(|word| words.contains(word)))
            .map(|(kind, _)| *kind);
        let first = kinds.next();
        first.filter(|_| kinds.next().is_none())
    }
}

/// A number at the front, in a circle too, and the words behind it.
fn numbered(text: &str) -> (Option<u8>, &str) {
    let mut letters = text.chars();
    let number = letters.next().and_then(|first| match first {
        '①'..='⑤' => u8::try_from(u32::from(first) - u32::from('①') + 1).ok(),
        _ => first.to_digit(10).and_then(|digit| u8::try_from(digit).ok()),
    });
    match number {
        Some(number) => {
            let words = letters.as_str().trim_start_matches(|c: char| " .:)、,-".contains(c));
            (Some(number), words.trim())
        }
        None => (None, text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_part_of_the_day_is_read_from_clock_times() {
        for (written, part) in [
            ("7:30", DayPart::EarlyMorning),
            ("１４時ごろ", DayPart::Afternoon),
            ("14：00〜16：00", DayPart::Afternoon),
            ("午後2時半", DayPart::Afternoon),
            ("午前10時", DayPart::Morning),
            ("夜9時", DayPart::Night),
            ("夜の7時", DayPart::Evening),
            ("夜中の2時", DayPart::Night),
            ("25時", DayPart::Night),
            ("2026-02-02 12:15", DayPart::Noon),
            ("3:00", DayPart::Night),
            ("7pm", DayPart::Evening),
            ("2:30 pm", DayPart::Afternoon),
            ("夜勤中の6:00", DayPart::EarlyMorning),
        ] {
            assert_eq!(DayPart::of_text(written), Some(part), "{written}");
        }
    }

    #[test]
    fn the_part_of_the_day_is_read_from_words() {
        for (written, part) in [
            ("朝食前", DayPart::EarlyMorning),
            ("早番", DayPart::EarlyMorning),
            ("夜勤明け", DayPart::EarlyMorning),
            ("午前中の入浴", DayPart::Morning),
            ("昼食の配膳時", DayPart::Noon),
            ("3時のおやつ", DayPart::Afternoon),
            ("夕食", DayPart::Evening),
            ("就寝介助のとき", DayPart::Evening),
            ("夜勤中", DayPart::Night),
            ("夜勤の夕食時", DayPart::Evening),
            ("early morning", DayPart::EarlyMorning),
            ("Afternoon", DayPart::Afternoon),
            ("before lunch", DayPart::Noon),
        ] {
            assert_eq!(DayPart::of_text(written), Some(part), "{written}");
        }
    }

    #[test]
    fn what_says_no_part_or_several_says_none() {
        for written in [
            "",
            "いつも",
            "朝と夕方",
            "午前・午後",
            "毎食後",
            "日勤",
            "3時ごろ",
            "2時間おき",
            "1日3回",
            "2月3日",
            "2026/2/3",
        ] {
            assert_eq!(DayPart::of_text(written), None, "{written}");
        }
    }

    #[test]
    fn kinds_are_read_by_number_name_and_word() {
        for (written, kind) in [
            ("１", TroubleKind::Things),
            ("①", TroubleKind::Things),
            ("物を探す・準備・片付け・移動", TroubleKind::Things),
            ("準備", TroubleKind::Things),
            ("2 仕事の流れ・分担・偏り", TroubleKind::Flow),
            ("記録や書類", TroubleKind::Records),
            ("申し送り", TroubleKind::Handover),
            ("goals", TroubleKind::Goals),
            ("Messages and handover", TroubleKind::Handover),
        ] {
            assert_eq!(TroubleKind::of_text(written), Some(kind), "{written}");
        }
        for written in ["", "6", "0", "1 記録", "記録の準備", "その他"] {
            assert_eq!(TroubleKind::of_text(written), None, "{written}");
        }
    }
}
