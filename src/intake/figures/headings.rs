//! The columns of a table of figures: one figure a line, or an indicator a column.

use crate::effect::Indicator;
use crate::intake::rows::Field;
use crate::intake::written::plain;

/// A column that means something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// 指標, where every line has one figure.
    Indicator,
    /// 時期・年月・日付
    Time,
    /// 対象: the code of a person, or the office.
    Subject,
    /// 値, where every line has one figure.
    Value,
    /// 母数, where every line has one figure.
    Base,
    /// The figures of an indicator, by its place.
    Figures(usize),
    /// The second numbers of an indicator, by its place.
    Bases(usize),
    /// For the reader only.
    Aside,
}

const NAMES: [(Column, &[&str]); 6] = [
    (Column::Indicator, &["指標", "指標id", "indicator", "indicatorid"]),
    (
        Column::Time,
        &[
            "時期",
            "調査時期",
            "年月",
            "対象月",
            "対象年月",
            "月",
            "日付",
            "年月日",
            "時期・年月",
            "時期・月・日",
            "when",
            "wave",
            "month",
            "date",
            "day",
            "at",
        ],
    ),
    (
        Column::Subject,
        &[
            "対象",
            "対象者",
            "コード",
            "記号",
            "職員id",
            "職員番号",
            "職員コード",
            "職員",
            "利用者コード",
            "利用者id",
            "利用者番号",
            "利用者",
            "who",
            "code",
            "staff",
            "staffcode",
            "staffid",
            "resident",
            "residentcode",
            "subject",
        ],
    ),
    (
        Column::Value,
        &[
            "値",
            "数値",
            "測定値",
            "数",
            "件数",
            "点数",
            "回数",
            "value",
            "figure",
            "count",
        ],
    ),
    (
        Column::Base,
        &["母数", "全体", "全体の数", "分母", "のうち", "of", "base"],
    ),
    (
        Column::Aside,
        &[
            "指標の名前",
            "指標名",
            "単位",
            "母数の意味",
            "備考",
            "曜日",
            "no",
            "no.",
            "番号",
            "indicatorname",
            "unit",
            "baseis",
            "note",
            "notes",
            "weekday",
        ],
    ),
];

/// What may stand behind the name of an indicator for its first number.
const FIRST: [&str; 5] = ["値", "件数", "数", "value", "count"];

/// The spelling by which headings are compared.
fn key(text: &str) -> String {
    plain(text).to_lowercase()
}

/// A heading without what stands in brackets at its end.
fn without_remark(name: &str) -> &str {
    match name.rfind(['(', '[']) {
        Some(at) if at > 0 && name.ends_with([')', ']']) => name.get(..at).unwrap_or(name),
        _ => name,
    }
}

/// The place of the indicator that a text names: by its id, or by its name in either language.
pub fn indicator_named(text: &str, indicators: &[Indicator]) -> Option<usize> {
    let named = |wanted: &str| {
        indicators.iter().position(|it| {
            let names = [&it.id, &it.name.ja, &it.name.en];
            names.iter().any(|name| !name.is_empty() && key(name) == wanted)
        })
    };
    let wanted = key(text);
    named(&wanted).or_else(|| named(without_remark(&wanted)))
}

/// What a heading of a table with an indicator a column says beside the plain columns.
fn of_indicator(heading: &str, indicators: &[Indicator]) -> Option<Column> {
    if let Some(place) = indicator_named(heading, indicators) {
        return Some(Column::Figures(place));
    }
    let heading = key(heading);
    let (name, what) = heading.rsplit_once(':')?;
    let place = indicator_named(name, indicators)?;
    if FIRST.contains(&what) {
        return Some(Column::Figures(place));
    }
    let base = indicators.get(place)?.measured.base()?;
    let is_base = key(&base.ja) == what || key(&base.en) == what || plain_column(what) == Some(Column::Base);
    is_base.then_some(Column::Bases(place))
}

/// The column of a heading that has nothing to do with an indicator, by its spelling.
fn plain_column(name: &str) -> Option<Column> {
    let found = NAMES.iter().find(|(_, own)| own.iter().any(|own| key(own) == name));
    found.map(|(column, _)| *column)
}

/// The columns of a table; `None` where a heading says nothing that is known.
pub fn columns(headings: &[Field], indicators: &[Indicator]) -> Vec<Option<Column>> {
    let known = |heading: &Field| {
        let name = key(&heading.text);
        plain_column(&name).or_else(|| plain_column(without_remark(&name)))
    };
    let is_long = headings.iter().any(|it| known(it) == Some(Column::Indicator));
    let column = |heading: &Field| {
        let plain = known(heading);
        if is_long {
            return plain;
        }
        // An office may call its own indicator 件数.
        of_indicator(&heading.text, indicators)
            .or_else(|| plain.filter(|column| !matches!(column, Column::Value | Column::Base)))
    };
    headings.iter().map(column).collect()
}

/// How well headings fit a table of figures; 0 for not at all.
pub fn fit(headings: &[Field], indicators: &[Indicator], is_forced: bool) -> usize {
    let columns = columns(headings, indicators);
    let has = |column| columns.contains(&Some(column));
    let known = columns.iter().flatten().count();
    let figures = columns
        .iter()
        .flatten()
        .filter(|column| matches!(column, Column::Figures(_)));
    let is_long = has(Column::Indicator) && has(Column::Value);
    // A line of figures of the office has no other column; every heading must then be known.
    let is_line = || {
        is_forced
            && headings
                .iter()
                .zip(&columns)
                .all(|(it, known)| known.is_some() || it.text.is_empty())
    };
    let is_wide = figures.count() > 0 && (has(Column::Time) || has(Column::Subject) || is_line());
    if is_long || is_wide { known } else { 0 }
}
