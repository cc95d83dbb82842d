//! Work that is going on, and what could not be done.

use ratatui::text::Line;

use super::Room;
use crate::failure::Failure;
use crate::phrase::{Phrase, phrase};
use crate::screens::desk::{Job, SurveyWork};
use crate::screens::model::Busy;
use crate::screens::pen::{Pen, Row};
use crate::screens::text::cut_front;
use crate::screens::widget::bar::{as_f64, single};

/// The page while work is going on.
pub fn busy_lines(busy: &Busy, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let mut lines = vec![
        Line::styled(pen.say(&doing(&busy.job)), theme.strong()),
        Line::default(),
    ];
    if let Some(progress) = &busy.progress {
        let counted = phrase("screens-progress")
            .with("done", progress.done.to_string())
            .with("total", progress.total.to_string());
        lines.push(pen.line(pen.say(&counted)));
        let bar = single(pen, 0, as_f64(progress.done), as_f64(progress.total), room.width);
        lines.push(Row::new().parts(vec![bar]).line());
        lines.push(Line::styled(
            cut_front(&pen.clean(&progress.at), room.width),
            theme.faint(),
        ));
        lines.push(Line::default());
    }
    if busy.stopping {
        lines.extend(pen.paragraph(&pen.get("screens-stopping"), room.width, theme.strong()));
    } else if busy.job.can_stop() {
        lines.extend(pen.paragraph(&pen.get("screens-can-stop"), room.width, theme.text()));
    }
    lines
}

fn doing(job: &Job) -> Phrase {
    match job {
        Job::Open(_) => phrase("screens-doing-open"),
        Job::Create { .. } => phrase("screens-doing-create"),
        Job::Demo => phrase("screens-doing-demo"),
        Job::Import { .. } | Job::Survey(SurveyWork::Import { .. }) => phrase("screens-doing-import"),
        Job::Survey(_) => phrase("survey-doing-paper"),
        Job::Export { .. } => phrase("screens-doing-export"),
        Job::Charts { .. } => phrase("screens-doing-charts"),
        Job::Apply(..) | Job::Note(..) => phrase("screens-doing-apply"),
        Job::Undo => phrase("screens-doing-undo"),
        Job::Redo => phrase("screens-doing-redo"),
    }
}

/// The page of a failure: what, where, what to try.
pub fn problem_lines(failure: &Failure, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let message = format!("! {}", pen.say(&failure.message));
    let mut lines = pen.paragraph(&message, room.width, theme.bad());
    if let Some(place) = &failure.place {
        let place = phrase("screens-where").with("place", place.clone());
        lines.extend(pen.paragraph(&pen.say(&place), room.width, theme.text()));
    }
    if let Some(hint) = pen.hint(&failure.message) {
        lines.push(Line::default());
        lines.extend(pen.paragraph(&hint, room.width, theme.strong()));
        // Other rooms speak to the command line too; here their commands are keys. `.yutori` is a file's ending.
        if hint.replace(".yutori", "").contains("yutori ") {
            lines.extend(pen.paragraph(&pen.get("screens-keys-for-commands"), room.width, theme.text()));
        }
    }
    lines
}
