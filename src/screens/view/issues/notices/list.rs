//! The notices one a line, and the chosen one in full below.

use ratatui::text::Line;

use crate::issues::{NoticeId, TroubleKind};
use crate::phrase::phrase;
use crate::report::UNKNOWN;
use crate::report::finding::NoticeLine;
use crate::screens::desk::Shown;
use crate::screens::issues::NoticesState;
use crate::screens::issues::notices::listed;
use crate::screens::pen::{Pen, Row};
use crate::screens::text::pad_left;
use crate::screens::view::Room;
use crate::screens::widget::list::window_of;

/// Lines of the chosen notice below the list, with the rule above them.
const DETAIL: usize = 5;

/// Cells of the columns that grow with the screen.
struct Columns {
    when: usize,
    place: usize,
    what: usize,
    group: usize,
}

/// Marks, number, kind, weight, and the blanks between the columns.
const FIXED: usize = 2 + 4 + 1 + 4 + 1 + 1 + 1 + 1 + 6 + 1;

impl Columns {
    fn of(cells: usize) -> Self {
        let (when, place, group) = if cells >= 110 { (16, 16, 18) } else { (10, 10, 8) };
        let what = cells.saturating_sub(FIXED + when + place + group);
        Self {
            when,
            place,
            what,
            group,
        }
    }
}

/// The list.
pub fn lines(shown: &Shown, state: &NoticesState, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let listed = listed(shown, state);
    let columns = Columns::of(room.width);
    let mut lines = vec![summary(shown, state, listed.len(), pen), heading(&columns, pen)];
    let rows = room.height.saturating_sub(lines.len() + DETAIL).max(3);
    let mut seen = window_of(listed.len(), state.row, rows, |place| {
        line(listed[place], place == state.row, state, &columns, pen)
    });
    if listed.is_empty() {
        seen.push(pen.line(pen.get("notices-none-found")));
    }
    seen.resize(rows, Line::default());
    lines.extend(seen);
    if let Some(notice) = listed.get(state.row) {
        lines.extend(detail(notice, shown, pen, room.width));
    }
    lines
}

/// How many there are, how many are listed, and how many are marked.
fn summary(shown: &Shown, state: &NoticesState, listed: usize, pen: &Pen) -> Line<'static> {
    let found = &shown.issues.notices;
    let theme = pen.theme();
    let all = phrase("notices-summary")
        .with("count", found.count)
        .with("merged", found.merged);
    let mut row = Row::new().text(pen.say(&all), theme.text());
    if !state.filter.is_empty() {
        let filter = phrase("notices-summary-found")
            .with("sought", pen.clean(&state.filter))
            .with("count", listed);
        row = row.gap(2).text(pen.say(&filter), theme.strong());
    }
    if !state.marked.is_empty() {
        let marked = phrase("notices-summary-marked").with("count", state.marked.len());
        row = row.gap(2).text(pen.say(&marked), theme.strong());
    }
    row.line()
}

fn heading(columns: &Columns, pen: &Pen) -> Line<'static> {
    let style = pen.theme().faint();
    Row::new()
        .gap(2)
        .right(&pen.get("notices-column-number"), 4, style)
        .gap(1)
        .cell(&pen.get("notices-column-kind"), 4, style)
        .gap(1)
        .cell(&pen.get("notices-column-when"), columns.when, style)
        .gap(1)
        .cell(&pen.get("notices-column-place"), columns.place, style)
        .gap(1)
        .cell(&pen.get("notices-column-what"), columns.what, style)
        .gap(1)
        .cell(&pen.get("notices-column-weight"), 6, style)
        .gap(1)
        .cell(&pen.get("notices-column-group"), columns.group, style)
        .line()
}

fn line(notice: &NoticeLine, is_chosen: bool, state: &NoticesState, columns: &Columns, pen: &Pen) -> Line<'static> {
    let theme = pen.theme();
    let said = |written: &Option<String>| pen.clean(written.as_deref().unwrap_or_default());
    let is_marked = state.marked.contains(&NoticeId(notice.number));
    let style = if is_marked { theme.strong() } else { theme.text() };
    let what = match notice.merged.len() {
        0 => pen.clean(&notice.what),
        others => format!("(+{others}) {}", pen.clean(&notice.what)),
    };
    let row = Row::new()
        .text(if is_marked { "* " } else { "  " }, style)
        .right(&notice.number.to_string(), 4, style)
        .gap(1)
        .cell(&sign(notice, pen), 4, style)
        .gap(1)
        .cell(&said(&notice.when), columns.when, style)
        .gap(1)
        .cell(&said(&notice.place), columns.place, style)
        .gap(1)
        .cell(&what, columns.what, style)
        .gap(1)
        .cell(&degrees(notice, pen), 6, style)
        .gap(1)
        .cell(&said(&notice.group), columns.group, style);
    row.chosen(is_chosen, theme.chosen())
}

/// One letter for the kind.
fn sign(notice: &NoticeLine, pen: &Pen) -> String {
    let kind = TroubleKind::ALL.into_iter().find(|kind| Some(kind.id()) == notice.kind);
    kind.map_or_else(String::new, |kind| match kind {
        TroubleKind::Things => pen.get("notices-sign-things"),
        TroubleKind::Flow => pen.get("notices-sign-flow"),
        TroubleKind::Records => pen.get("notices-sign-records"),
        TroubleKind::Handover => pen.get("notices-sign-handover"),
        TroubleKind::Goals => pen.get("notices-sign-goals"),
    })
}

/// How often × how heavy; a dash for what was not said.
fn degrees(notice: &NoticeLine, pen: &Pen) -> String {
    let degree = |degree: Option<u8>| degree.map_or_else(|| "-".to_owned(), |degree| degree.to_string());
    match (notice.often, notice.heavy) {
        (None, None) => String::new(),
        (often, heavy) => pad_left(&pen.clean(&format!("{}×{}", degree(often), degree(heavy))), 3),
    }
}

/// The chosen notice in full.
fn detail(notice: &NoticeLine, shown: &Shown, pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let known = |written: &Option<String>| pen.clean(written.as_deref().unwrap_or(UNKNOWN));
    let when = match &notice.part_name {
        Some(part) => pen.say(
            &phrase("notices-when-part")
                .with("when", known(&notice.when))
                .with("part", pen.clean(part)),
        ),
        None => known(&notice.when),
    };
    let head = phrase("notices-detail")
        .with("number", notice.number.to_string())
        .with(
            "date",
            notice.noted.map_or_else(|| UNKNOWN.to_owned(), |day| day.to_string()),
        )
        .with("when", when)
        .with("place", known(&notice.place))
        .with("kind", known(&notice.kind_name));
    let mut lines = vec![pen.rule(cells)];
    lines.extend(pen.short_paragraph(&pen.say(&head), cells, 1, theme.faint()));
    lines.extend(pen.short_paragraph(&pen.clean(&notice.what), cells, 2, theme.strong()));
    let mut more = Vec::new();
    if let Some(group) = &notice.group {
        more.push(pen.say(&phrase("notices-detail-group").with("group", pen.clean(group))));
    }
    if !notice.tags.is_empty() {
        let tags: Vec<String> = notice.tags.iter().map(|tag| format!("#{}", pen.clean(tag))).collect();
        more.push(tags.join(" "));
    }
    let merged = notice.merged.iter().filter_map(|number| {
        let other = shown.holdings.issues.notice(NoticeId(*number))?;
        let one = phrase("notices-detail-one").with("number", number.to_string());
        Some(pen.say(&one.with("what", pen.clean(&other.what))))
    });
    let merged: Vec<String> = merged.collect();
    if !merged.is_empty() {
        more.push(pen.say(&phrase("notices-detail-merged").with("notices", merged.join(" "))));
    }
    lines.extend(pen.short_paragraph(&more.join("  "), cells, 1, theme.text()));
    lines
}
