//! The guided path: what is asked, why, and what the answers can show.

use ratatui::text::Line;

use crate::effect::{Family, Term, UseCase};
use crate::phrase::{Gap, Phrase, phrase};
use crate::report::finding::{FeasibleLine, OfferedIndicator};
use crate::report::{decimal_text, with_unit};
use crate::screens::desk::Shown;
use crate::screens::effect::{Guide, GuideStep, Picked, guide_offer};
use crate::screens::pen::{Pen, Row};
use crate::screens::text::cut;
use crate::screens::view::ask::text_line;
use crate::screens::view::{Page, Room};
use crate::screens::widget::list::window;

/// Cells of a figure that is typed.
const TYPED: usize = 14;

/// The page.
pub fn page(guide: &Guide, shown: &Shown, pen: &Pen, room: Room) -> Page {
    let theme = pen.theme();
    let mut below = Vec::new();
    if let Some(problem) = &guide.problem {
        below.extend(pen.short_paragraph(&format!("! {}", pen.say(problem)), room.width, 2, theme.bad()));
        let hint = pen.hint(problem);
        below.extend(hint.map_or_else(Vec::new, |hint| pen.short_paragraph(&hint, room.width, 2, theme.text())));
    }
    let mut lines = head(guide, pen, room.width);
    let free = Room {
        height: room.height.saturating_sub(lines.len() + below.len()),
        ..room
    };
    let mut cursor = None;
    let body = match guide.step {
        GuideStep::Case => cases(guide, pen, free),
        GuideStep::Efficiency | GuideStep::Quality => picks(guide, shown, pen, free),
        GuideStep::Target | GuideStep::Margin => {
            let page = figures(guide, shown, pen, free);
            cursor = page.cursor.map(|(column, row)| (column, row + lines.len()));
            page.lines
        }
        GuideStep::Measures => measures(guide, shown, pen, free),
        GuideStep::Review => review(guide, shown, pen, free),
    };
    lines.extend(body.into_iter().take(free.height));
    lines.extend(below);
    Page { lines, cursor }
}

/// Which step it is, and what is asked for.
fn head(guide: &Guide, pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let (title, says) = match guide.step {
        GuideStep::Case => (phrase("guide-case"), phrase("guide-case-says")),
        GuideStep::Efficiency | GuideStep::Quality => (phrase("guide-pick"), count(guide)),
        GuideStep::Target => (phrase("guide-target"), phrase("guide-target-says")),
        GuideStep::Margin => (phrase("guide-margin"), phrase("guide-margin-says")),
        GuideStep::Measures => (phrase("guide-measures"), phrase("guide-measures-says")),
        GuideStep::Review => (phrase("guide-review"), phrase("guide-review-says")),
    };
    let family = guide.step.family().map(Family::phrase);
    let title = match family {
        Some(family) => title.with("family", family),
        None => title,
    };
    let said = phrase("guide-step")
        .with("step", guide.step.number())
        .with("steps", GuideStep::ALL.len())
        .with("title", title);
    let mut lines = vec![Line::styled(pen.say(&said), theme.strong())];
    lines.extend(pen.short_paragraph(&pen.say(&says), cells, 3, theme.text()));
    lines.push(Line::default());
    lines
}

/// How many are to be picked.
fn count(guide: &Guide) -> Phrase {
    let wanted = guide.step.family().and_then(|family| guide.case.takes(family));
    match wanted {
        Some(1) => phrase("guide-pick-one"),
        Some(wanted) => phrase("guide-pick-several").with("wanted", wanted),
        None => phrase("guide-pick-free"),
    }
}

fn cases(guide: &Guide, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let mut lines = Vec::new();
    for (row, case) in UseCase::ALL.into_iter().enumerate() {
        let name = format!("{} {}", row + 1, pen.say(&case.phrase()));
        let line = Row::new()
            .gap(1)
            .cell(&name, room.width.saturating_sub(1), theme.text());
        lines.push(line.chosen(row == guide.row, theme.chosen()));
        for said in pen.short_paragraph(&pen.say(&case.says()), room.width.saturating_sub(4), 2, theme.faint()) {
            lines.push(Row::new().gap(4).parts(said.spans).line());
        }
    }
    lines
}

fn mark(is_marked: bool) -> &'static str {
    if is_marked { "[x] " } else { "[ ] " }
}

fn picks(guide: &Guide, shown: &Shown, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let offered = guide_offer(guide, shown);
    // What the one under the cursor is stands below the list.
    let below = (room.height / 3).clamp(4, 9);
    let free = room.width.saturating_sub(5);
    let items = offered.iter().enumerate().map(|(row, it)| {
        let own = if it.own { "+ " } else { "" };
        let name = format!("{own}{}", pen.clean(&it.name));
        let line =
            Row::new()
                .gap(1)
                .text(mark(guide.has(&it.id)), theme.strong())
                .cell(&cut(&name, free), free, theme.text());
        vec![line.chosen(row == guide.row, theme.chosen())]
    });
    let mut lines = window(items.collect(), guide.row, room.height.saturating_sub(below));
    lines.push(pen.rule(room.width));
    if let Some(here) = offered.get(guide.row) {
        let how = format!("{}　{}", pen.clean(&here.per_text), pen.clean(&here.how));
        lines.extend(pen.short_paragraph(&how, room.width, below / 2, theme.text()));
        let said = format!("{} {}", here.feasible.sign(), pen.clean(&here.feasible.sentence));
        let rest = below.saturating_sub(1 + below / 2);
        lines.extend(pen.short_paragraph(&said, room.width, rest, theme.strong()));
    }
    lines
}

fn offered_of<'a>(shown: &'a Shown, picked: &Picked) -> Option<&'a OfferedIndicator> {
    shown.effect.chosen.offered.iter().find(|it| it.id == picked.id)
}

fn figures(guide: &Guide, shown: &Shown, pen: &Pen, room: Room) -> Page {
    let theme = pen.theme();
    let mut page = Page::default();
    for (row, place) in guide.asked().into_iter().enumerate() {
        let Some(picked) = guide.picked.get(place) else {
            continue;
        };
        let Some(offered) = offered_of(shown, picked) else {
            continue;
        };
        let is_here = row == guide.row;
        let style = if is_here { theme.strong() } else { theme.text() };
        let sign = if is_here { "> " } else { "  " };
        page.lines.push(
            Row::new()
                .text(sign, style)
                .text(pen.say(&question(guide.step, offered)), style)
                .line(),
        );
        let input = if guide.step == GuideStep::Target {
            &picked.target
        } else {
            &picked.margin
        };
        let (line, column) = text_line(input, is_here, pen, TYPED + 5);
        if is_here {
            page.cursor = Some((column, page.lines.len()));
        }
        let unit = pen.clean(&unit(guide.step, offered, pen));
        page.lines
            .push(Row::new().parts(line.spans).gap(1).text(unit, theme.text()).line());
        for said in remarks(guide.step, picked, offered) {
            for line in pen.short_paragraph(&pen.say(&said), room.width.saturating_sub(4), 3, theme.faint()) {
                page.lines.push(Row::new().gap(4).parts(line.spans).line());
            }
        }
    }
    page
}

fn question(step: GuideStep, offered: &OfferedIndicator) -> Phrase {
    let said = match (&offered.before_text, step) {
        (Some(before), _) => phrase("guide-of-before").with("before", before.as_str()),
        (None, _) => phrase("guide-of"),
    };
    said.with("name", offered.name.as_str())
}

/// Shares are typed in percent, and margins of shares in points.
fn unit(step: GuideStep, offered: &OfferedIndicator, pen: &Pen) -> String {
    if step == GuideStep::Margin && offered.feasible.is_share {
        pen.get("unit-points")
    } else {
        offered.unit.clone()
    }
}

/// What an answer leads to.
fn remarks(step: GuideStep, picked: &Picked, offered: &OfferedIndicator) -> Vec<Phrase> {
    let typed = match step {
        GuideStep::Target => picked.target.text(),
        _ => picked.margin.text(),
    };
    let figure = Term::Target.read(typed).ok().flatten();
    let mut said = Vec::new();
    match (step, figure) {
        (GuideStep::Target, Some(figure)) => said.extend(reach(figure.as_f64(), offered)),
        (GuideStep::Margin, None) => said.push(phrase("guide-margin-none")),
        _ => {}
    }
    if step == GuideStep::Margin
        && let Some(wave) = picked.later
    {
        said.push(phrase("chosen-form-late-says").with("wave", wave.label()));
    }
    said
}

/// Whether the way from the mean before to a target is long enough to be found.
fn reach(target: f64, offered: &OfferedIndicator) -> Option<Phrase> {
    let line = &offered.feasible;
    let target = if line.is_share { target / 100.0 } else { target };
    let wanted = (target - offered.before?) * offered.direction.sign();
    if wanted < 0.0 {
        return Some(phrase("guide-target-worse"));
    }
    let detectable = line.detectable.filter(|_| wanted > 0.0)?;
    let said = if detectable <= wanted {
        phrase("feasible-target-found")
    } else {
        phrase("guide-target-short").with("change", distance(line, detectable))
    };
    Some(said.with("wanted", distance(line, wanted)))
}

fn distance(line: &FeasibleLine, value: f64) -> Gap {
    let shown = decimal_text(if line.is_share { value * 100.0 } else { value }, line.decimals.max(1));
    if line.is_share {
        phrase("guide-points").with("figure", shown).into()
    } else {
        with_unit(&shown, &line.unit).into()
    }
}

fn measures(guide: &Guide, shown: &Shown, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let all = &shown.holdings.issues.measures;
    if all.is_empty() {
        return pen.paragraph(&pen.get("guide-no-measures"), room.width, theme.text());
    }
    let free = room.width.saturating_sub(9);
    let items = all.iter().enumerate().map(|(row, measure)| {
        let line = Row::new()
            .gap(1)
            .text(mark(guide.measures.contains(&measure.id)), theme.strong())
            .right(&measure.id.to_string(), 3, theme.text())
            .gap(1)
            .cell(&cut(&pen.clean(&measure.text), free), free, theme.text());
        vec![line.chosen(row == guide.row, theme.chosen())]
    });
    window(items.collect(), guide.row, room.height)
}

fn review(guide: &Guide, shown: &Shown, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let mut lines = Vec::new();
    // Where there is little room, what can be shown gets what the names leave.
    let rows = room.height / guide.picked.len().max(1);
    for picked in &guide.picked {
        let Some(offered) = offered_of(shown, picked) else {
            continue;
        };
        let said = phrase("guide-picked")
            .with("family", picked.family.phrase())
            .with("name", offered.name.as_str());
        lines.extend(pen.short_paragraph(&pen.say(&said), room.width, 1, theme.strong()));
        lines.extend(indented(&pen.say(&promised(picked, offered)), 1, pen, room.width));
        if picked.family == Family::Quality && picked.margin.text().trim().is_empty() {
            let said = format!("! {}", pen.get("guide-margin-none"));
            lines.extend(indented(&said, 1, pen, room.width));
        }
        let line = &offered.feasible;
        let most = rows.saturating_sub(3).clamp(1, 3);
        let said = format!("{} {}", line.sign(), pen.clean(&line.sentence));
        lines.extend(indented(&said, most, pen, room.width));
        let advice = line.advice.first().filter(|_| line.can_decide != Some(true));
        if let Some(advice) = advice {
            lines.extend(indented(&format!("- {}", pen.clean(advice)), 2, pen, room.width));
        }
    }
    lines.push(Line::default());
    let numbers: Vec<String> = guide.measures.iter().map(ToString::to_string).collect();
    let said = if numbers.is_empty() {
        phrase("guide-review-no-measure")
    } else {
        phrase("guide-review-measures").with("numbers", numbers.join("・"))
    };
    lines.extend(pen.short_paragraph(&pen.say(&said), room.width, 1, theme.text()));
    let others: Vec<&str> = shown
        .effect
        .chosen
        .indicators
        .iter()
        .filter(|it| !guide.has(&it.id))
        .map(|it| it.name.as_str())
        .collect();
    if !others.is_empty() {
        let said = phrase("guide-others").with("names", others.join("・"));
        lines.extend(pen.short_paragraph(&pen.say(&said), room.width, 2, theme.faint()));
    }
    lines
}

fn indented(said: &str, most: usize, pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    let lines = pen.short_paragraph(said, cells.saturating_sub(4), most, pen.theme().text());
    let lines = lines.into_iter();
    lines.map(|line| Row::new().gap(4).parts(line.spans).line()).collect()
}

fn promised(picked: &Picked, offered: &OfferedIndicator) -> Phrase {
    let written = |typed: &str, is_margin: bool| -> Gap {
        match Term::Target.read(typed) {
            Ok(Some(figure)) if is_margin && offered.feasible.is_share => {
                phrase("guide-points").with("figure", figure.to_string()).into()
            }
            Ok(Some(figure)) => with_unit(&figure.to_string(), &offered.unit).into(),
            _ => phrase("chosen-unset").into(),
        }
    };
    let said = match picked.family {
        Family::Efficiency => phrase("guide-promise"),
        Family::Quality => phrase("guide-promises").with("margin", written(picked.margin.text(), true)),
    };
    said.with("target", written(picked.target.text(), false))
}
