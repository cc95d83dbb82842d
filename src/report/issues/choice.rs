//! Makes the finding: what was chosen (課題の選定).

use super::viewpoint::viewpoint_name;
use crate::issues::{Challenge, Degree, Issues, MOST_CHALLENGES, Statement, Viewpoint};
use crate::office::{Role, printable};
use crate::phrase::phrase;
use crate::report::Holdings;
use crate::report::finding::{ChallengeCause, ChallengeLine, ChoiceFinding, ChosenLine, MatrixCell, StatementSource};
use crate::text::Text;

/// The viewpoints that a challenge can belong to: those of the questionnaires that were used, else those at hand.
pub fn viewpoints(holdings: &Holdings) -> Vec<&Viewpoint> {
    let used = holdings.issues.viewpoints();
    if !used.is_empty() {
        return used;
    }
    let mut found: Vec<&Viewpoint> = Vec::new();
    for viewpoint in holdings.catalog.questionnaires().iter().flat_map(|it| &it.viewpoints) {
        if !found.iter().any(|known| known.code == viewpoint.code) {
            found.push(viewpoint);
        }
    }
    found
}

/// Shows what was chosen (課題の選定).
pub fn choice(holdings: &Holdings, text: &Text) -> ChoiceFinding {
    let issues = &holdings.issues;
    let challenges: Vec<ChallengeLine> = issues.challenges.iter().map(|it| line(holdings, it, text)).collect();
    let at_work = issues.at_work().len();
    ChoiceFinding {
        matrix: matrix(&challenges),
        unplaced: unplaced(&challenges),
        chosen: challenges.iter().filter(|line| line.chosen.is_some()).count(),
        at_work,
        most: MOST_CHALLENGES,
        advice: issues.choice_advice().map(|advice| text.say(&advice)),
        sentence: sentence(issues, &challenges, text),
        viewpoints: viewpoints(holdings)
            .iter()
            .map(|it| viewpoint_name(holdings, &it.code, text))
            .collect(),
        statements: statements(holdings, text),
        challenges,
    }
}

fn statements(holdings: &Holdings, text: &Text) -> Vec<StatementSource> {
    let of_viewpoint = |viewpoint: &Viewpoint| {
        let source = |statement: &Statement| StatementSource {
            viewpoint: viewpoint.code.clone(),
            code: statement.code.clone(),
            text: printable(text.lang().of(&statement.text)),
        };
        viewpoint.statements.iter().map(source).collect::<Vec<_>>()
    };
    viewpoints(holdings).into_iter().flat_map(of_viewpoint).collect()
}

fn line(holdings: &Holdings, challenge: &Challenge, text: &Text) -> ChallengeLine {
    let issues = &holdings.issues;
    let cause = |id: &crate::issues::CauseId| ChallengeCause {
        number: id.0,
        text: issues.cause(*id).map(|cause| printable(&cause.text)),
    };
    ChallengeLine {
        number: challenge.id.0,
        text: printable(&challenge.text),
        viewpoint: challenge
            .viewpoint
            .as_ref()
            .map(|code| viewpoint_name(holdings, code, text)),
        causes: challenge.causes.iter().map(cause).collect(),
        effect: challenge.effect.map(Degree::number),
        ease: challenge.ease.map(Degree::number),
        chosen: challenge.chosen.as_ref().map(|decision| ChosenLine {
            because: printable(&decision.because),
            on: decision.on,
            by: decision.by.as_ref().map(|role| printable(Role::as_str(role))),
        }),
        finished: issues.is_finished(challenge.id),
        measures: issues.measures_of(challenge.id).count(),
    }
}

fn matrix(challenges: &[ChallengeLine]) -> Vec<MatrixCell> {
    let mut cells = Vec::new();
    for effect in (1..=5).rev() {
        for ease in 1..=5 {
            let here = challenges
                .iter()
                .filter(|line| (line.effect, line.ease) == (Some(effect), Some(ease)));
            let challenges: Vec<u32> = here.map(|line| line.number).collect();
            if !challenges.is_empty() {
                cells.push(MatrixCell {
                    effect,
                    ease,
                    challenges,
                });
            }
        }
    }
    cells
}

fn unplaced(challenges: &[ChallengeLine]) -> Vec<u32> {
    let unplaced = challenges
        .iter()
        .filter(|line| line.effect.is_none() || line.ease.is_none());
    unplaced.map(|line| line.number).collect()
}

fn sentence(issues: &Issues, challenges: &[ChallengeLine], text: &Text) -> String {
    if challenges.is_empty() {
        return text.get("choice-sentence-none");
    }
    let chosen = challenges.iter().filter(|line| line.chosen.is_some()).count();
    let mut said = vec![
        phrase("choice-sentence")
            .with("count", challenges.len())
            .with("chosen", chosen),
    ];
    let finished = chosen - issues.at_work().len();
    if finished > 0 {
        said.push(phrase("choice-sentence-finished").with("count", finished));
    }
    let unplaced = unplaced(challenges).len();
    if unplaced > 0 {
        said.push(phrase("choice-sentence-unplaced").with("count", unplaced));
    }
    let without = challenges
        .iter()
        .filter(|line| line.chosen.is_some() && line.measures == 0);
    let without = without.count();
    if without > 0 {
        said.push(phrase("choice-sentence-no-measure").with("count", without));
    }
    let said: Vec<String> = said.iter().map(|phrase| text.say(phrase)).collect();
    said.join(&text.get("between-sentences"))
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::book::Founding;
    use crate::catalog::Catalog;
    use crate::issues::ViewpointCode;
    use crate::issues::{CauseId, ChallengeId, Decision};
    use crate::office::Office;
    use crate::text::Lang;
    use crate::worktime::NightHours;

    fn holdings() -> Holdings {
        let catalog = Catalog::built_in();
        let founding = Founding {
            office: Office::default(),
            task_list: catalog.task_list("kasan-2024").unwrap().clone(),
            slot_minutes: 10,
            night: NightHours::default(),
        };
        let mut holdings = Holdings::empty(founding, catalog);
        let placed = |id: u32, text: &str, effect: u8, ease: u8| Challenge {
            effect: Degree::of(effect),
            ease: Degree::of(ease),
            ..Challenge::named(ChallengeId(id), text)
        };
        let mut first = placed(1, "物を探す", 4, 5);
        first.viewpoint = Some(ViewpointCode("1".to_owned()));
        first.causes.insert(CauseId(7));
        first.chosen = Some(Decision {
            because: "毎日\u{1b}[31m起きる".to_owned(),
            on: NaiveDate::from_ymd_opt(2026, 1, 20).unwrap(),
            by: None,
        });
        holdings.issues.challenges = vec![
            first,
            placed(2, "記録が2回", 4, 5),
            placed(3, "申し送り", 5, 1),
            Challenge::named(ChallengeId(4), "教え方がばらばら"),
        ];
        holdings
    }

    #[test]
    fn every_placed_challenge_is_in_one_cell_and_the_others_are_unplaced() {
        let found = choice(&holdings(), &Text::new(Lang::Ja));
        assert_eq!(found.at(4, 5), [1, 2]);
        assert_eq!(found.at(5, 1), [3]);
        assert_eq!(found.at(1, 1), [0; 0]);
        assert_eq!(found.unplaced, [4]);
        let in_cells: usize = found.matrix.iter().map(|cell| cell.challenges.len()).sum();
        assert_eq!(in_cells + found.unplaced.len(), found.challenges.len());
        assert_eq!((found.chosen, found.at_work, found.advice), (1, 1, None));
    }

    #[test]
    fn a_viewpoint_has_its_name_and_a_box_that_is_gone_has_no_words() {
        let found = choice(&holdings(), &Text::new(Lang::En));
        let first = &found.challenges[0];
        assert_eq!(first.viewpoint.as_ref().unwrap().name, "Order in the workplace");
        assert_eq!(first.causes, [ChallengeCause { number: 7, text: None }]);
        assert!(!first.chosen.as_ref().unwrap().because.contains('\u{1b}'));
    }
}
