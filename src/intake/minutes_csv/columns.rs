//! The columns of a table of minutes, in any order, under the names that people give them.

use crate::intake::written::plain;

/// A column that means something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// 調査時期
    Wave,
    /// 職員ID
    Staff,
    /// 日付
    Date,
    /// 開始
    Start,
    /// 業務
    Task,
    /// 分
    Minutes,
    /// 職種
    Role,
    /// ユニット・フロア
    Unit,
    /// 所定勤務時間
    Scheduled,
    /// 実勤務時間
    Actual,
    /// 調査票ごとの名前; lines of one person and date with different ones are different sheets
    Shift,
    /// きざみ
    Slot,
    /// 記録方法
    Manner,
    /// 写したまま
    Copied,
    /// 備考
    Note,
    /// 業務の名前, for the reader only
    TaskName,
    /// 分類, for the reader only
    Category,
}

impl Column {
    /// The columns without which a table says nothing.
    pub const NEEDED: [Self; 5] = [Self::Staff, Self::Date, Self::Start, Self::Task, Self::Minutes];

    const ALL: [Self; 17] = [
        Self::Wave,
        Self::Staff,
        Self::Date,
        Self::Start,
        Self::Task,
        Self::Minutes,
        Self::Role,
        Self::Unit,
        Self::Scheduled,
        Self::Actual,
        Self::Shift,
        Self::Slot,
        Self::Manner,
        Self::Copied,
        Self::Note,
        Self::TaskName,
        Self::Category,
    ];

    /// The names in the format's description, e.g. `minutes / 分`.
    pub fn name(self) -> String {
        let names: Vec<&str> = self.names().iter().take(2).copied().collect();
        names.join(" / ")
    }

    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Wave => &["wave", "時期", "調査時期", "調査の時期"],
            Self::Staff => &[
                "staff",
                "職員id",
                "職員",
                "職員番号",
                "職員コード",
                "staffid",
                "staff_id",
            ],
            Self::Date => &["date", "日付", "調査日", "調査実施日", "月日", "年月日"],
            Self::Start => &["start", "開始", "開始時刻", "時刻", "開始時間"],
            Self::Task => &["task", "業務", "業務番号", "タスク", "業務内容", "業務no", "業務名"],
            Self::Minutes => &["minutes", "分", "分数", "時間(分)", "所要時間(分)", "時間数(分)", "min"],
            Self::Role => &["role", "職種"],
            Self::Unit => &["unit", "ユニット", "フロア", "ユニット・フロア", "ユニット/フロア"],
            Self::Scheduled => &["scheduled", "所定", "所定勤務時間"],
            Self::Actual => &["actual", "実勤務", "実勤務時間"],
            Self::Shift => &["shift", "勤務の始まり"],
            Self::Slot => &["slot", "きざみ"],
            Self::Manner => &["manner", "記録方法"],
            Self::Copied => &["copied", "写したまま"],
            Self::Note => &["note", "備考", "備考・補足等", "備考・補足"],
            Self::TaskName => &["task_name", "業務の名前"],
            Self::Category => &["category", "分類"],
        }
    }

    fn find(heading: &str) -> Option<Self> {
        let heading = plain(heading).to_lowercase();
        // Long vowels are dashes to a reader of times; headings are compared in the same spelling.
        Self::ALL
            .into_iter()
            .find(|column| column.names().iter().any(|name| plain(name) == heading))
    }
}

/// Where each column stands in the lines.
#[derive(Debug, Default, Clone)]
pub struct Header {
    places: [Option<usize>; Column::ALL.len()],
    /// How many fields a line has.
    pub fields: usize,
    /// Headings that mean nothing here.
    pub ignored: Vec<String>,
    /// Headings that stand twice.
    pub twice: Vec<String>,
}

impl Header {
    /// Reads the headings.
    pub fn read<'a>(headings: impl Iterator<Item = &'a str>) -> Self {
        let mut header = Self::default();
        for (index, heading) in headings.enumerate() {
            header.fields += 1;
            match Column::find(heading) {
                Some(column) => {
                    let place = &mut header.places[column as usize];
                    if place.is_some() {
                        header.twice.push(heading.to_owned());
                    } else {
                        *place = Some(index);
                    }
                }
                None if heading.trim().is_empty() => {}
                None => header.ignored.push(heading.to_owned()),
            }
        }
        header
    }

    /// Where a column stands.
    pub fn place(&self, column: Column) -> Option<usize> {
        self.places.get(column as usize).copied().flatten()
    }

    /// Whether sheets have names of their own, as `yutori export` writes them. Then nothing is inferred: hours run on past 24, and a
    /// line without a task is a sheet without entries.
    pub fn has_shifts(&self) -> bool {
        self.place(Column::Shift).is_some()
    }

    /// Needed columns that are not there.
    pub fn missing(&self) -> Vec<Column> {
        Column::NEEDED
            .into_iter()
            .filter(|column| self.place(*column).is_none())
            .collect()
    }

    /// Whether the headings are those of a table of minutes, perhaps with one or two forgotten.
    pub fn is_recognised(&self) -> bool {
        self.missing().len() <= 2 && self.place(Column::Staff).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_found_in_any_order_and_spelling() {
        let header = Header::read("分,業務番号,開始時刻,調査日,職員ＩＤ,調査時期,メモ".split(','));
        assert!(header.missing().is_empty());
        assert_eq!(header.place(Column::Minutes), Some(0));
        assert_eq!(header.place(Column::Wave), Some(5));
        assert_eq!(header.ignored, ["メモ"]);
        let header = Header::read("Wave,Staff,Date,Start,Task,時間（分）,フロア".split(','));
        assert!(header.missing().is_empty());
        assert_eq!(header.place(Column::Unit), Some(6));
    }

    #[test]
    fn every_column_stands_at_its_own_place() {
        for (index, column) in Column::ALL.into_iter().enumerate() {
            assert_eq!(column as usize, index);
        }
    }

    #[test]
    fn a_forgotten_heading_is_named_and_a_foreign_table_is_not_ours() {
        let header = Header::read("staff,date,start,task".split(','));
        assert_eq!(header.missing(), [Column::Minutes]);
        assert!(header.is_recognised());
        assert!(!Header::read("name,date,amount".split(',')).is_recognised());
        assert_eq!(Header::read("staff,staff".split(',')).twice, ["staff"]);
    }
}
